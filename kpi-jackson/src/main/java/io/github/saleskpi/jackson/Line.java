package io.github.saleskpi.jackson;

import java.util.Arrays;

/** One line of an input and where it stands in it. */
final class Line {
    private final Lines.State state;
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final long number;
    private final long offset;
    private final long length;

    Line(Lines.State state, byte[] bytes, int start, int end, long number, long offset, long length) {
        this.state = state;
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.number = number;
        this.offset = offset;
        this.length = length;
    }

    /** The same in bytes of its own, which stay when the next line is asked for. */
    Line kept() {
        return state == Lines.State.WHOLE
                ? new Line(state, Arrays.copyOfRange(bytes, start, end), 0, end - start, number, offset, length)
                : new Line(state, new byte[0], 0, 0, number, offset, length);
    }

    /** What became of it. */
    Lines.State state() {
        return state;
    }

    /** Holds a whole line from {@link #start()} to {@link #end()}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Where the line begins in the input. */
    long offset() {
        return offset;
    }

    /** How many bytes the line has, without its end, also if it was passed over. */
    long length() {
        return length;
    }
}
