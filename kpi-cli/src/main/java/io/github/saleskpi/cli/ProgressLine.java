package io.github.saleskpi.cli;

import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that says how far the reading is, once it takes longer than a second. Not thread-safe. */
final class ProgressLine {
    private static final int EVENTS_BETWEEN_LOOKS = 4_096;
    private static final long PATIENCE = 1_000_000_000L;
    private static final long REST = 200_000_000L;

    private final PrintStream err;
    private final boolean watched;
    private final long started = System.nanoTime();
    private long shownAt = started + PATIENCE - REST;
    private String input = "";
    private long events;
    private boolean shown;

    ProgressLine(PrintStream err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    /** What is read from now on. */
    void begin(String name) {
        input = Shown.cut(Shown.safe(name), 40);
    }

    /** One more event. */
    void step() {
        events++;
        if (watched && events % EVENTS_BETWEEN_LOOKS == 0 && System.nanoTime() - shownAt > REST) {
            show(String.format(Locale.ROOT, "reading %s: %,d events", input, events));
        }
    }

    /** What is done now, after the reading. */
    void say(String what) {
        if (watched && System.nanoTime() - started > PATIENCE) {
            show(what);
        }
    }

    private void show(String text) {
        shownAt = System.nanoTime();
        shown = true;
        err.print("\r" + text + "\u001b[K");
        err.flush();
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            shown = false;
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
