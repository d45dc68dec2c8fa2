package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kpi explain}: why a number of the report is what it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows how a number of the report came about: what counted, and what was left out by which rule;",
            "or how a comparison with a plan or a line of pay did, and the facts behind it."
        },
        footer = {
            "",
            "Example: kpi explain events.ndjson --indicator win-rate --who rep:ann --period 2026-03",
            "         kpi explain events.ndjson --plan plan.json --target quota --who rep:ann --period 2026-Q1",
            "",
            "Exit status: 0 done; 1 the input had rejects (the result is still written, but",
            "not with --strict); 2 wrong usage; 3 cannot read or write."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Definitions definitions;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private final WhatOptions what;

    @Option(
            names = "--who",
            paramLabel = "SCOPE",
            required = true,
            description = {
                "Whose: company, rep:ann, team:north, channel:email or ATTRIBUTE:VALUE; rep:- is",
                "nobody; commas join several."
            })
    private String who = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = "When: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-02 or all.")
    private String period = "";

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "By what the report's rows are told apart. Default: what --who names.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "LENGTH",
            description = "Length of the report's periods. Default: that of --period.")
    private @Nullable String every;

    @Mixin
    private ViewOptions view = new ViewOptions();

    @Option(names = "--context", description = "Also shows the facts of these stories that are neither.")
    private boolean context;

    @Option(names = "--all", description = "Shows long lists in full.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people or json for programs, which is always whole. Default: text.")
    private String format = "text";

    ExplainCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.definitions = definitions;
        this.what = new WhatOptions(definitions);
    }

    @Override
    public Integer call() {
        boolean json = Words.isJson(format);
        what.check();
        Question question = question();
        input.check();
        view.check();
        EventInputs inputs = input.inputs(around, definitions);
        List<Path> files = new ArrayList<>(view.files());
        files.addAll(what.files());
        Destination destination = input.destination(inputs, files, around);
        ProgressLine progress = new ProgressLine(around.err(), around.watched());
        try {
            KpiLedger ledger = KpiEngine.of(question.query()).newLedger();
            EventInputs.Outcome read = input.read(inputs, ledger, progress);
            progress.say("explaining");
            Question.Answer answer = question.answer(ledger, view.viewpoint(ledger, around));
            progress.end();
            Ink ink = Ink.of(around.colourful() && !destination.isFile());
            destination.write(out -> {
                if (json) {
                    answer.writeJson(out);
                } else {
                    out.write(answer.text(each -> text(each, ink), ink).getBytes(StandardCharsets.UTF_8));
                }
            });
            answer.hint().ifPresent(hint -> around.err().println("kpi: " + Shown.safe(hint)));
            return InputOptions.tellRejects(read, around);
        } finally {
            progress.end();
        }
    }

    private String text(Explanation explanation, Ink ink) {
        return new ExplanationText(explanation, view.calendar(), context, all, ink).print();
    }

    private Question question() {
        try {
            Period when = view.calendar().parse(period);
            if (every != null && Words.granularity("--every", every) != when.granularity()) {
                throw Complaint.usage("--period", period, "is not a " + every, "Maybe leave --every out.");
            }
            List<Dimension> dimensions = view.dimensions(by.isEmpty() ? namedBy(who) : by);
            return what.question(view.query().every(when.granularity()).groupBy(dimensions), scope(dimensions), when);
        } catch (IllegalArgumentException refused) {
            throw Complaint.usage(String.valueOf(refused.getMessage()));
        }
    }

    private Scope scope(List<Dimension> dimensions) {
        Scope scope = Words.scope("--who", who, dimensions);
        if (!scope.values().isEmpty() && scope.values().size() != dimensions.size()) {
            throw Complaint.usage(
                    "--who", who, "must name a value of each of " + dimensions, "Maybe company, or one --by less.");
        }
        return scope;
    }

    /** The dimensions that a scope's text names. */
    private static List<String> namedBy(String scope) {
        return Arrays.stream(scope.split(",", -1))
                .filter(part -> part.indexOf(':') > 0)
                .map(part -> part.substring(0, part.indexOf(':')))
                .distinct()
                .toList();
    }
}
