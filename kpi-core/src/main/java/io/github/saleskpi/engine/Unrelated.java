package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A query's indicators in parts that read nothing in common, so that each part can be read in a thread of its own: two that
 * read one storyline are in one part.
 */
final class Unrelated {
    private Unrelated() {}

    /** The parts, by the indicators' numbers. */
    static List<BitSet> parts(KpiQuery query, Cells cells) {
        List<BitSet> parts = new ArrayList<>();
        List<BitSet> storylines = new ArrayList<>();
        for (int i = 0; i < query.indicators().size(); i++) {
            BitSet part = new BitSet();
            part.set(i);
            BitSet read = new BitSet();
            for (int number : cells.numbers(query.indicators().get(i))) {
                read.set(number);
            }
            for (int other = parts.size() - 1; other >= 0; other--) {
                if (storylines.get(other).intersects(read)) {
                    part.or(parts.remove(other));
                    read.or(storylines.remove(other));
                }
            }
            parts.add(part);
            storylines.add(read);
        }
        return parts;
    }
}
