package io.github.saleskpi.jackson;

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

    /** The same in other bytes, where it begins at that place, and which stay when the next line is asked for. */
    Line copied(byte[] target, int at) {
        System.arraycopy(bytes, start, target, at, held());
        return new Line(state, target, at, at + held(), number, offset, length);
    }

    /** How many bytes it holds: none if it is not whole. */
    int held() {
        return state == Lines.State.WHOLE ? end - start : 0;
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
