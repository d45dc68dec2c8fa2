package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.engine.Restated;
import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.jackson.ReportWriter;
import io.github.saleskpi.team.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private final Surroundings around;
    private final Definitions definitions;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private final QueryOptions options;

    @Option(
            names = "--compare-known-at",
            paramLabel = "INSTANT",
            description = {
                "Also what differs from the same report as it was known then, and by which events:",
                "came late, corrected, retracted, merged."
            })
    private @Nullable String compared;

    @Mixin
    private final PlanOptions plans;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, json for programs, csv for spreadsheets. Default: table.")
    private String format = "table";

    @Mixin
    private PageWidth width = new PageWidth();

    ReportCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.definitions = definitions;
        this.options = new QueryOptions(definitions);
        this.plans = new PlanOptions(definitions);
    }

    @Override
    public Integer call() {
        Format how = Format.of("--format", format);
        int columns = width.columns(around);
        input.check();
        plans.check(how);
        Instant then = comparedAt(how);
        KpiQuery query = options.query();
        options.view().check();
        Scope who = options.who();
        Appraisal appraisal = plans.appraisal(query, who);
        EventInputs inputs = input.inputs(around, definitions);
        List<Path> files = new ArrayList<>(options.view().files());
        files.addAll(plans.files());
        Destination destination = input.destination(inputs, files, around);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(query).newLedger();
            EventInputs.Outcome read = input.read(inputs, ledger, progress);
            progress.say("computing");
            KpiReport report = ledger.report(options.view().viewpoint(ledger, around));
            KpiReport shown = report.showing(who);
            Restated restated =
                    then == null ? null : restated(ledger, report, then).showing(who);
            Appraisal.Result result = appraisal.of(ledger, report);
            progress.end();
            EventCounts counts = EventCounts.of(report, read.lines(), read.rejected());
            destination.write(out -> {
                switch (how) {
                    case JSON -> writer(result, restated).write(shown, counts, out);
                    case CSV -> out.write(utf8(new CsvReport(shown).print()));
                    case TABLE -> out.write(table(shown, counts, restated, result, columns, destination.isFile()));
                }
            });
            Stream.concat(Hints.of(report, who, ledger).stream(), result.hints().stream())
                    .forEach(hint -> around.err().println("kpi: " + Shown.safe(hint)));
            return InputOptions.tellRejects(read, around);
        } finally {
            progress.end();
        }
    }

    private @Nullable Instant comparedAt(Format how) {
        if (compared != null && how == Format.CSV) {
            throw Complaint.usage(
                    "--format",
                    how.toString(),
                    "has a row for each figure, and no place for what differs",
                    "Maybe json, or leave out --compare-known-at.");
        }
        return ViewOptions.instant("--compare-known-at", compared);
    }

    /** Asked last for the report's own viewpoint, from where plan and pay look. */
    private static Restated restated(KpiLedger ledger, KpiReport report, Instant then) {
        return ledger.restated(report.viewpoint().withKnownAt(then), report.viewpoint());
    }

    private static ReportWriter writer(Appraisal.Result result, @Nullable Restated restated) {
        ReportWriter writer = ReportWriter.withJackson3();
        if (restated != null) {
            writer = writer.withRestated(restated);
        }
        if (result.scorecard() != null) {
            writer = writer.withScorecard(result.scorecard());
        }
        return result.pay() == null ? writer : writer.withPay(result.pay());
    }

    private byte[] table(
            KpiReport report,
            EventCounts counts,
            @Nullable Restated restated,
            Appraisal.Result result,
            int columns,
            boolean toFile) {
        boolean whole = options.who().values().isEmpty();
        Ink ink = Ink.of(around.colourful() && !toFile);
        return utf8(new TableReport(report, counts, columns, whole).print(ink)
                + (restated == null
                        ? ""
                        : "\n" + new RestatedText(restated, report.query().calendar(), ink).print())
                + new AppraisalText(result, report, columns, ink).print());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
