package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.MARCH;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Granularity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Indicators made by the factories, and those made of others, are planned and paid as the built-in ones are. */
class DraftedPayTest {
    private static final Indicator CALLS =
            Indicator.count("calls").of(CallEnded.class).higherIsBetter().build();
    private static final Indicator MEETINGS =
            Indicator.count("meetings").of(MeetingHeld.class).build();
    private static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .build();
    private static final Indicator PAID_PER_CALL =
            Indicator.ratioOf("paid-per-call", PAID, CALLS).build();
    private static final Indicator SCORE = Indicator.weightedScore("score")
            .part(CALLS, "1", "0", "4")
            .part(MEETINGS, "3", "0", "2")
            .build();
    private static final Indicator SHARE =
            Indicator.shareOfCompany("share", CALLS).build();
    private static final Indicator DAILY =
            Indicator.perWorkingDay("daily", CALLS).build();

    private static final KpiReport REPORT = new History(
                    "03-02 09:00 r1 calls p1",
                    "03-03 09:00 r1 calls p1",
                    "03-04 09:00 r2 calls p1",
                    "03-05 09:00 r1 meets p1",
                    "03-06 09:00 r1 cashes - amount=EUR_300")
            .asking(query -> query.every(Granularity.MONTH).groupBy(Dimension.REP))
            .report(CALLS, PAID_PER_CALL, SCORE, SHARE, DAILY);

    private static Target target(Indicator indicator, String least) {
        return Target.of(indicator.id().name(), indicator, Audience.rep("r1"), Schedule.in(MARCH), Goal.atLeast(least));
    }

    @Test
    void theyAreComparedWithTargets() {
        Target perCall = Target.of(
                "paid-per-call",
                PAID_PER_CALL,
                Audience.rep("r1"),
                Schedule.in(MARCH),
                Goal.atLeast("200"),
                CurrencyUnit.EUR);
        List<Target> targets =
                List.of(target(CALLS, "4"), perCall, target(SCORE, "0.5"), target(SHARE, "0.5"), target(DAILY, "1"));
        Scorecard card =
                PlanFactComparator.standard().compare(Plan.of("p").with(LocalDate.of(2026, 1, 1), targets), REPORT);
        Map<String, String> seen = new TreeMap<>();
        for (Comparison each : card.comparisons()) {
            seen.put(each.target().id(), String.valueOf(each.attainment()) + " " + each.status());
        }
        assertThat(seen)
                .isEqualTo(Map.of(
                        "calls", "0.5 MISSED", // 2 of 4, and spread over working days as other counts are
                        "paid-per-call", "0.75 MISSED", // 150 of 200 euros
                        "score", "1 ACHIEVED", // (0.5 + 3 x 0.5) / 4
                        "share", "1.333333333333333333333333333333333 ACHIEVED", // 2 of 3
                        "daily", "0.09090909090909090909090909090909091 MISSED")); // 2 in 22 days
        assertThat(target(CALLS, "4").spread()).isNotNull();
        assertThat(target(SCORE, "1").spread()).isNull();
    }

    @Test
    void theyArePaid() {
        PayScheme scheme = scheme(
                "0",
                PayComponent.commission("per-call", new Input.Fact(PAID_PER_CALL.id()), Curve.flat(n("0.1"))),
                PayComponent.amount("score", new Input.Fact(SCORE.id()), Curve.flat(n("1")), n("1000")),
                PayComponent.amount("quota", QUOTA, Curve.flat(n("1")), n("100")));
        Target quota = Target.of("quota", CALLS, Audience.rep("r1"), Schedule.in(MARCH), Goal.atLeast("4"));
        Scorecard card = PlanFactComparator.standard()
                .compare(Plan.of("p").with(LocalDate.of(2026, 1, 1), List.of(quota)), REPORT);
        PayStatement statement = scheme.statement(PayFacts.read(scheme, "r1", MARCH, REPORT, card));
        assertThat(statement.total()).isEqualTo("565.00"); // 15 + 500 + 50
    }
}
