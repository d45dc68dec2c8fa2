package io.github.saleskpi.tally;

/** Walks the drops of a Kaplan-Meier curve: each distinct length that ended, in ascending order. */
final class CurveSteps {
    private final long[] ended;
    private final long[] censored;
    private int nextEnded;
    private int nextCensored;
    private long length;
    private long atRisk;
    private int drops;

    CurveSteps(long[] ended, long[] censored) {
        this.ended = ended;
        this.censored = censored;
    }

    /** Goes on to the next drop, or says that there is none. */
    boolean next() {
        if (nextEnded == ended.length) {
            return false;
        }
        length = ended[nextEnded];
        while (nextCensored < censored.length && censored[nextCensored] < length) {
            nextCensored++;
        }
        int first = nextEnded;
        atRisk = (long) (ended.length - first) + (censored.length - nextCensored);
        do {
            nextEnded++;
        } while (nextEnded < ended.length && ended[nextEnded] == length);
        drops = nextEnded - first;
        return true;
    }

    /** The length at this drop. */
    long length() {
        return length;
    }

    /** How many had neither ended nor been censored before it. */
    long atRisk() {
        return atRisk;
    }

    /** How many of these ended at it. */
    int drops() {
        return drops;
    }

    /** How many of these did not. */
    long survivors() {
        return atRisk - drops;
    }
}
