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
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Reads what pay depends on out of a report and a scorecard. */
final class FactsReader {
    private final Scope rep;
    private final PayFacts nothing;
    private final KpiReport report;
    private final @Nullable Scorecard scorecard;

    FactsReader(String rep, Period period, KpiReport report, @Nullable Scorecard scorecard) {
        this.rep = Scope.rep(rep);
        this.nothing = PayFacts.of(rep, period);
        this.report = report;
        this.scorecard = scorecard;
    }

    PayFacts read(PayScheme scheme) {
        PayFacts facts = nothing;
        for (Input input : scheme.inputs()) {
            if (input instanceof Input.Fact fact) {
                facts = facts.with(input, fact(fact.indicator()));
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

    private KpiValue fact(IndicatorId id) {
        for (Indicator indicator : report.query().indicators()) {
            if (indicator.id().equals(id)) {
                return report.value(indicator, rep, nothing.period());
            }
            for (Figure companion : indicator.companions()) {
                if (new IndicatorId(
                                indicator.id().name(),
                                companion.name(),
                                indicator.id().version())
                        .equals(id)) {
                    return report.value(indicator, companion.name(), rep, nothing.period());
                }
            }
        }
        throw new IllegalArgumentException(
                "indicator (" + id
                        + "): the report does not compute it, and the scheme pays for it. Maybe add scheme.indicators() to the query.");
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
                new Source(comparison.target().indicator().id(), comparison.who()));
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
                ? KpiValue.undefined(undefined.reason(), undefined.sample())
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
        return report.query()
                .organization()
                .flatMap(people -> people.employed(nothing.rep(), LocalDateRange.ALL).stream()
                        .map(LocalDateRange::getStart)
                        .filter(hire -> hire.isBefore(nothing.period().to()))
                        .reduce((earlier, later) -> later))
                .filter(hire -> !hire.equals(LocalDate.MIN))
                .<KpiValue>map(hire -> KpiValue.count(Math.max(0, ChronoUnit.MONTHS.between(hire, first))))
                .orElse(KpiValue.undefined(Reason.NO_DATA));
    }
}
