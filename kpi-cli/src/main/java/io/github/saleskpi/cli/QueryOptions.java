package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is reported. */
final class QueryOptions {
    private static final String ALL = "all";

    @Option(
            names = "--indicators",
            paramLabel = "IDS",
            defaultValue = ALL,
            description = {
                "What to compute: all, or names such as win-rate,response-time:p90 with commas between.",
                "kpi indicators shows them. Default: all."
            })
    private String indicators = ALL;

    @Option(
            names = "--every",
            paramLabel = "LENGTH",
            defaultValue = "month",
            description = "Length of a period: day, week, month, quarter, half, year or all. Default: month.")
    private String every = "month";

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = {
                "A row for each rep, team, channel or value of an attribute; company for one in all.",
                "Repeat it to combine them. Default: rep."
            })
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--who",
            paramLabel = "SCOPE",
            description = {
                "Only rows of that scope: with --by team --by rep, team:north shows its reps.",
                "rep:- is nobody; a comma joins several, as in channel:email,rep:ann."
            })
    private @Nullable String who;

    @Mixin
    private ViewOptions view = new ViewOptions();

    private final Definitions definitions;

    QueryOptions(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The options that say from where one looks. */
    ViewOptions view() {
        return view;
    }

    /** The query that these options make. */
    KpiQuery query() {
        try {
            List<Dimension> dimensions = dimensions();
            who(dimensions);
            return view.query()
                    .indicators(chosen())
                    .every(Words.granularity("--every", every))
                    .groupBy(dimensions)
                    .build();
        } catch (IllegalArgumentException refused) {
            throw Complaint.usage(String.valueOf(refused.getMessage()));
        }
    }

    /** Whose rows are shown; the company for all. */
    Scope who() {
        return who(dimensions());
    }

    private Scope who(List<Dimension> dimensions) {
        return who == null ? Scope.company() : Words.scope("--who", who, dimensions);
    }

    private List<Indicator> chosen() {
        List<Indicator> chosen = new ArrayList<>();
        for (String name : indicators.split(",", -1)) {
            String text = name.strip();
            if (text.equals(ALL)) {
                chosen.addAll(Indicators.standard());
            } else {
                chosen.add(definitions.named(text));
            }
        }
        return chosen;
    }

    private List<Dimension> dimensions() {
        return view.dimensions(by.isEmpty() ? List.of(Dimension.REP.name()) : by);
    }
}
