package io.github.saleskpi.jackson;

import java.util.Arrays;

/**
 * One line of an input and where it stands in it.
 *
 * @param state what became of it
 * @param bytes hold a whole line from {@code start} to {@code end}
 * @param number counted from 1
 * @param offset where the line begins in the input
 * @param length how many bytes the line has, without its end, also if it was passed over
 */
@SuppressWarnings("ArrayRecordComponent") // lines are handed on, never compared
record Line(Lines.State state, byte[] bytes, int start, int end, long number, long offset, long length) {
    /** The same in bytes of its own, which stay when the next line is asked for. */
    Line kept() {
        return state == Lines.State.WHOLE
                ? new Line(state, Arrays.copyOfRange(bytes, start, end), 0, end - start, number, offset, length)
                : new Line(state, new byte[0], 0, 0, number, offset, length);
    }
}
