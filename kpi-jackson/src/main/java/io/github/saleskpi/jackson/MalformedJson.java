package io.github.saleskpi.jackson;

/** A text is not JSON from some place on. */
final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final boolean costly;

    private MalformedJson(int offset, boolean costly) {
        super(null, null, false, false);
        this.offset = offset;
        this.costly = costly;
    }

    static MalformedJson at(long offset) {
        return new MalformedJson((int) Math.max(0, Math.min(offset, Integer.MAX_VALUE)), false);
    }

    /** The parser gave up on a text made to slow it down. */
    static MalformedJson tooCostly() {
        return new MalformedJson(0, true);
    }

    /** Counted from where the text begins; past its end if it ends too early. */
    int offset() {
        return offset;
    }

    String rule() {
        return costly ? "must not have thousands of names with the same hash" : "must be valid JSON";
    }
}
