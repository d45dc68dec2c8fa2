package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.DraftTest.calls;
import static io.github.saleskpi.indicator.DraftTest.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The factories of indicators of values: sums, distributions and distinct ones, of custom events too. */
class DraftedValuesTest {
    private static CustomEvent custom(String id, String name, String subject, String quantity) {
        Header header = Header.of(id, History.instant("03-02 09:00")).withRep("r1");
        return CustomEvent.of(header, name)
                .withSubjectId(subject)
                .withQuantity(quantity == null ? null : new BigDecimal(quantity));
    }

    private static final History DEMOS = demos();

    private static History demos() {
        return new History()
                .and(custom("a", "demo-given", "s1", "1.5"))
                .and(custom("b", "demo-given", "s1", "2"))
                .and(custom("c", "demo-given", "s2", null))
                .and(custom("d", "demo-given", null, "0.25"))
                .and(custom("e", "demo-lost", "s3", "9"));
    }

    @Test
    void customEventsAreCountedSummedAndToldApartByTheirName() {
        assertThat(DEMOS.says(Indicator.count("n").of("demo-given").build())).isEqualTo("4");
        assertThat(DEMOS.says(Indicator.count("n")
                        .of("demo-given", demo -> demo.quantity() != null)
                        .build()))
                .isEqualTo("3");
        Indicator hours = Indicator.sum("hours").quantities("demo-given").build();
        assertThat(DEMOS.says(hours)).isEqualTo("3.75");
        assertThat(DEMOS.says(hours, "average")).isEqualTo("1.25");
        assertThat(DEMOS.says(hours, "facts")).isEqualTo("3");
        assertThat(DEMOS.leftOut(hours)).isEqualTo(Map.of("no-value", 1L));
        Indicator subjects = Indicator.distinct("subjects").of("demo-given").build();
        assertThat(DEMOS.says(subjects)).isEqualTo("2");
        assertThat(DEMOS.says(subjects, "facts")).isEqualTo("3");
        Indicator lost =
                Indicator.ratio("lost").of("demo-lost").over(CustomEvent.class).build();
        assertThat(DEMOS.says(lost)).isEqualTo("1/5");
        assertThat(DEMOS.says(Indicator.ratio("long")
                        .of("demo-given", demo -> demo.quantity() != null)
                        .over("demo-given", demo -> demo.subjectId() != null)
                        .build()))
                .isEqualTo("2/3");
    }

    // Sums

    private static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .build();

    @Test
    void moneyIsSummedAtTheRateOfItsDateAndNeverWithoutOne() {
        History history =
                new History("03-02 09:00 r1 cashes - amount=EUR_100", "03-03 09:00 r1 cashes - amount=USD_50");
        assertThat(history.says(PAID)).isEqualTo("MISSING_RATE");
        CurrencyUnit dollar = CurrencyUnit.of("USD");
        Rates rates = Rates.in(CurrencyUnit.EUR)
                .with(dollar, LocalDate.parse("2026-01-01"), new BigDecimal("0.8"))
                .with(dollar, LocalDate.parse("2026-03-03"), new BigDecimal("0.9"));
        history.asking(query -> query.rates(rates));
        assertThat(history.says(PAID)).isEqualTo("145 EUR");
        assertThat(history.says(PAID, "average")).isEqualTo("72.5 EUR");
        assertThat(history.says(PAID, "facts")).isEqualTo("2");
        assertThat(PAID.primary().accrues()).isTrue();
        assertThat(PAID.figures().get(1).accrues()).isFalse();
    }

    @Test
    void lengthsOfTimeAndWholeNumbersAreSummedExactly() {
        Indicator talk = Indicator.sum("talk-time")
                .durations(CallEnded.class, call -> call.actor().isHuman(), CallEnded::duration)
                .build();
        assertThat(calls().says(talk)).isEqualTo("4020");
        assertThat(talk.primary().unit()).isEqualTo(Unit.DURATION);
        Indicator posts = Indicator.sum("posts")
                .wholes(SocialActivity.class, activity -> (long) activity.count())
                .build();
        History social = new History("03-02 09:00 r1 on xing POST times=3", "03-02 09:00 r1 on xing POST times=4");
        assertThat(social.says(posts)).isEqualTo("7");
        assertThat(social.says(posts, "average")).isEqualTo("3.5");
        assertThat(posts.primary().unit()).isEqualTo(Unit.COUNT);
        assertThat(posts.primary().accrues()).isTrue();
        Indicator amounts = Indicator.sum("amounts")
                .decimals(
                        PaymentReceived.class,
                        payment -> payment.opportunityId() != null,
                        payment -> payment.amount().getAmount())
                .build();
        assertThat(new History("03-02 09:00 r1 cashes o1 amount=EUR_0.1", "03-02 09:00 r1 cashes o1 amount=EUR_0.2")
                        .says(amounts))
                .isEqualTo("0.3");
        assertThat(new History("03-02 09:00 r1 wins o1").says(amounts)).isEqualTo("0");
        assertThat(new History("03-02 09:00 r1 wins o1").says(amounts, "average"))
                .isEqualTo("NO_DATA");
    }

    // Distributions and distinct ones

    @Test
    void aDistributionHasAMedianAndSharesWithinLimits() {
        Indicator lengths = Indicator.distribution("call-length")
                .of(CallEnded.class, CallEnded::duration)
                .shareWithin(Duration.ofMinutes(5))
                .shareWithin(Duration.ofSeconds(90))
                .lowerIsBetter()
                .build();
        assertThat(names(lengths)).containsExactly("median", "p90", "mean", "within-5m", "within-1m30s", "values");
        assertThat(calls().says(lengths)).isEqualTo("300");
        assertThat(calls().says(lengths, "p90")).isEqualTo("3600");
        assertThat(calls().says(lengths, "mean")).isEqualTo("1340");
        assertThat(calls().says(lengths, "within-5m")).isEqualTo("2/3");
        assertThat(calls().says(lengths, "within-1m30s")).isEqualTo("0/3");
        assertThat(calls().says(lengths, "values")).isEqualTo("3");
        assertThat(calls().leftOut(lengths)).isEqualTo(Map.of("no-value", 2L));
        assertThat(lengths.figures().get(3).direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        Indicator talk = Indicator.distribution("talk")
                .of(CallEnded.class, CallEnded::duration)
                .shareWithin(Duration.ofMinutes(5))
                .higherIsBetter()
                .build();
        assertThat(talk.only("within-5m").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(lengths.only("p90").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void aDistributionMayBeOfPlainNumbersWithSharesUpToLimits() {
        Indicator hours = Indicator.distribution("demo-hours")
                .quantities("demo-given")
                .shareAtMost("1.50")
                .shareAtMost(new BigDecimal("20"))
                .lowerIsBetter()
                .build();
        assertThat(names(hours)).containsExactly("median", "p90", "mean", "at-most-1.5", "at-most-20", "values");
        History history = demos().and(custom("f", "demo-given", "s9", "1.50"));
        assertThat(history.says(hours)).isEqualTo("1.5");
        assertThat(history.says(hours, "p90")).isEqualTo("2");
        assertThat(history.says(hours, "mean")).isEqualTo("1.3125");
        assertThat(history.says(hours, "at-most-1.5")).isEqualTo("3/4");
        assertThat(history.says(hours, "at-most-20")).isEqualTo("4/4");
        assertThat(history.says(hours, "values")).isEqualTo("4");
        assertThat(history.leftOut(hours)).isEqualTo(Map.of("no-value", 1L));
        assertThat(hours.figures()).extracting(Figure::unit).startsWith(Unit.NUMBER, Unit.NUMBER, Unit.NUMBER);
        assertThat(hours.primary().accrues()).isFalse();
        assertThat(hours.only("at-most-1.5").primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(hours.only("mean").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(calls().says(hours)).isEqualTo("NO_DATA");
        assertThat(calls().says(hours, "values")).isEqualTo("0");
    }

    @Test
    void aDistributionOfWholeNumbersHasAnExactMedianAndMayBeOfCertainEvents() {
        History social = new History(
                "03-02 09:00 r1 on xing POST times=3",
                "03-02 09:00 r1 on xing POST times=4",
                "03-02 09:00 r1 on xing SHARE times=100");
        Indicator posts = Indicator.distribution("posts")
                .wholes(SocialActivity.class, activity -> activity.kind() == SocialActivity.Kind.POST, activity ->
                        (long) activity.count())
                .build();
        assertThat(social.says(posts)).isEqualTo("3.5");
        Indicator all = Indicator.distribution("all")
                .wholes(SocialActivity.class, activity -> (long) activity.count())
                .build();
        assertThat(social.says(all)).isEqualTo("4");
        History paid = new History(
                "03-02 09:00 r1 cashes o1 amount=EUR_-0.1",
                "03-02 09:00 r1 cashes o1 amount=EUR_123456789012345678.9",
                "03-02 09:00 r1 cashes - amount=EUR_7");
        Indicator amounts = Indicator.distribution("amounts")
                .decimals(PaymentReceived.class, payment -> payment.amount().getAmount())
                .build();
        assertThat(paid.says(amounts)).isEqualTo("7");
        Indicator ofDeals = Indicator.distribution("amounts")
                .decimals(
                        PaymentReceived.class,
                        payment -> payment.opportunityId() != null,
                        payment -> payment.amount().getAmount())
                .build();
        assertThat(((KpiValue.Defined) paid.value(ofDeals)).amount()).isEqualByComparingTo("61728394506172839.4");
    }

    @Test
    void numbersAreExplainedOneByOne() {
        Indicator hours =
                Indicator.distribution("demo-hours").quantities("demo-given").build();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(hours)
                        .build())
                .newLedger();
        DEMOS.events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        Explanation explanation = ledger.explain(hours, Scope.company(), Period.all(), view);
        assertThat(explanation.value().arithmetic()).isEqualTo("median of 3 numbers of demo-hours = 1.5");
        assertThat(explanation.counted())
                .extracting(counted -> counted.amounts().get(0).text())
                .containsExactly("1.5 demo-hours", "2 demo-hours", "0.25 demo-hours");
    }

    @Test
    void distinctOnesAreFoundAnewInMergedSetsAndUnderMergedNames() {
        Indicator people = Indicator.distinct("people")
                .of(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND, IdentityKind.PERSON)
                .build();
        assertThat(calls().byRep(people, "people")).isEqualTo(Map.of("r1", "2", "r2", "1"));
        assertThat(calls().says(people)).isEqualTo("2");
        assertThat(people.primary().accrues()).isFalse();
        Indicator asWritten = Indicator.distinct("people")
                .of(CallEnded.class, CallEnded::personId)
                .build();
        History merged = calls("03-03 09:00 - merges p2 p1");
        assertThat(merged.says(people)).isEqualTo("1");
        assertThat(merged.says(asWritten)).isEqualTo("3");
    }
}
