package io.github.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world: its three streams, and whether people look at them.
 *
 * @param in standard input
 * @param out standard output, as bytes
 * @param err standard error, as text in UTF-8
 * @param environment the environment variables
 * @param colourful whether standard output is a terminal that wants colour
 * @param watched whether standard error is a terminal that can write over a line
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean colourful,
        boolean watched) {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;
    private static final int BUFFER = 1 << 16;

    /** Those of this process; text is UTF-8 whatever the locale. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean able = !environment.getOrDefault("TERM", "").equals("dumb");
        boolean wanted = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                environment,
                wanted && isTerminal(STANDARD_OUTPUT),
                able && isTerminal(STANDARD_ERROR));
    }

    /** Java only tells whether both standard input and output are terminals; Linux tells more. */
    @SuppressWarnings("SystemConsoleNull") // it is asked for more where it never is
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException noSuchFileSystem) {
            Console console = System.console();
            return console != null && isTerminal(console);
        }
    }

    /** From Java 22 on there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
