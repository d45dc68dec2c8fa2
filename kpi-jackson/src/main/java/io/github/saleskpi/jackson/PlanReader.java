package io.github.saleskpi.jackson;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code {"id":"p","versions":[{"effectiveFrom":"2026-01-01","targets":[{"id":"t1","indicator":"win-rate",
 * "who":"company","period":"2026-Q1","goal":{"atLeast":0.35}}]}]}}.
 */
final class PlanReader {
    private PlanReader() {}

    /** @throws IllegalArgumentException if the document breaks a rule; the message begins with the path */
    static Plan read(
            byte[] document, JsonTokens tokens, ReportingCalendar calendar, Function<String, Indicator> indicators) {
        DocumentValue root = DocumentValue.of("the plan", document, tokens).withFields("id", "versions");
        TargetReader targets = new TargetReader(calendar, indicators);
        List<Plan.Version> versions = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        for (DocumentValue version : root.field("versions").items()) {
            DocumentValue from = version.withFields("effectiveFrom", "targets").field("effectiveFrom");
            if (!dates.add(from.date())) {
                throw from.wrong("there is a version from that date already", "Maybe a date is off.");
            }
            versions.add(new Plan.Version(
                    from.date(), targets.readAll(version.field("targets").items())));
        }
        return new Plan(TargetReader.id(root.field("id")), versions);
    }
}
