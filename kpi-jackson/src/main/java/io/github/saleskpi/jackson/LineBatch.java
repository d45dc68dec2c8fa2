package io.github.saleskpi.jackson;

import java.util.ArrayList;
import java.util.List;

/** Lines that follow each other, in bytes of their own. Not thread-safe. */
final class LineBatch {
    private static final int LINES = 256;
    private static final int BYTES = 1 << 17;

    private final List<Line> lines = new ArrayList<>(LINES);
    private byte[] bytes = new byte[BYTES];
    private int filled;
    private boolean full;

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean isFull() {
        return full;
    }

    void add(Line line) {
        int length = line.held();
        boolean fits = length <= bytes.length - filled;
        lines.add(fits ? line.copied(bytes, filled) : line.copied(new byte[length], 0));
        filled += fits ? length : 0;
        full = !fits || lines.size() == LINES;
    }

    /** Makes room for other lines; those that were in it are gone. */
    void clear() {
        lines.clear();
        filled = 0;
        full = false;
    }
}
