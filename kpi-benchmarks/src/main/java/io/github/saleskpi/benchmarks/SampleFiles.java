package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.EventWriter;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** The files of a simulated team. Their text is the same everywhere; how well zlib packs the events may differ. */
final class SampleFiles {
    static final String EVENTS = "events.ndjson.gz";
    static final String ORGANIZATION = "organization.json";
    static final String CALENDAR = "calendar.json";
    static final String RATES = "rates.json";

    /** Invented, like the rest. */
    private static final String RATES_TEXT = """
            {"base":"EUR","rates":[
             {"currency":"GBP","from":"2026-01-01","rate":"1.15"},
             {"currency":"GBP","from":"2026-04-01","rate":"1.14"},
             {"currency":"USD","from":"2026-01-01","rate":"0.86"},
             {"currency":"USD","from":"2026-04-01","rate":"0.875"}]}
            """;

    private SampleFiles() {}

    static void write(Path folder, List<SalesEvent> events, Organization organization, WorkingCalendar calendar)
            throws IOException {
        Files.createDirectories(folder);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(EVENTS)))) {
            write(events, out);
        }
        Files.writeString(folder.resolve(ORGANIZATION), text(organization));
        Files.writeString(folder.resolve(CALENDAR), text(calendar));
        Files.writeString(folder.resolve(RATES), rates());
    }

    /** Writes events as NDJSON and closes the output. */
    static void write(List<SalesEvent> events, OutputStream out) throws IOException {
        try (EventWriter writer = KpiJackson3.eventWriter(out)) {
            for (SalesEvent event : events) {
                writer.write(event);
            }
        }
    }

    static String text(Organization organization) {
        return text(out -> KpiJackson3.writeOrganization(organization, out));
    }

    static String text(WorkingCalendar calendar) {
        return text(out -> KpiJackson3.writeCalendar(calendar, out));
    }

    static String rates() {
        return RATES_TEXT;
    }

    private static String text(Consumer<OutputStream> document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
