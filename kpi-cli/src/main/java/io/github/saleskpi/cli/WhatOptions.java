package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is explained: a figure, a comparison or a line of pay. */
final class WhatOptions {
    @Option(
            names = "--indicator",
            paramLabel = "ID",
            description = "What: an indicator such as win-rate, or a companion such as win-rate:won.")
    private @Nullable String indicator;

    @Option(
            names = "--target",
            paramLabel = "ID",
            description = "Or a target of the plan: how the fact stands to it, and the facts behind it.")
    private @Nullable String target;

    @Option(
            names = "--component",
            paramLabel = "ID",
            description = "Or a line of the pay of --who: how its amount came about, and the facts behind it.")
    private @Nullable String component;

    @Option(names = "--plan", paramLabel = "FILE", description = "The plan as JSON, for --target or --component.")
    private @Nullable Path plan;

    @Option(names = "--pay", paramLabel = "FILE", description = "The pay scheme as JSON, for --component.")
    private @Nullable Path pay;

    private final Definitions definitions;

    WhatOptions(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Says now what does not go together, before anything is read. */
    void check() {
        List<String> asked =
                Stream.of(indicator, target, component).filter(Objects::nonNull).toList();
        if (asked.size() != 1) {
            throw Complaint.usage(
                    "--indicator, --target, --component",
                    asked.isEmpty() ? "absent" : String.join(", ", asked),
                    "one of them must be given",
                    "Maybe --indicator win-rate.");
        }
        require("--target", target, "--plan", plan);
        require("--component", component, "--pay", pay);
        if (indicator != null && !files().isEmpty()) {
            throw Complaint.usage(
                    "--indicator",
                    indicator,
                    "needs no plan or pay scheme",
                    "Maybe " + (pay == null ? "--target" : "--component") + " was meant.");
        }
        if (target != null && pay != null) {
            throw Complaint.usage("--target", target, "needs no pay scheme", "Maybe --component was meant.");
        }
    }

    private static void require(String option, @Nullable String asked, String needed, @Nullable Path file) {
        if (asked != null && file == null) {
            throw Complaint.usage(option, asked, "needs to know where it stands", "Maybe " + needed + " FILE.");
        }
    }

    /** The question, whose query begins so. */
    Question question(KpiQuery.Builder query, Scope who, Period period) {
        if (target != null) {
            KpiQuery base = query.indicators(Indicators.WIN_RATE).build();
            return new TargetQuestion(
                    base,
                    Objects.requireNonNull(PlanOptions.plan(plan, base, definitions)),
                    target,
                    who,
                    period,
                    definitions);
        }
        if (component != null) {
            PayScheme scheme = Objects.requireNonNull(PlanOptions.payScheme(pay, definitions));
            List<Indicator> indicators = scheme.indicators().stream()
                    .map(id -> definitions.named(id.toString()))
                    .toList();
            KpiQuery base = query.indicators(indicators.isEmpty() ? List.of(Indicators.WIN_RATE) : indicators)
                    .groupBy(Dimension.REP)
                    .build();
            Plan targets = PlanOptions.plan(plan, base, definitions);
            return new PayQuestion(
                    base,
                    Appraisal.of(targets, scheme, base, Scope.company(), definitions),
                    targets,
                    scheme,
                    component,
                    who,
                    period,
                    definitions);
        }
        Indicator asked = definitions.named(Objects.requireNonNull(indicator));
        String figure = asked.id().companion();
        Indicator whole = figure == null ? asked : definitions.named(asked.id().name());
        return new FigureQuestion(query.indicators(whole).build(), whole, figure, who, period);
    }

    /** The files that are read for it. */
    List<Path> files() {
        return Stream.of(plan, pay).filter(Objects::nonNull).toList();
    }
}
