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
    private static final int MOST_THREADS = 256;

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
            description = "table for people, json for programs, csv for spreadsheets. Default: table.")
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

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parses lines on N threads; the report is the same for every N. Default: 1.")
    private String threads = "1";

    ReportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Format how = Format.of("--format", format);
        int columns = columns();
        int parsers = number("--threads", threads, 1, MOST_THREADS, 1);
        KpiQuery query = options.query();
        Instant asOf = options.asOf();
        Instant knownAt = options.knownAt();
        Scope who = options.who();
        EventInputs inputs = new EventInputs(events, around.in());
        Destination destination = destination(inputs);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(query).newLedger();
            EventInputs.Outcome read = inputs.readInto(ledger, strict, parsers, progress);
            progress.say("computing");
            Viewpoint view = Viewpoint.asOf(asOf == null ? newest(ledger) : asOf);
            KpiReport report = ledger.report(knownAt == null ? view : view.withKnownAt(knownAt));
            KpiReport shown = report.showing(who);
            progress.end();
            EventCounts counts = EventCounts.of(report, read.lines(), read.rejected());
            destination.write(out -> {
                switch (how) {
                    case JSON -> ReportWriter.withJackson3().write(shown, counts, out);
                    case CSV -> out.write(utf8(new CsvReport(shown).print()));
                    case TABLE -> out.write(table(shown, counts, columns, destination.isFile()));
                }
            });
            Hints.of(report, who, ledger).forEach(hint -> around.err().println("kpi: " + Shown.safe(hint)));
            return tellRejects(read);
        } finally {
            progress.end();
        }
    }

    private byte[] table(KpiReport report, EventCounts counts, int columns, boolean toFile) {
        boolean whole = options.who().values().isEmpty();
        return utf8(new TableReport(report, counts, columns, whole).print(Ink.of(around.colourful() && !toFile)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
            return number("--width", width, LEAST_WIDTH, GREATEST_WIDTH, STANDARD_WIDTH);
        }
        String said = around.environment().getOrDefault("COLUMNS", "");
        return said.matches("[1-9][0-9]{1,3}") ? Math.max(LEAST_WIDTH, Integer.parseInt(said)) : STANDARD_WIDTH;
    }

    private static int number(String option, String word, int least, int greatest, int usual) {
        if (word.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(word);
            if (number >= least && number <= greatest) {
                return number;
            }
        }
        throw Complaint.usage(option, word, "must be " + least + " to " + greatest, "Maybe " + usual + ".");
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
