package io.github.saleskpi.cli;

/** Ends the command with a status and one line that says what, the rule, and what may help. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Complaint(int status, String line) {
        super(line, null, false, false);
        this.status = status;
    }

    /** The caller gave something that breaks a rule; the hint begins with {@code Maybe}. */
    static Complaint usage(String what, String found, String rule, String hint) {
        return usage(what + " (" + found + "): " + rule + ". " + hint);
    }

    static Complaint usage(String line) {
        return new Complaint(Status.WRONG_USAGE, line);
    }

    /** A file could not be read or written. */
    static Complaint access(String what, String found, String why, String hint) {
        return access(what + " (" + found + "): " + why + ". " + hint);
    }

    static Complaint access(String line) {
        return new Complaint(Status.CANNOT_READ_OR_WRITE, line);
    }

    /** The input was not good enough to go on. */
    static Complaint rejected(String line) {
        return new Complaint(Status.REJECTS, line);
    }

    int status() {
        return status;
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
