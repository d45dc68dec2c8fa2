package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of the wire format for tests, and what becomes of them. */
final class Wire {
    static final String GOOD = event("assetPublished", "\"assetId\":\"good\"");

    private Wire() {}

    /** A line of that type with those fields behind the header. */
    static String event(String type, String fields) {
        return "{\"type\":\"" + type + "\",\"id\":\"e\",\"occurredAt\":\"2026-03-01T10:00:00Z\"," + fields + "}";
    }

    /** A call with those fields more. */
    static String call(String fields) {
        return event("callEnded", "\"callId\":\"c\",\"direction\":\"outbound\"" + fields);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ReadSummary read(EventReader reader, byte[] input, List<SalesEvent> events) {
        try {
            ReadSummary summary = reader.read(new ByteArrayInputStream(input), events::add);
            assertThat(summary.read()).isEqualTo(summary.delivered() + summary.rejected());
            assertThat(summary.delivered()).isEqualTo(events.size());
            return summary;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    static List<SalesEvent> events(String input) {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = read(KpiJackson3.eventReader(), utf8(input), events);
        assertThat(summary.rejects()).isEmpty();
        return events;
    }

    static SalesEvent eventOf(String line) {
        List<SalesEvent> events = events(line);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    /** The message for a line that is rejected, alone: a good line behind it is delivered. */
    static String rejectOf(String line) {
        return rejectOf(KpiJackson3.eventReader(), utf8(line));
    }

    static String rejectOf(EventReader reader, byte[] line) {
        byte[] good = utf8("\n" + GOOD);
        byte[] input = new byte[line.length + good.length];
        System.arraycopy(line, 0, input, 0, line.length);
        System.arraycopy(good, 0, input, line.length, good.length);
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = read(reader, input, events);
        assertThat(events).containsExactly(eventOf(GOOD));
        assertThat(summary.rejected()).isEqualTo(1);
        return summary.rejects().get(0).message();
    }

    static String strictRejectOf(String line) {
        try {
            KpiJackson3.eventReader().strict().read(new ByteArrayInputStream(utf8(line)), event -> {});
        } catch (RejectedLineException rejected) {
            assertThat(rejected).hasMessage(rejected.reject().message());
            return rejected.getMessage();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        throw new AssertionError("not rejected: " + line);
    }
}
