package io.github.saleskpi.cli;

/** What the command tells the shell. */
final class Status {
    static final int DONE = 0;
    static final int REJECTS = 1;
    static final int FINDINGS = 1;
    static final int WRONG_USAGE = 2;
    static final int CANNOT_READ_OR_WRITE = 3;

    private Status() {}
}
