package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say from where one looks, and what is known beside the events. */
final class ViewOptions {
    private static final String COMPANY = "company";

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

    /** A query of what these options say; its indicators, periods and rows are to be added. */
    KpiQuery.Builder query() {
        ReportingCalendar dates = calendar();
        return KpiQuery.builder()
                .from(from == null ? null : Words.date("--from", from))
                .to(to == null ? null : Words.date("--to", to))
                .zone(dates.zone())
                .fiscalStart(dates.fiscalStart())
                .rates(JsonFile.read("--rates", rates, KpiJackson3::readRates))
                .workingCalendar(JsonFile.read(
                        "--calendar", calendar, in -> KpiJackson3.readCalendar(in, new CountryHolidays())))
                .organization(JsonFile.read("--organization", organization, KpiJackson3::readOrganization));
    }

    /** The zone and the fiscal year. */
    ReportingCalendar calendar() {
        return new ReportingCalendar(Words.zone("--zone", zone), Words.month("--fiscal-start", fiscalStart));
    }

    /** What these names tell apart. */
    List<Dimension> dimensions(List<String> names) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : names) {
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

    /** Says now what is wrong with the instants, before events are read. */
    void check() {
        instant("--as-of", asOf);
        instant("--known-at", knownAt);
    }

    static @Nullable Instant instant(String option, @Nullable String word) {
        return word == null ? null : Words.instant(option, word);
    }

    /** From where to look at what was read. */
    Viewpoint viewpoint(KpiLedger ledger, Surroundings around) {
        Instant seen = instant("--as-of", asOf);
        Instant known = instant("--known-at", knownAt);
        Viewpoint view = Viewpoint.asOf(seen == null ? newest(ledger, around) : seen);
        return known == null ? view : view.withKnownAt(known);
    }

    /** Without events nothing can be seen, from wherever one looks. */
    private static Instant newest(KpiLedger ledger, Surroundings around) {
        return ledger.newest().orElseGet(() -> {
            around.err()
                    .println(
                            "kpi: no event was accepted, so the report is empty and looks from 1970. Maybe give --as-of.");
            return Instant.EPOCH;
        });
    }

    /** Files that are read beside the events. */
    List<Path> files() {
        return Stream.of(rates, calendar, organization).filter(Objects::nonNull).toList();
    }
}
