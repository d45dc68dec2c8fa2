package io.github.saleskpi.jackson;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The lines of an input, one at a time, in a buffer that grows to the longest line allowed and no further. Not
 * thread-safe.
 */
final class Lines {
    private static final int BLOCK = 1 << 14;
    private static final int MARK = 3;

    /** What became of a line. */
    enum State {
        WHOLE,
        TOO_LONG,
        BROKEN_OFF
    }

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BLOCK];
    private int filled;
    private int start;
    private int end;
    private int next;
    private long bufferOffset;
    private long offset;
    private long number;
    private long length;
    private State state = State.WHOLE;
    private boolean exhausted;
    private boolean broken;

    /** Lines of at most that many bytes; others are passed over. */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false behind the last one. */
    private boolean next() throws IOException {
        start = next;
        int newline = Utf8.indexOf('\n', buffer, start, filled);
        int searched = filled - start;
        while (newline < 0 && searched <= longest + MARK + 1L && fill()) {
            newline = Utf8.indexOf('\n', buffer, start + searched, filled);
            searched = filled - start;
        }
        if (newline < 0 && exhausted && filled == start && !broken) {
            return false;
        }
        number++;
        if (newline >= 0 || exhausted) {
            end = newline >= 0 ? newline : filled;
            next = newline >= 0 ? newline + 1 : filled;
            finish(newline < 0);
        } else {
            passOver();
        }
        return true;
    }

    private void finish(boolean last) {
        if (number == 1 && isByteOrderMark(buffer, start, end)) {
            start += MARK;
        }
        if (end > start && buffer[end - 1] == '\r') {
            end--;
        }
        offset = bufferOffset + start;
        length = (long) end - start;
        state = length > longest ? State.TOO_LONG : State.WHOLE;
        breakOff(last);
    }

    /** Goes to the end of a line that is too long, keeping nothing of it. */
    private void passOver() throws IOException {
        offset = bufferOffset + start;
        int newline = -1;
        do {
            bufferOffset += filled;
            start = 0;
            next = 0;
            filled = 0;
            newline = fill() ? Utf8.indexOf('\n', buffer, 0, filled) : 0;
        } while (newline < 0);
        next = exhausted ? filled : newline + 1;
        length = bufferOffset + newline - offset;
        state = State.TOO_LONG;
        breakOff(exhausted);
    }

    private void breakOff(boolean last) {
        if (last && broken) {
            state = State.BROKEN_OFF;
            broken = false;
        }
    }

    /** Reads on, keeping what begins at {@code start}; false at the end. */
    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            bufferOffset += start;
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, longest + (long) BLOCK));
        }
        int count = read();
        exhausted = count < 0;
        filled += Math.max(count, 0);
        return !exhausted;
    }

    private int read() throws IOException {
        try {
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count != 0) {
                return count;
            }
            int single = in.read();
            if (single >= 0) {
                buffer[filled] = (byte) single;
            }
            return single < 0 ? -1 : 1;
        } catch (EOFException | ZipException damaged) {
            broken = true;
            return -1;
        }
    }

    /** Goes to the next line that is not blank; false behind the last one. */
    boolean nextFilled() throws IOException {
        while (next()) {
            if (state != State.WHOLE || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line holds nothing but white space. */
    private boolean isBlank() {
        for (int i = start; i < end; i++) {
            byte character = buffer[i];
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    static boolean isByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= MARK
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /** The line, until the next one is asked for. */
    Line line() {
        return new Line(state, buffer, start, end, number, offset, length);
    }
}
