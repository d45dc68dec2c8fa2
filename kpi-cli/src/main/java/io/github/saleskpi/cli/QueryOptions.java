package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is computed, and from where one looks. */
final class QueryOptions {
    private static final String ALL = "all";
    private static final String COMPANY = "company";

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
            names = "--from",
            paramLabel = "DATE",
            description = "Only periods that end after that date; all begins on it.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Only periods that begin before that date; all ends before it.")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = {
                "A row for each rep, team, channel or value of an attribute; company for one row",
                "in all. Repeat it to combine them. Default: rep."
            })
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The time zone that decides dates, such as Europe/Sofia. Default: UTC.")
    private String zone = "UTC";

    @Option(
            names = "--fiscal-start",
            paramLabel = "MONTH",
            defaultValue = "1",
            description = "First month of the fiscal year: 1 to 12, or its name. Default: 1.")
    private String fiscalStart = "1";

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = {
                "The moment from which to look, such as 2026-07-01T00:00:00Z.",
                "Default: the newest occurredAt of the events."
            })
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Only what had been recorded by then. Default: all.")
    private @Nullable String knownAt;

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "Exchange rates as JSON; money is then in their base currency.")
    private @Nullable Path rates;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Working hours and holidays as JSON: for working days and working time.")
    private @Nullable Path calendar;

    @Option(
            names = "--organization",
            paramLabel = "FILE",
            description = "Teams, members, employment and absences as JSON: for --by team and working days.")
    private @Nullable Path organization;

    @Option(
            names = "--who",
            paramLabel = "SCOPE",
            description = {
                "Only rows of that scope: with --by team --by rep, team:north shows its reps.",
                "rep:- is nobody; commas join several. Totals below stay those of all."
            })
    private @Nullable String who;

    /** The query that these options make. */
    KpiQuery query() {
        KpiQuery.Builder query = KpiQuery.builder()
                .every(Words.granularity("--every", every))
                .from(from == null ? null : Words.date("--from", from))
                .to(to == null ? null : Words.date("--to", to))
                .zone(Words.zone("--zone", zone))
                .fiscalStart(Words.month("--fiscal-start", fiscalStart));
        try {
            List<Dimension> dimensions = dimensions();
            who(dimensions);
            return query.indicators(chosen())
                    .groupBy(dimensions)
                    .rates(JsonFile.read("--rates", rates, KpiJackson3::readRates))
                    .workingCalendar(JsonFile.read(
                            "--calendar", calendar, in -> KpiJackson3.readCalendar(in, new CountryHolidays())))
                    .organization(JsonFile.read("--organization", organization, KpiJackson3::readOrganization))
                    .build();
        } catch (IllegalArgumentException refused) {
            throw Complaint.usage(String.valueOf(refused.getMessage()));
        }
    }

    /** The moment from which to look, or null for the newest event's. */
    @Nullable
    Instant asOf() {
        return asOf == null ? null : Words.instant("--as-of", asOf);
    }

    /** By when facts were recorded, or null for no matter when. */
    @Nullable
    Instant knownAt() {
        return knownAt == null ? null : Words.instant("--known-at", knownAt);
    }

    /** Files that are read beside the events. */
    List<Path> files() {
        return Stream.of(rates, calendar, organization).filter(Objects::nonNull).toList();
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
                chosen.add(Indicators.named(text));
            }
        }
        return chosen;
    }

    private List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : by.isEmpty() ? List.of(Dimension.REP.name()) : by) {
            if (name.equals(Dimension.TEAM.name())) {
                if (organization == null) {
                    throw Complaint.usage(
                            "--by", name, "needs to know the teams", "Maybe --organization FILE, or --by rep.");
                }
                dimensions.add(Dimension.TEAM);
            } else if (name.equals(Dimension.REP.name())) {
                dimensions.add(Dimension.REP);
            } else if (name.equals(Dimension.CHANNEL.name())) {
                dimensions.add(Dimension.CHANNEL);
            } else if (!name.equals(COMPANY)) {
                dimensions.add(Dimension.attribute(name));
            }
        }
        return dimensions;
    }
}
