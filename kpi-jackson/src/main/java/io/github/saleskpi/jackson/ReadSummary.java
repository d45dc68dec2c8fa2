package io.github.saleskpi.jackson;

import java.util.List;

/**
 * What became of the lines of an input; {@code read} = {@code delivered} + {@code rejected}. Immutable and thread-safe.
 *
 * @param read lines read, without blank ones
 * @param delivered events given to the sink, whatever their ids: duplicates are found by who holds the events
 * @param rejected lines rejected
 * @param rejects the first rejects, up to the reader's number, in the order of the lines
 */
public record ReadSummary(long read, long delivered, long rejected, List<Reject> rejects) {
    /** @throws IllegalArgumentException if the numbers do not add up */
    public ReadSummary {
        rejects = List.copyOf(rejects);
        if (delivered < 0 || rejected < 0 || read != delivered + rejected) {
            throw new IllegalArgumentException("read (" + read + "): must be " + delivered + " delivered + " + rejected
                    + " rejected. Maybe a line was counted twice.");
        }
    }
}
