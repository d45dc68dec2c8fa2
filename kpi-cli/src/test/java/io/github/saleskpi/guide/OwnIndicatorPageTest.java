package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/5-own-indicator.md}. */
class OwnIndicatorPageTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static Indicator demoRate() {
        Indicator demoRate = Indicator.ratio("demo-rate")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
                .humansOnly()
                .leaveOut("wrong-number", CallEnded.class, call -> call.outcome() == CallOutcome.WRONG_NUMBER)
                .higherIsBetter()
                .text("meetings set / outbound calls")
                .build();
        return demoRate;
    }

    private static CallEnded call(int number, CallOutcome outcome) {
        Header header =
                Header.of("crm:" + number, MONDAY.plusSeconds(600L * number)).withRep("ann");
        return CallEnded.of(header, "c" + number, CallDirection.OUTBOUND)
                .withPersonId("p" + number % 2)
                .withDuration(Duration.ofMinutes(number))
                .withOutcome(outcome);
    }

    /** Four calls of Ann's that count, one of them a success; a wrong number; and a call by a machine. */
    private static List<SalesEvent> calls() {
        CallEnded machine =
                CallEnded.of(Header.of("crm:6", MONDAY).withActor(Actor.UNKNOWN), "c6", CallDirection.OUTBOUND);
        return List.of(
                call(1, CallOutcome.NO_ANSWER),
                call(2, CallOutcome.MEETING_SET),
                call(3, CallOutcome.REACHED),
                call(4, CallOutcome.ANSWERED),
                call(5, CallOutcome.WRONG_NUMBER),
                machine);
    }

    @Test
    void aDemoRateIsReportedExplainedPlannedAndPaid() {
        Indicator demoRate = demoRate();
        List<SalesEvent> calls = calls();

        KpiQuery query = KpiQuery.builder()
                .indicators(demoRate, Indicators.WIN_RATE)
                .every(Granularity.MONTH)
                .groupBy(Dimension.REP)
                .build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        calls.forEach(ledger::add);
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        KpiReport report = ledger.report(april);
        KpiValue march = report.value(demoRate, Scope.rep("ann"), Period.month(2026, 3));

        assertThat(((KpiValue.Defined) march).amount()).isEqualByComparingTo("0.25");

        Explanation why = ledger.explain(demoRate, Scope.rep("ann"), Period.month(2026, 3), april);
        String arithmetic = why.value().arithmetic();
        Map<String, Long> leftOut = why.leftOutByRule();

        assertThat(arithmetic).isEqualTo("1 part / 4 whole = 0.25");
        assertThat(leftOut).isEqualTo(Map.of("wrong-number", 1L));

        Target target = Target.of(
                "demos",
                demoRate,
                Target.Audience.rep("ann"),
                new Target.Once(Period.month(2026, 3)),
                Goal.atLeast("0.2"));
        Plan plan = Plan.of("2026").with(LocalDate.of(2026, 1, 1), List.of(target));
        Scorecard scorecard = PlanFactComparator.standard().compare(plan, ledger, query, april);
        Comparison demos = scorecard
                .comparison("demos", Scope.rep("ann"), Period.month(2026, 3))
                .orElseThrow();

        assertThat(demos.attainment()).isEqualByComparingTo("1.25");
        assertThat(demos.status()).hasToString("ACHIEVED");

        PayFacts.Input fact = new PayFacts.Input.Fact(demoRate.id());
        Curve points = Curve.linear(
                new Curve.Point(new BigDecimal("0.1"), BigDecimal.ZERO),
                new Curve.Point(new BigDecimal("0.3"), BigDecimal.ONE));
        PayScheme scheme = PayScheme.of(
                        "demos", 1, CurrencyUnit.EUR, BigDecimal.ZERO, new PayScheme.Rounding(RoundingMode.HALF_UP, 2))
                .with(PayComponent.amount("demo-bonus", fact, points, new BigDecimal("400")));
        PayStatement statement =
                scheme.statement(PayFacts.read(scheme, "ann", Period.month(2026, 3), report, scorecard));

        assertThat(statement.total()).isEqualByComparingTo("300");
    }

    @Test
    void eachKindHasALine() {
        Indicator calls = Indicator.count("calls").of(CallEnded.class).build();
        Indicator talk = Indicator.sum("talk")
                .durations(CallEnded.class, CallEnded::duration)
                .build();
        Indicator cash = Indicator.sum("cash")
                .money(PaymentReceived.class, PaymentReceived::amount)
                .build();
        Indicator people = Indicator.distinct("people-called")
                .of(CallEnded.class, IdentityKind.PERSON)
                .build();
        Indicator length = Indicator.distribution("call-length")
                .of(CallEnded.class, CallEnded::duration)
                .shareWithin(Duration.ofMinutes(2))
                .build();
        Indicator firstMeeting = Indicator.perStory("first-meeting", Subject.OPPORTUNITY)
                .from(OpportunityOpened.class)
                .to(MeetingHeld.class)
                .shareWithin(Duration.ofDays(7))
                .lowerIsBetter()
                .build();

        Indicator presented = Indicator.count("presented")
                .of(MeetingHeld.class, meeting -> meeting.kind() == MeetingHeld.Kind.PRESENTATION)
                .oncePer(Subject.OPPORTUNITY)
                .creditOwnerOf(Subject.OPPORTUNITY)
                .companion(firstMeeting)
                .build();

        Indicator demoRate = demoRate();
        Indicator cashPerCall = Indicator.ratioOf("cash-per-call", cash, calls).build();
        Indicator callsADay = Indicator.perWorkingDay("calls-a-day", calls).build();
        Indicator share = Indicator.shareOfCompany("share-of-calls", calls).build();
        Indicator score = Indicator.weightedScore("prospecting")
                .part(demoRate, "2", "0", "0.5")
                .part(calls, "1", "0", "10")
                .build();

        List<SalesEvent> events = new ArrayList<>(calls());
        events.add(OpportunityOpened.of(Header.of("crm:10", MONDAY).withRep("bob"), "o1")
                .withOwnerRepId("bob"));
        for (int day = 1; day <= 2; day++) {
            events.add(MeetingHeld.of(
                            Header.of("crm:1" + day, MONDAY.plus(Duration.ofDays(day)))
                                    .withRep("ann"),
                            "m" + day,
                            MeetingHeld.Kind.PRESENTATION)
                    .withOpportunityId("o1"));
        }
        events.add(PaymentReceived.of(
                Header.of("crm:13", MONDAY).withRep("ann"), "y1", BigMoney.of(CurrencyUnit.EUR, new BigDecimal("60"))));
        KpiReport report = events.stream()
                .collect(KpiEngine.of(KpiQuery.builder()
                                .indicators(
                                        calls,
                                        talk,
                                        cash,
                                        people,
                                        length,
                                        firstMeeting,
                                        presented,
                                        cashPerCall,
                                        callsADay,
                                        share,
                                        score)
                                .groupBy(Dimension.REP)
                                .build())
                        .collector(Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"))));
        assertThat(amount(report, calls, "ann")).isEqualByComparingTo("5");
        assertThat(amount(report, talk, "ann")).as("15 minutes").isEqualByComparingTo("900");
        assertThat(amount(report, people, "ann")).isEqualByComparingTo("2");
        assertThat(amount(report, length, "ann")).isEqualByComparingTo("180");
        assertThat(amount(report, length, "within-2m", "ann")).isEqualByComparingTo("0.4");
        assertThat(amount(report, firstMeeting, "bob")).as("a day").isEqualByComparingTo("86400");
        assertThat(amount(report, presented, "bob"))
                .as("once, and to the owner")
                .isEqualByComparingTo("1");
        assertThat(amount(report, presented, "first-meeting", "bob")).isEqualByComparingTo("86400");
        assertThat(amount(report, cashPerCall, "ann")).isEqualByComparingTo("12");
        assertThat(amount(report, callsADay, "ann"))
                .as("5 on 22 days")
                .isBetween(new BigDecimal("0.22"), new BigDecimal("0.23"));
        assertThat(amount(report, share, "ann")).as("5 of 6").isBetween(new BigDecimal("0.83"), new BigDecimal("0.84"));
        assertThat(amount(report, score, "ann")).isEqualByComparingTo("0.5");
    }

    private static BigDecimal amount(KpiReport report, Indicator indicator, String rep) {
        return amount(report, indicator, indicator.primary().name(), rep);
    }

    private static BigDecimal amount(KpiReport report, Indicator indicator, String figure, String rep) {
        return ((KpiValue.Defined) report.value(indicator, figure, Scope.rep(rep), Period.month(2026, 3))).amount();
    }
}
