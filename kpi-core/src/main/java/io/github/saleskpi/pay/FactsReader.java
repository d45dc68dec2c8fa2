package io.github.saleskpi.pay;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Reads what pay depends on out of a report and a scorecard. */
final class FactsReader {
    private final Scope rep;
    private final PayFacts nothing;
    private final KpiReport report;
    private final @Nullable KpiReport byTeam;
    private final @Nullable Scorecard scorecard;

    FactsReader(String rep, Period period, Collection<KpiReport> reports, @Nullable Scorecard scorecard) {
        this.report = reports.stream()
                .filter(each -> !isByTeam(each))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "reports (" + reports.size() + "): must have one by rep. Maybe add it."));
        this.byTeam = reports.stream().filter(FactsReader::isByTeam).findFirst().orElse(null);
        if (byTeam != null && !byTeam.viewpoint().equals(report.viewpoint())) {
            throw new IllegalArgumentException("reports (" + report.viewpoint() + ", " + byTeam.viewpoint()
                    + "): must share their viewpoint. Maybe one is of another day.");
        }
        String name = report.nameOf(rep);
        this.rep = Scope.rep(name);
        this.nothing = PayFacts.of(name, period);
        this.scorecard = scorecard;
    }

    private static boolean isByTeam(KpiReport report) {
        return Set.copyOf(report.query().groupBy()).equals(Set.of(Dimension.TEAM, Dimension.REP));
    }

    PayFacts read(PayScheme scheme) {
        PayFacts facts = nothing;
        for (Input input : scheme.inputs()) {
            if (input instanceof Input.Fact fact) {
                facts = with(facts, fact, scheme.currency());
            } else if (input instanceof Input.Attainment attainment) {
                facts = with(facts, attainment);
            } else if (input instanceof Input.Score) {
                facts = facts.with(input, score());
            } else if (input instanceof Input.MonthsSinceHire) {
                facts = facts.with(input, months());
            }
        }
        return facts;
    }

    private PayFacts with(PayFacts facts, Input.Fact fact, CurrencyUnit currency) {
        checkReach(report);
        IndicatorId id = fact.indicator();
        for (Indicator indicator : report.query().indicators()) {
            if (indicator.id().equals(id)) {
                return with(facts, fact, indicator, indicator.primary(), currency);
            }
            for (Figure companion : indicator.companions()) {
                if (new IndicatorId(
                                indicator.id().name(),
                                companion.name(),
                                indicator.id().version())
                        .equals(id)) {
                    return with(facts, fact, indicator, companion, currency);
                }
            }
        }
        throw new IllegalArgumentException(
                "indicator (" + id
                        + "): the report does not compute it, and the scheme pays for it. Maybe add scheme.indicators() to the query.");
    }

    private PayFacts with(PayFacts facts, Input.Fact fact, Indicator indicator, Figure figure, CurrencyUnit currency) {
        Organization people = report.organization().orElse(null);
        if (!figure.needsTeam() || people == null) {
            return facts.with(fact, value(report, indicator, figure, rep, currency));
        }
        Period period = nothing.period();
        LocalDateRange dates = LocalDateRange.of(period.from(), period.to());
        Optional<String> why = people.whyAlone(nothing.rep(), dates);
        if (why.isPresent()) {
            return facts.with(
                    fact, value(report, indicator, figure, rep, currency).withNote(why.get()));
        }
        if (byTeam == null) {
            throw new IllegalArgumentException("indicator (" + fact.indicator()
                    + "): needs a team, and no report has rows by team and rep. Maybe add one to the report by rep.");
        }
        checkReach(byTeam);
        Scope row = people.placeOf(nothing.rep(), dates);
        return facts.with(fact, value(byTeam, indicator, figure, row, currency), new Source(fact.indicator(), row));
    }

    /** Money of nothing that adds up is 0, as a count of nothing is. */
    private KpiValue value(KpiReport from, Indicator indicator, Figure figure, Scope row, CurrencyUnit currency) {
        KpiValue value = from.value(indicator, figure.name(), row, nothing.period());
        boolean isNothing = figure.unit() == Unit.MONEY
                && figure.accrues()
                && value.sample() == 0
                && value instanceof KpiValue.Undefined none
                && none.reason() == Reason.NO_DATA;
        return isNothing ? KpiValue.money(BigMoney.zero(currency), 0) : value;
    }

    private void checkReach(KpiReport asked) {
        Period period = nothing.period();
        asked.query().from().filter(from -> !from.isBefore(period.to())).ifPresent(from -> refuse("begins on " + from));
        asked.query().to().filter(to -> !period.from().isBefore(to)).ifPresent(to -> refuse("ends on " + to));
    }

    private void refuse(String reach) {
        throw new IllegalArgumentException("period (" + nothing.period() + "): the report " + reach
                + ". Maybe ask for a report that covers the period.");
    }

    private PayFacts with(PayFacts facts, Input.Attainment attainment) {
        Optional<Comparison> found = comparison(attainment.target());
        if (found.isEmpty()) {
            return facts.with(attainment, KpiValue.undefined(Reason.NO_DATA));
        }
        Comparison comparison = found.get();
        return facts.with(
                attainment,
                attained(comparison),
                new Source(comparison.target().indicator().id(), comparison.row()));
    }

    private Optional<Comparison> comparison(String target) {
        return planned()
                .comparison(target, rep, nothing.period())
                .or(() -> planned().comparisons().stream()
                        .filter(each -> each.target().id().equals(target)
                                && each.period().equals(nothing.period())
                                && !each.who().values().containsKey(Dimension.REP.name()))
                        .findFirst());
    }

    private static KpiValue attained(Comparison comparison) {
        BigDecimal attainment = comparison.attainment();
        if (attainment != null) {
            return KpiValue.of(attainment, comparison.fact().sample());
        }
        return comparison.fact() instanceof KpiValue.Undefined undefined
                ? new KpiValue.Undefined(undefined.reason(), null, undefined.sample(), undefined.notes())
                : KpiValue.undefined(Reason.NOT_APPLICABLE, comparison.fact().sample());
    }

    private KpiValue score() {
        return planned()
                .score(rep, nothing.period())
                .flatMap(score -> Optional.ofNullable(score.score()))
                .<KpiValue>map(score -> KpiValue.of(score, 1))
                .orElse(KpiValue.undefined(Reason.NO_DATA));
    }

    private Scorecard planned() {
        if (scorecard == null) {
            throw new IllegalArgumentException(
                    "plan (none): the scheme pays for attainments or scores. Maybe compare a plan with the report first.");
        }
        return scorecard;
    }

    private KpiValue months() {
        LocalDate first = nothing.period().from();
        return report.organization()
                .flatMap(people -> people.employed(nothing.rep(), LocalDateRange.ALL).stream()
                        .map(LocalDateRange::getStart)
                        .filter(hire -> hire.isBefore(nothing.period().to()))
                        .reduce((earlier, later) -> later))
                .filter(hire -> !hire.equals(LocalDate.MIN))
                .<KpiValue>map(hire -> KpiValue.count(Math.max(0, ChronoUnit.MONTHS.between(hire, first))))
                .orElse(KpiValue.undefined(Reason.NO_DATA));
    }
}
