package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.quality.DataQuality;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kpi check}: how far the events can be trusted. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Shows what is suspicious in events, the worst first, and what it changes in the KPIs.",
        footer = {
            "",
            "Example: kpi check events.ndjson.gz --organization team.json",
            "",
            "--from, --to, --fiscal-start and --rates change nothing here.",
            "",
            "Exit status: 0 done, whatever was found; 1 the input had rejects (the result is still",
            "written); 2 wrong usage; 3 cannot read or write."
        })
final class CheckCommand implements Callable<Integer> {
    private static final int USUAL_EXAMPLES = 5;
    private static final int MOST_EXAMPLES = 10_000;

    /** Needed for a ledger, and of no concern: the cheapest. */
    private static final String CHEAPEST = "revenue";

    private final Surroundings around;
    private final Definitions definitions;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ViewOptions view = new ViewOptions();

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "5",
            description = "Shows at most so many event ids for each finding. Default: 5.")
    private String examples = "5";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people or json for programs. Default: text.")
    private String format = "text";

    @Mixin
    private PageWidth width = new PageWidth();

    CheckCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.definitions = definitions;
    }

    @Override
    public Integer call() {
        boolean json = isJson();
        int columns = width.columns(around);
        input.check();
        int most = Words.number("--examples", examples, 0, MOST_EXAMPLES, USUAL_EXAMPLES);
        view.check();
        KpiQuery query = view.query().indicators(Indicators.named(CHEAPEST)).build();
        EventInputs inputs = input.inputs(around, definitions);
        Destination destination = input.destination(inputs, view.files(), around);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(query).newLedger();
            EventInputs.Outcome read = input.read(inputs, ledger, progress);
            progress.say("checking");
            DataQuality quality =
                    DataQuality.of(ledger, query, view.viewpoint(ledger, around), read.lines(), read.rejected(), most);
            progress.end();
            EventCounts counts = new EventCounts(
                    read.lines(),
                    ledger.size(),
                    read.lines() - read.rejected() - ledger.size(),
                    ledger.conflicts(),
                    read.rejected());
            ZoneId zone = query.calendar().zone();
            destination.write(out -> {
                if (json) {
                    KpiJackson3.writeDataQuality(quality, counts, zone, out);
                } else {
                    Ink ink = Ink.of(around.colourful() && !destination.isFile());
                    String text = new QualityPage(quality, counts, zone, columns).print(ink);
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            });
            return InputOptions.tellRejects(read, around);
        } finally {
            progress.end();
        }
    }

    private boolean isJson() {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw Complaint.usage("--format", format, "must be text or json", "Maybe json.");
        };
    }
}
