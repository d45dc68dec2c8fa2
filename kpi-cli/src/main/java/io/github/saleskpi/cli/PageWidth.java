package io.github.saleskpi.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How wide what people read may be. */
final class PageWidth {
    private static final int STANDARD = 100;
    private static final int LEAST = 20;
    private static final int GREATEST = 10_000;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "How wide the table may be. Default: COLUMNS of the environment, else 100.")
    private @Nullable String width;

    /** In columns of the terminal. */
    int columns(Surroundings around) {
        if (width != null) {
            return Words.number("--width", width, LEAST, GREATEST, STANDARD);
        }
        String said = around.environment().getOrDefault("COLUMNS", "");
        return said.matches("[1-9][0-9]{1,3}") ? Math.max(LEAST, Integer.parseInt(said)) : STANDARD;
    }
}
