package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.team.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that hold the facts against a plan, and pay by them. */
final class PlanOptions {
    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = {
                "Targets as JSON: below the report, how the facts stand to them, and scores. --who,",
                "--from and --to choose among them, too; --indicators does not."
            })
    private @Nullable Path plan;

    @Option(
            names = "--pay",
            paramLabel = "FILE",
            description = {
                "A pay scheme as JSON: what each rep is paid for periods of --every, line by line.",
                "kpi lint shows what a plan or a scheme may not mean."
            })
    private @Nullable Path pay;

    private final Definitions definitions;

    PlanOptions(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Says now what does not go together, before anything is read. */
    void check(Format format) {
        if (format == Format.CSV && !files().isEmpty()) {
            throw Complaint.usage(
                    "--format",
                    format.toString(),
                    "has a row for each figure, and no place for plan or pay",
                    "Maybe json, or leave out " + (plan == null ? "--pay" : "--plan") + ".");
        }
    }

    /** What is to be asked beside the report of that query, for the scope that is shown. */
    Appraisal appraisal(KpiQuery base, Scope who) {
        return Appraisal.of(plan(plan, base, definitions), payScheme(pay, definitions), base, who, definitions);
    }

    /** The plan in that file, or null without one. */
    static @Nullable Plan plan(@Nullable Path file, KpiQuery base, Definitions definitions) {
        return JsonFile.read("--plan", file, in -> KpiJackson3.readPlan(in, base.calendar(), definitions::named));
    }

    /** The pay scheme in that file, or null without one. */
    static @Nullable PayScheme payScheme(@Nullable Path file, Definitions definitions) {
        return JsonFile.read("--pay", file, in -> readPayScheme(in, definitions));
    }

    /** A scheme that pays for an unknown indicator is refused like one with an unknown field. */
    private static PayScheme readPayScheme(InputStream in, Definitions definitions) throws IOException {
        PayScheme scheme = KpiJackson3.readPayScheme(in);
        scheme.indicators().forEach(id -> definitions.named(id.toString()));
        return scheme;
    }

    /** The files that are read for them. */
    List<Path> files() {
        return Stream.of(plan, pay).filter(Objects::nonNull).toList();
    }
}
