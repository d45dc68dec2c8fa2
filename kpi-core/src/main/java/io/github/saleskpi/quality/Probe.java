package io.github.saleskpi.quality;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.List;

/** Looks for signs of bad data. Not thread-safe. */
interface Probe {
    /** Sees each event in force once, in the order of stories. */
    default void see(SalesEvent event) {}

    /** What it looked for, once it has seen all; also what it did not find. */
    List<Symptom> symptoms();
}
