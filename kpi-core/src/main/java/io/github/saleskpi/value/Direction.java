package io.github.saleskpi.value;

/** Which way of a figure is the better one. */
public enum Direction {
    /** More is better. */
    HIGHER_IS_BETTER,
    /** Less is better. */
    LOWER_IS_BETTER,
    /** Neither by itself; a plan may name a band. */
    NEUTRAL
}
