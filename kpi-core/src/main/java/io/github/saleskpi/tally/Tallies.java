package io.github.saleskpi.tally;

/** The mistakes that callers of any tally can make. */
final class Tallies {
    private Tallies() {}

    /** The other tally as one of the same kind. */
    @SuppressWarnings("unchecked")
    static <T extends Tally<?, ?>> T same(T self, Tally<?, ?> other) {
        if (other == self || other.getClass() != self.getClass()) {
            throw new IllegalArgumentException(
                    "tally to merge (" + other.getClass().getName()
                            + "): must be another one of the same measure. Maybe two measures or cells were mixed up.");
        }
        return (T) other;
    }

    /** What to throw when a reading would have to show less than nothing. */
    static IllegalStateException pending(Object amount) {
        return new IllegalStateException("amount (" + amount
                + "): was taken back more often than added. Maybe a part with its additions is still to be merged.");
    }
}
