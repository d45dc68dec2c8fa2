package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.jackson.ReportWriter;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Viewpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi report}: the indicators by scope and period. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Computes indicators by rep (or other rows) and period.",
        footer = {
            "",
            "Example: kpi report events.ndjson.gz --every quarter --zone Europe/Sofia",
            "",
            "Exit status: 0 done; 1 the input had rejects (the result is still written, but",
            "not with --strict); 2 wrong usage; 3 cannot read or write."
        })
final class ReportCommand implements Callable<Integer> {
    private static final int STANDARD_WIDTH = 100;
    private static final int LEAST_WIDTH = 20;
    private static final int GREATEST_WIDTH = 10_000;

    private final Surroundings around;

    @Parameters(
            arity = "1..*",
            paramLabel = "EVENTS",
            description = "Files of events, one JSON object a line, as they are or in gzip; - is standard input.")
    private List<String> events = new ArrayList<>();

    @Mixin
    private QueryOptions options = new QueryOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people or json for programs. Default: table.")
    private String format = "table";

    @Option(names = "-o", paramLabel = "FILE", description = "Writes there instead of to standard output.")
    private @Nullable String output;

    @Option(
            names = "--strict",
            description = "Stops at the first bad line, also at one with an unknown field, and reports nothing.")
    private boolean strict;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "How wide the table may be. Default: COLUMNS of the environment, else 100.")
    private @Nullable String width;

    ReportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        boolean json = isJson();
        int columns = columns();
        KpiQuery query = options.query();
        Instant asOf = options.asOf();
        Instant knownAt = options.knownAt();
        Scope who = options.who();
        EventInputs inputs = new EventInputs(events, around.in());
        Destination destination = destination(inputs);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(query).newLedger();
            EventInputs.Outcome read = inputs.readInto(ledger, strict, progress);
            progress.say("computing");
            Viewpoint view = Viewpoint.asOf(asOf == null ? newest(ledger) : asOf);
            KpiReport report = ledger.report(knownAt == null ? view : view.withKnownAt(knownAt));
            KpiReport shown = report.showing(who);
            progress.end();
            EventCounts counts = EventCounts.of(report, read.lines(), read.rejected());
            destination.write(out -> {
                if (json) {
                    ReportWriter.withJackson3().write(shown, counts, out);
                } else {
                    boolean colourful = around.colourful() && !destination.isFile();
                    String text =
                            new TableReport(shown, counts, columns, who.values().isEmpty()).print(Ink.of(colourful));
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            });
            Hints.of(report, who, ledger).forEach(hint -> around.err().println("kpi: " + Shown.safe(hint)));
            return tellRejects(read);
        } finally {
            progress.end();
        }
    }

    private boolean isJson() {
        return switch (format) {
            case "table" -> false;
            case "json" -> true;
            default -> throw Complaint.usage("--format", format, "must be table or json", "Maybe json.");
        };
    }

    private Destination destination(EventInputs inputs) {
        if (output == null || output.equals(EventInputs.STANDARD_INPUT)) {
            return Destination.standardOutput(around.out());
        }
        List<Path> read = new ArrayList<>(inputs.files());
        read.addAll(options.files());
        return Destination.file(output, read);
    }

    /** Without events nothing can be seen, from wherever one looks. */
    private Instant newest(KpiLedger ledger) {
        return ledger.newest().orElseGet(() -> {
            around.err()
                    .println(
                            "kpi: no event was accepted, so the report is empty and looks from 1970. Maybe give --as-of.");
            return Instant.EPOCH;
        });
    }

    private int columns() {
        if (width != null) {
            return columns("--width", width);
        }
        String said = around.environment().getOrDefault("COLUMNS", "");
        return said.matches("[1-9][0-9]{1,3}") ? Math.max(LEAST_WIDTH, Integer.parseInt(said)) : STANDARD_WIDTH;
    }

    private static int columns(String option, String word) {
        if (word.matches("[0-9]{1,5}")) {
            int columns = Integer.parseInt(word);
            if (columns >= LEAST_WIDTH && columns <= GREATEST_WIDTH) {
                return columns;
            }
        }
        throw Complaint.usage(
                option, word, "must be " + LEAST_WIDTH + " to " + GREATEST_WIDTH, "Maybe " + STANDARD_WIDTH + ".");
    }

    private int tellRejects(EventInputs.Outcome read) {
        if (read.rejected() == 0) {
            return Status.DONE;
        }
        read.complaints().forEach(line -> around.err().println("kpi: " + Shown.safe(line)));
        String more = read.rejected() > read.complaints().size() ? ", of which the first are above" : "";
        around.err()
                .println(String.format(
                        Locale.ROOT,
                        "kpi: %,d of %,d lines rejected%s; the report is without them.",
                        read.rejected(),
                        read.lines(),
                        more));
        return Status.REJECTS;
    }
}
