package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.SideBySide;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kpi variants}: several definitions of an indicator over the same events. */
@Command(
        name = "variants",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows several variants of an indicator side by side, with the events that make the difference.",
            "--indicators names them; one alone stands for itself and all its variants."
        },
        footer = {
            "",
            "Example: kpi variants events.ndjson --indicators win-rate,win-rate/first-close --by company",
            "",
            "Exit status: 0 done; 1 the input had rejects (the result is still written, but",
            "not with --strict); 2 wrong usage; 3 cannot read or write."
        })
final class VariantsCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final Surroundings around;
    private final Definitions definitions;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private final QueryOptions options;

    @Option(names = "--all", description = "Shows all facts that are told differently, not only the first of each row.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people or json for programs, which is always whole. Default: text.")
    private String format = "text";

    VariantsCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.options = new QueryOptions(definitions);
        this.definitions = definitions;
    }

    @Override
    public Integer call() {
        boolean json = Words.isJson(format);
        input.check();
        KpiQuery query = query();
        options.view().check();
        Scope who = options.who();
        EventInputs inputs = input.inputs(around, definitions);
        Destination destination = input.destination(inputs, options.view().files(), around);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(query).newLedger();
            EventInputs.Outcome read = input.read(inputs, ledger, progress);
            progress.say("comparing");
            SideBySide sideBySide = ledger.sideBySide(query, options.view().viewpoint(ledger, around))
                    .showing(who);
            progress.end();
            destination.write(out -> {
                if (json) {
                    KpiJackson3.writeSideBySide(sideBySide, out);
                } else {
                    Ink ink = Ink.of(around.colourful() && !destination.isFile());
                    String text = new SideBySideText(sideBySide, all ? Integer.MAX_VALUE : SHOWN, ink).print();
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            });
            return InputOptions.tellRejects(read, around);
        } finally {
            progress.end();
        }
    }

    private KpiQuery query() {
        KpiQuery query = options.query();
        List<Indicator> asked = query.indicators();
        Indicator first = asked.get(0);
        for (Indicator other : asked) {
            boolean alike = base(other).equals(base(first))
                    && Objects.equals(other.id().companion(), first.id().companion());
            if (!alike) {
                throw Complaint.usage(
                        "--indicators",
                        first.id() + ", " + other.id(),
                        "must be variants of one indicator",
                        "Maybe win-rate,win-rate/first-close.");
            }
        }
        if (asked.size() > 1) {
            return query;
        }
        List<Indicator> family = definitions.all().stream()
                .filter(each -> base(each).equals(base(first)))
                .map(each -> first.id().companion() == null
                        ? each
                        : each.only(Objects.requireNonNull(first.id().companion())))
                .toList();
        if (family.size() < 2) {
            throw Complaint.usage(
                    "--indicators", first.id().toString(), "has no variants", "Maybe win-rate or response-time.");
        }
        return query.toBuilder().indicators(family).build();
    }

    private static String base(Indicator indicator) {
        String name = indicator.id().name();
        int slash = name.startsWith("activities/") ? -1 : name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
