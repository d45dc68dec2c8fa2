package io.github.saleskpi.plan;

/**
 * Which part of a target holds for somebody, and how much of that is expected by now.
 *
 * @param share of the whole target, after pro-rating
 * @param elapsed of that share: on days before the date of the viewpoint
 * @param remainingDays working days from the date of the viewpoint on
 */
record Part(Fraction share, Fraction elapsed, long remainingDays) {
    /** Of a target that is neither spread nor pro-rated. */
    static final Part WHOLE = new Part(Fraction.ONE, Fraction.ONE, 0);
}
