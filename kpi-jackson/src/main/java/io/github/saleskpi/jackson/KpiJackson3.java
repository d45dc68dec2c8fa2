package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Rates;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON with Jackson 3; needs {@code tools.jackson.core:jackson-core} of version 3. Thread-safe. */
public final class KpiJackson3 {
    private static final int BLOCK = 1 << 16;

    private KpiJackson3() {}

    /** A reader of events with the standard limits that reads on behind bad lines and keeps the first rejects. */
    public static EventReader eventReader() {
        return EventReader.with(Jackson3Tokens::new);
    }

    /** A writer of events to that output, which it closes when it is closed. */
    public static EventWriter eventWriter(OutputStream out) {
        return new EventWriter(new Jackson3Output(), new BufferedOutputStream(out, BLOCK));
    }

    /**
     * One event as one line of JSON, without a line end.
     *
     * @throws IllegalArgumentException as {@link EventWriter#write} does
     */
    public static String toJson(SalesEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(new Jackson3Output(), out)) {
            writer.write(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /**
     * Exchange rates, such as {@code {"base":"EUR","rates":[{"currency":"USD","from":"2026-01-01","rate":"0.92"}]}}: 1
     * USD is 0.92 EUR from that date on. Leaves the input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included; the message
     *     begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static Rates readRates(InputStream in) throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return RatesReader.read(in.readAllBytes(), tokens);
        }
    }
}
