package io.github.saleskpi.jackson;

import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calendars and organizations as they are read. */
final class ReferenceWriter {
    private ReferenceWriter() {}

    static void write(WorkingCalendar calendar, ReportOutput json) {
        json.startObject();
        json.text("zone", calendar.zone().getId());
        json.name("week").startObject();
        calendar.week().forEach((day, windows) -> texts(CalendarReader.word(day), windows, json));
        json.endObject();
        texts("holidays", calendar.holidays().stream().map(LocalDate::toString).toList(), json);
        json.name("exceptions").startObject();
        calendar.exceptions().forEach((date, windows) -> texts(date.toString(), windows, json));
        json.endObject().endObject().end();
    }

    private static void texts(String name, List<String> texts, ReportOutput json) {
        json.name(name).startArray();
        texts.forEach(json::text);
        json.endArray();
    }

    static void write(Organization organization, ReportOutput json) {
        json.startObject();
        json.name("teams").startArray();
        organization.teams().forEach((team, parent) -> {
            json.startObject();
            text("id", team, json);
            text("parent", parent, json);
            json.endObject();
        });
        json.endArray();
        lines("members", organization.members(), json);
        lines("employment", organization.employment(), json);
        lines("absences", organization.absences(), json);
        json.endObject().end();
    }

    private static void lines(String name, List<Organization.Line> lines, ReportOutput json) {
        json.name(name).startArray();
        for (Organization.Line line : lines) {
            json.startObject();
            text("rep", line.rep(), json);
            if (line.team() != null) {
                text("team", line.team(), json);
            }
            json.text("from", line.dates().getStart().toString());
            text(
                    "to",
                    line.dates().isUnboundedEnd() ? null : line.dates().getEnd().toString(),
                    json);
            json.endObject();
        }
        json.endArray();
    }

    /** A text or null, which must not have half a surrogate pair. */
    static void text(String name, @Nullable String text, ReportOutput json) {
        json.name(name);
        if (text == null) {
            json.nothing();
        } else if (Surrogates.isUnpaired(text)) {
            throw new IllegalArgumentException(name + " (" + Printable.of(text)
                    + "): must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
        } else {
            json.text(text);
        }
    }
}
