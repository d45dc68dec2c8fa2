package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.KpiReport;

/**
 * What became of the lines behind a report; {@code read} = {@code accepted} + {@code duplicates} + {@code rejected}.
 * Immutable and thread-safe.
 *
 * @param read lines read, without blank ones
 * @param accepted event ids
 * @param duplicates lines whose version of an event does not stand, or was there already
 * @param conflicts event ids with two or more different versions
 * @param rejected lines that were no events
 */
public record EventCounts(long read, long accepted, long duplicates, long conflicts, long rejected) {
    /**
     * @throws IllegalArgumentException if a number is negative or they do not add up
     */
    public EventCounts {
        if (accepted < 0 || duplicates < 0 || conflicts < 0 || rejected < 0 || conflicts > duplicates) {
            throw new IllegalArgumentException(
                    "counts (accepted " + accepted + ", duplicates " + duplicates
                            + ", conflicts " + conflicts + ", rejected " + rejected
                            + "): must not be negative, and each conflict is a duplicate. Maybe the ledger holds events of another input.");
        }
        if (read != accepted + duplicates + rejected) {
            throw new IllegalArgumentException("read (" + read + "): must be " + accepted + " accepted + " + duplicates
                    + " duplicates + " + rejected + " rejected. Maybe a line was counted twice.");
        }
    }

    /** Those of a report over all that was read. */
    public static EventCounts of(KpiReport report, long read, long rejected) {
        return new EventCounts(read, report.events(), read - rejected - report.events(), report.conflicts(), rejected);
    }
}
