package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a table must say beside its numbers: marks, viewpoint, lines read, facts left out. */
final class Footer {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SHOWN_FAILURES = 3;

    private final KpiReport report;
    private final EventCounts counts;
    private final Legend legend;
    private final SortedMap<String, List<String>> left;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    Footer(KpiReport report, EventCounts counts, Legend legend, SortedMap<String, List<String>> left, int width) {
        this.report = report;
        this.counts = counts;
        this.legend = legend;
        this.left = left;
        this.width = width;
    }

    List<String> lines() {
        List<String> marks = new ArrayList<>();
        if (!report.cells().isEmpty()) {
            marks.add("n: facts behind the number");
            marks.add("95 %: confidence interval");
        }
        marks.addAll(legend.lines());
        add("", marks);
        addUntold();
        if (!left.isEmpty()) {
            lines.add("not shown at width " + width + "; maybe a greater --width, or --format json:");
            left.forEach((title, headers) -> add("  " + title + ": ", headers));
        }
        report.leftOut().forEach((indicator, rules) -> {
            List<String> items = new ArrayList<>();
            rules.forEach((rule, times) -> items.add(Amounts.grouped(times) + " " + rule));
            add("left out of " + indicator.substring(0, indicator.lastIndexOf('@')) + ": ", items);
        });
        addFailures();
        add("", events(counts));
        add("", viewpoint());
        return lines;
    }

    /** Indicators without a cell have no columns. */
    private void addUntold() {
        Set<Indicator> told =
                report.cells().stream().map(KpiReport.Cell::indicator).collect(Collectors.toSet());
        add(
                "without any fact: ",
                report.query().indicators().stream()
                        .filter(indicator -> !told.contains(indicator))
                        .map(indicator -> ColumnGroup.title(indicator.id()))
                        .toList());
    }

    private void addFailures() {
        List<KpiReport.Failure> failures = report.failures();
        for (KpiReport.Failure failure : failures.subList(0, Math.min(SHOWN_FAILURES, failures.size()))) {
            lines.add("failed: " + failure.indicator().id() + " on " + Shown.safe(failure.place()) + ": "
                    + Shown.safe(failure.message()));
        }
        if (failures.size() > SHOWN_FAILURES) {
            lines.add("failed: " + (failures.size() - SHOWN_FAILURES) + " more");
        }
    }

    /** What became of the lines. */
    static List<String> events(EventCounts counts) {
        List<String> items = new ArrayList<>();
        items.add("lines read " + Amounts.grouped(counts.read()));
        items.add("events accepted " + Amounts.grouped(counts.accepted()));
        items.add("duplicates " + Amounts.grouped(counts.duplicates()));
        items.add("conflicts " + Amounts.grouped(counts.conflicts()));
        items.add("rejected " + Amounts.grouped(counts.rejected()));
        return items;
    }

    private List<String> viewpoint() {
        List<String> items =
                viewpoint(report.viewpoint(), report.query().calendar().zone());
        report.historyStarts().ifPresent(date -> items.add("history starts " + date));
        if (report.forgotten() > 0) {
            items.add("persons forgotten " + Amounts.grouped(report.forgotten()));
        }
        return items;
    }

    /** Local date and time, to the second. */
    static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** From where one looks. */
    static List<String> viewpoint(Viewpoint view, ZoneId zone) {
        List<String> items = new ArrayList<>();
        items.add("as of " + moment(view.asOf(), zone));
        if (!view.knownAt().equals(Instant.MAX)) {
            items.add("known at " + moment(view.knownAt(), zone));
        }
        items.add("zone " + zone);
        return items;
    }

    /** Items with commas between, on as many lines as the width asks for. */
    private void add(String start, List<String> items) {
        StringBuilder line = new StringBuilder(start);
        boolean fresh = true;
        for (String item : items) {
            if (!fresh && Shown.width(line.toString()) + Shown.width(item) + 2 > width) {
                lines.add(line.append(',').toString());
                line = new StringBuilder("  ");
                fresh = true;
            }
            line.append(fresh ? "" : ", ").append(item);
            fresh = false;
        }
        if (!fresh) {
            lines.add(line.toString());
        }
    }
}
