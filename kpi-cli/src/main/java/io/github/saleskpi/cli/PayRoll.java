package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayRun;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * Whom a scheme pays, and for when: the periods of the query's length of the targets that it looks at, or, if it looks at none,
 * those with a fact; in each of them whoever has a target or is employed, and where no organization is known whoever has a
 * fact.
 */
final class PayRoll {
    private final PayScheme scheme;
    private final KpiQuery query;
    private final @Nullable KpiQuery byTeam;

    private PayRoll(PayScheme scheme, KpiQuery query, @Nullable KpiQuery byTeam) {
        this.scheme = scheme;
        this.query = query;
        this.byTeam = byTeam;
    }

    /** One for the periods, dates and calendars of that query. */
    static PayRoll of(PayScheme scheme, KpiQuery base, boolean planned, Definitions definitions) {
        if (!planned && scheme.inputs().stream().anyMatch(PayRoll::isOfPlan)) {
            throw Complaint.usage(
                    "--pay",
                    scheme.id() + "@" + scheme.version(),
                    "pays for attainments or scores, which need a plan",
                    "Maybe --plan FILE.");
        }
        List<Indicator> indicators = scheme.indicators().stream()
                .map(id -> definitions.named(id.toString()))
                .toList();
        KpiQuery byRep = base.toBuilder()
                .indicators(indicators.isEmpty() ? base.indicators() : indicators)
                .groupBy(Dimension.REP)
                .build();
        List<Indicator> ofTeams = indicators.stream()
                .filter(indicator -> indicator.primary().needsTeam())
                .toList();
        boolean asksTeams = base.organization().isPresent() && !ofTeams.isEmpty();
        return new PayRoll(scheme, byRep, asksTeams ? byTeam(byRep, ofTeams) : null);
    }

    /** The same of some indicators, in the rows in which a rep has figures that need a team. */
    static KpiQuery byTeam(KpiQuery query, List<Indicator> indicators) {
        return query.toBuilder()
                .indicators(indicators)
                .groupBy(Dimension.TEAM, Dimension.REP)
                .build();
    }

    private static boolean isOfPlan(Input input) {
        return input instanceof Input.Attainment || input instanceof Input.Score;
    }

    /** Those that are shown, by rep and period, as the ledger says from there. */
    List<PayStatement> statements(
            KpiLedger ledger, Viewpoint viewpoint, @Nullable Scorecard scorecard, ShownRows shown) {
        KpiReport report = ledger.report(query, viewpoint);
        List<KpiReport> reports = byTeam == null ? List.of(report) : List.of(report, ledger.report(byTeam, viewpoint));
        List<PayFacts> facts = new ArrayList<>();
        for (Period period : periods(report, scorecard)) {
            for (String rep : reps(period, report, scorecard)) {
                if (shown.has(Scope.rep(rep), period)) {
                    facts.add(PayFacts.read(scheme, rep, period, reports, scorecard));
                }
            }
        }
        return PayRun.of(scheme, facts).statements();
    }

    private SortedSet<Period> periods(KpiReport report, @Nullable Scorecard scorecard) {
        Stream<Period> periods = scorecard != null && scheme.inputs().stream().anyMatch(PayRoll::isOfPlan)
                ? lookedAt(scorecard).map(Comparison::period).filter(period -> period.granularity() == query.every())
                : report.cells().stream().map(KpiReport.Cell::period);
        return periods.collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Comparison> lookedAt(Scorecard scorecard) {
        boolean all = scheme.inputs().contains(new Input.Score());
        return scorecard.comparisons().stream()
                .filter(each -> all
                        || scheme.inputs()
                                .contains(new Input.Attainment(each.target().id())));
    }

    private static SortedSet<String> reps(Period period, KpiReport report, @Nullable Scorecard scorecard) {
        Organization people = report.organization().orElse(null);
        SortedSet<String> reps = new TreeSet<>(people == null ? List.of() : people.reps());
        Stream<Scope> targeted = scorecard == null
                ? Stream.empty()
                : scorecard.comparisons().stream()
                        .filter(each -> each.period().equals(period))
                        .map(Comparison::who);
        Stream<Scope> active = people != null
                ? Stream.empty()
                : report.cells().stream()
                        .filter(cell -> cell.period().equals(period))
                        .map(KpiReport.Cell::scope);
        Stream.concat(targeted, active).forEach(scope -> {
            String rep = scope.values().get(Dimension.REP.name());
            if (rep != null) {
                reps.add(rep);
            }
        });
        LocalDateRange dates = LocalDateRange.of(period.from(), period.to());
        reps.removeIf(rep -> people != null
                && people.knows(rep)
                && people.employed(rep, dates).isEmpty());
        return reps;
    }

    /** A word on why nobody is paid, if it is for the length of the periods. */
    Optional<String> hint(@Nullable Scorecard scorecard, List<PayStatement> statements) {
        if (!statements.isEmpty() || scorecard == null) {
            return Optional.empty();
        }
        SortedSet<Granularity> lengths = lookedAt(scorecard)
                .map(each -> each.period().granularity())
                .collect(Collectors.toCollection(TreeSet::new));
        return lengths.isEmpty() || lengths.contains(query.every())
                ? Optional.empty()
                : Optional.of("--pay: no target that " + scheme.id() + "@" + scheme.version()
                        + " looks at has periods of a " + query.every() + ". Maybe --every " + lengths.first() + ".");
    }
}
