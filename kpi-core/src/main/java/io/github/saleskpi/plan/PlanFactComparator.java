package io.github.saleskpi.plan;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares the facts of reports with a plan. Immutable and thread-safe.
 *
 * <pre>{@code
 * PlanFactComparator comparator = PlanFactComparator.standard();
 * List<KpiQuery> queries = comparator.queries(plan, base);          // one for each length of periods and kind of rows
 * List<KpiReport> reports = queries.stream().map(query -> ledger.report(query, viewpoint)).toList();
 * Scorecard scorecard = comparator.compare(plan, reports);
 * }</pre>
 *
 * <p>Compared is every target of the version in force on the first day of each of its periods. A period that has not
 * begun at the date of {@code asOf} is not compared, nor is what accrues for a rep who is employed on none of the days
 * over which it is spread. Reps stand under their names after merges; one of whom the organization knows nothing has the
 * whole target.
 *
 * <p>A figure that {@linkplain io.github.saleskpi.indicator.Figure#needsTeam() needs a team}, such as a share of the team, is
 * read of a rep in rows by team and rep: in the team that the target names, or else in the one in which the rep was in the
 * period. Of who was in several or in none it is read in rows by rep, as if there were no teams, and says so in a note:
 * {@code several-teams:north, south} or {@code no-team}.
 */
public final class PlanFactComparator {
    private static final PlanFactComparator STANDARD = new PlanFactComparator(
            new Judge(BigDecimal.ONE, new BigDecimal("0.90"), new BigDecimal("0.75")), BigDecimal.valueOf(2));
    private static final Comparator<Placed> ORDER =
            Comparator.comparing(Placed::who).thenComparing(Placed::period).thenComparing(Placed::target);

    /** A comparison with the texts that it is sorted by. */
    private record Placed(String who, String period, String target, Comparison comparison) {
        static Placed of(Comparison comparison) {
            return new Placed(
                    comparison.who().toString(),
                    comparison.period().toString(),
                    comparison.target().id(),
                    comparison);
        }
    }

    private final Judge judge;
    private final BigDecimal cap;

    private PlanFactComparator(Judge judge, BigDecimal cap) {
        this.judge = judge;
        this.cap = cap;
    }

    /** With the limits 1.00, 0.90 and 0.75, and the cap 2. */
    public static PlanFactComparator standard() {
        return STANDARD;
    }

    /**
     * The same with other limits of the status during a period: the least attainment against what is expected by now.
     *
     * @throws IllegalArgumentException unless ahead &gt;= onTrack &gt;= behind
     */
    public PlanFactComparator withLimits(BigDecimal ahead, BigDecimal onTrack, BigDecimal behind) {
        if (ahead.compareTo(onTrack) < 0 || onTrack.compareTo(behind) < 0) {
            throw new IllegalArgumentException("limits (" + ahead + ", " + onTrack + ", " + behind
                    + "): must not rise from ahead to behind. Maybe they are swapped.");
        }
        return new PlanFactComparator(new Judge(ahead, onTrack, behind), cap);
    }

    /**
     * The same with another cap: the most that the attainment of one target counts in a score.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public PlanFactComparator withScoreCap(BigDecimal most) {
        if (most.signum() <= 0) {
            throw new IllegalArgumentException("cap (" + most + "): must be positive. Maybe a sign is off.");
        }
        return new PlanFactComparator(judge, most);
    }

    /**
     * The queries whose reports answer a plan, one for each length of periods and kind of rows, with the zone, calendars,
     * organization and rates of the base. A query keeps to the dates of its targets.
     *
     * @throws IllegalArgumentException if a period of a target is none of the base's fiscal year, or a team is compared
     *     without an organization
     */
    public List<KpiQuery> queries(Plan plan, KpiQuery base) {
        return PlanQueries.of(plan, base);
    }

    /**
     * Compares with one report, which has periods of one length and one kind of rows.
     *
     * @throws IllegalArgumentException if the report cannot answer one of the targets
     */
    public Scorecard compare(Plan plan, KpiReport report) {
        return compare(plan, List.of(report));
    }

    /**
     * Compares with several reports from one viewpoint, such as those of {@link #queries}.
     *
     * @throws IllegalArgumentException if there is no report, they differ in viewpoint, calendars or organization, or
     *     none answers one of the targets; the message says which query to add
     */
    public Scorecard compare(Plan plan, Collection<KpiReport> reports) {
        KpiReport first = reports.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "reports (): must be at least one. Maybe the plan needs none: it has no targets."));
        reports.forEach(report -> checkAlike(first, report));
        ReportingCalendar calendar = first.query().calendar();
        WorkingCalendar working =
                first.query().workingCalendar().orElseGet(() -> WorkingCalendar.mondayToFriday(calendar.zone()));
        LocalDate today = calendar.dateOf(first.viewpoint().asOf());
        Answers answers = new Answers(reports);
        Whom whom = new Whom(first.organization().orElse(null), first::nameOf);
        Parts parts = new Parts(first.organization().orElse(null), working, today);
        List<Comparison> comparisons = new ArrayList<>();
        InForce.each(plan, calendar, today.plusDays(1), (target, period) -> {
            for (Whom.Place place : whom.in(period, target)) {
                part(parts, target, place.who(), period)
                        .map(part -> judge.compare(
                                target,
                                place,
                                period,
                                !today.isBefore(period.to()),
                                part,
                                place.noted(answers.value(target, place.row(), period))))
                        .ifPresent(comparisons::add);
            }
        });
        List<Comparison> sorted = comparisons.stream()
                .map(Placed::of)
                .sorted(ORDER)
                .map(Placed::comparison)
                .toList();
        return new Scorecard(plan, first.viewpoint(), sorted, Scores.of(sorted, cap));
    }

    /**
     * Asks a ledger all that the plan needs, and compares. The ledger keeps what it told for each query it was ever asked;
     * to compare again and again, hold on to the {@link #queries} and compare with their reports.
     *
     * @throws IllegalArgumentException as {@link #queries} does
     */
    public Scorecard compare(Plan plan, KpiLedger ledger, KpiQuery base, Viewpoint viewpoint) {
        List<KpiReport> reports = queries(plan, base).stream()
                .map(query -> ledger.report(query, viewpoint))
                .toList();
        return reports.isEmpty() ? new Scorecard(plan, viewpoint, List.of(), List.of()) : compare(plan, reports);
    }

    /**
     * What made the fact of one comparison of a scorecard that this ledger was {@linkplain #compare(Plan, KpiLedger,
     * KpiQuery, Viewpoint) compared} for: the value that the comparison read, with its facts and events.
     *
     * @param base the query that the scorecard was made with
     * @throws IllegalArgumentException if the comparison is of none of the plan's targets, or as {@link #queries} does
     */
    public Explanation explain(Scorecard scorecard, Comparison comparison, KpiLedger ledger, KpiQuery base) {
        Target target = comparison.target();
        for (KpiQuery query : queries(scorecard.plan(), base)) {
            if (Answers.isAnswered(target, comparison.row(), comparison.period(), query)) {
                return ledger.explain(
                        query, target.indicator(), comparison.row(), comparison.period(), scorecard.viewpoint());
            }
        }
        throw new IllegalArgumentException("target " + target.id() + " (" + comparison.who() + " " + comparison.period()
                + "): is not in the scorecard's plan. Maybe it is of another one.");
    }

    private static Optional<Part> part(Parts parts, Target target, Scope who, Period period) {
        return target.spread() == null
                ? Optional.of(Part.WHOLE)
                : parts.of(target.spread(), period, who.values().get(Dimension.REP.name()));
    }

    private static void checkAlike(KpiReport first, KpiReport other) {
        boolean alike = first.viewpoint().equals(other.viewpoint())
                && first.query().calendar().equals(other.query().calendar())
                && first.query().workingCalendar().equals(other.query().workingCalendar())
                && first.organization().equals(other.organization());
        if (!alike) {
            throw new IllegalArgumentException("reports (" + first.viewpoint() + ", " + other.viewpoint()
                    + "): must share viewpoint, calendars and organization. Maybe one is of another day.");
        }
    }
}
