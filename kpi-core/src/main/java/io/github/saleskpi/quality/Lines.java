package io.github.saleskpi.quality;

/** How many lines were read, blank ones aside, and how many of them were no events. */
record Lines(long read, long rejected) {
    Lines {
        if (rejected < 0 || read < rejected) {
            throw new IllegalArgumentException("read and rejected (" + read + ", " + rejected
                    + "): must not be negative, and at most all that is read is rejected. Maybe they are swapped.");
        }
    }
}
