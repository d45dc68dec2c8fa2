package io.github.saleskpi.benchmarks;

import java.util.Map;

/** What a rival computed. */
interface Answer {
    /** The figures in common terms, by place. Not part of what is measured. */
    Map<Place, Reading> figures();
}
