package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a saved ledger, written and read in their order. Not thread-safe. */
final class SavedLines {
    private static final long FORMAT = 1;
    private static final Pattern HEAD =
            Pattern.compile("\\{\"ledger\":([0-9]{1,9}),\"versions\":([0-9]{1,18}),\"forgotten\":([0-9]{1,18})\\}");
    private static final Pattern FORGOTTEN = Pattern.compile("\\{\"forgotten\":\"([0-9a-f]{64})\"\\}");
    private static final Pattern DIGEST = Pattern.compile("\\{\"sha256\":\"([0-9a-f]{64})\"\\}");
    private static final int LONGEST = 200;

    private final Lines lines;
    private final MessageDigest digest = sha256();
    private long versions;
    private long forgotten;

    SavedLines(Lines lines) {
        this.lines = lines;
    }

    static byte[] head(long versions, long forgotten) {
        return bytes("{\"ledger\":" + FORMAT + ",\"versions\":" + versions + ",\"forgotten\":" + forgotten + "}\n");
    }

    static byte[] forgotten(String person) {
        return bytes("{\"forgotten\":\"" + person + "\"}\n");
    }

    static byte[] digest(String hexadecimal) {
        return bytes("{\"sha256\":\"" + hexadecimal + "\"}\n");
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every platform has SHA-256", impossible);
        }
    }

    void readHead(long mostVersions) throws IOException {
        Line line = next();
        Matcher head = match(HEAD, line, "must be the head of a saved ledger", "Maybe it is a file of events.");
        long format = Long.parseLong(head.group(1));
        versions = Long.parseLong(head.group(2));
        forgotten = Long.parseLong(head.group(3));
        if (format != FORMAT) {
            throw refused(line, "format " + format, "must be " + FORMAT, "Maybe a later release saved it.");
        }
        if (versions > mostVersions) {
            throw refused(
                    line,
                    versions + " versions",
                    "may be " + mostVersions,
                    "Maybe it is no ledger of yours; else allow more.");
        }
    }

    List<String> readForgotten() throws IOException {
        List<String> persons = new ArrayList<>();
        for (long i = 0; i < forgotten; i++) {
            persons.add(match(
                            FORGOTTEN,
                            next(),
                            "must be person " + (i + 1) + " of " + forgotten + " forgotten",
                            "Maybe lines are missing.")
                    .group(1));
        }
        return persons;
    }

    void readVersions(LineParser parser, Consumer<SalesEvent> to) throws IOException {
        for (long i = 0; i < versions; i++) {
            Parsed parsed = parser.parse(next());
            if (parsed.reject() != null) {
                throw new IllegalArgumentException(
                        "saved ledger, " + parsed.reject().message());
            }
            to.accept(Objects.requireNonNull(parsed.event()));
        }
    }

    /** The end, where so many different versions were found. */
    void readEnd(long held) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        Line line = next();
        String said = match(
                        DIGEST, line, "must be the digest behind " + versions + " versions", "Maybe lines were added.")
                .group(1);
        if (!said.equals(found)) {
            throw refused(line, said, "the digest is " + found, "Maybe the file was altered.");
        }
        if (held != versions) {
            throw refused(
                    line, versions + " versions", held + " of them differ", "Maybe it was not saved by this library.");
        }
        if (lines.nextFilled()) {
            throw refused(lines.line(), excerpt(lines.line()), "must be the end", "Maybe files were joined.");
        }
    }

    private Line next() throws IOException {
        if (!lines.nextFilled()) {
            throw new IllegalArgumentException(
                    "saved ledger (end of the input): must not be cut off. Maybe it was not saved to its end.");
        }
        Line line = lines.line();
        if (line.state() == Lines.State.WHOLE) {
            digest.update(line.bytes(), line.start(), line.end() - line.start());
            digest.update((byte) '\n');
        }
        return line;
    }

    private static Matcher match(Pattern pattern, Line line, String rule, String hint) {
        String text = line.state() == Lines.State.WHOLE && line.length() <= LONGEST
                ? new String(line.bytes(), line.start(), line.end() - line.start(), StandardCharsets.UTF_8)
                : "";
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw line.state() == Lines.State.BROKEN_OFF
                    ? refused(
                            line,
                            "end of the input",
                            "must not be cut off or damaged",
                            "Maybe it was not saved to its end.")
                    : refused(line, excerpt(line), rule, hint);
        }
        return matcher;
    }

    private static String excerpt(Line line) {
        return line.state() == Lines.State.WHOLE
                ? BadLine.excerpt(line.bytes(), line.start(), line.end())
                : line.length() + " bytes";
    }

    private static IllegalArgumentException refused(Line line, String found, String rule, String hint) {
        return new IllegalArgumentException(
                "saved ledger, line " + line.number() + " (" + Printable.of(found) + "): " + rule + ". " + hint);
    }
}
