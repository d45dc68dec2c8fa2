package io.github.saleskpi.engine;

/** How many random tries to make. */
final class Tries {
    private static final double SCALE = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));

    private Tries() {}

    /** So many in a normal run, more or fewer in others. */
    static long of(int normally) {
        return (long) (normally * SCALE);
    }
}
