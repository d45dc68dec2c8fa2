package io.github.saleskpi.cli;

/** Emphasis on a terminal, or none elsewhere. */
enum Ink {
    PLAIN("", "", ""),
    TERMINAL("\u001b[1m", "\u001b[2m", "\u001b[0m");

    private final String bold;
    private final String faint;
    private final String end;

    Ink(String bold, String faint, String end) {
        this.bold = bold;
        this.faint = faint;
        this.end = end;
    }

    static Ink of(boolean colourful) {
        return colourful ? TERMINAL : PLAIN;
    }

    String bold(String text) {
        return bold + text + end;
    }

    String faint(String text) {
        return faint + text + end;
    }
}
