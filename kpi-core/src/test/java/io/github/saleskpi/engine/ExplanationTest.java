package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.CONTACT_QUALITY;
import static io.github.saleskpi.indicator.Indicators.FOLLOW_UPS;
import static io.github.saleskpi.indicator.Indicators.MATERIAL_USE;
import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.SOCIAL_USE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Evidence;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.Explanation.Story;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rule 8: every number explains itself. */
class ExplanationTest {
    static final Period MARCH = Period.month(2026, 3);
    static final Viewpoint APRIL = Viewpoint.asOf(History.instant("04-01 00:00"));
    static final History DEALS = new History(
            "03-01 09:00 r1 opens o1 amount=EUR_100",
            "03-02 09:00 r1 opens o2",
            "03-03 09:00 r2 opens o3",
            "03-04 09:00 r1 opens o4",
            "03-05 09:00 r1 meets o1",
            "03-10 09:00 r1 wins o1",
            "03-11 09:00 r1 loses o2",
            "03-12 09:00 r2 wins o3",
            "04-02 09:00 r1 loses o4");

    static KpiLedger ledger(History history, Consumer<KpiQuery.Builder> asked, Indicator... indicators) {
        KpiQuery.Builder query = KpiQuery.builder()
                .indicators(indicators)
                .every(Granularity.MONTH)
                .groupBy(Dimension.REP);
        asked.accept(query);
        KpiLedger ledger = KpiEngine.of(query.build()).newLedger();
        history.events().forEach(ledger::add);
        return ledger;
    }

    static Explanation explain(History history, Indicator indicator, Scope scope) {
        return ledger(history, query -> {}, indicator).explain(indicator, scope, MARCH, APRIL);
    }

    static List<String> ids(List<Evidence> facts) {
        return facts.stream().map(Evidence::id).toList();
    }

    static List<String> told(Explanation explanation) {
        return explanation.counted().stream()
                .map(counted -> counted.fact().id() + " "
                        + counted.amounts().stream().map(Amount::text).toList())
                .toList();
    }

    // What is counted

    @Test
    void theCountedFactsAreNamedWithWhatTheyAdded() {
        Explanation explanation = explain(DEALS, WIN_RATE, Scope.rep("r1"));
        assertThat(told(explanation))
                .containsExactly(
                        "e06 [100 EUR of closed-amount, 1 won, 100 EUR of won-amount, 777600 s of cycle]",
                        "e01 [1 opened]",
                        "e07 [1 lost]",
                        "e02 [1 opened]",
                        "e04 [1 opened]");
        Counted win = explanation.counted().get(0);
        assertThat(win.fact().role()).isEqualTo("move");
        assertThat(win.fact().event().type()).isEqualTo("opportunityMoved");
        assertThat(win.rep()).isEqualTo("r1");
        assertThat(win.decidedAt().at()).isEqualTo(History.instant("03-10 09:00"));
        assertThat(win.parts()).containsExactly(Part.CELL);
    }

    @Test
    void factsThatProveAContributionAreNamedWithIt() {
        Counted win = explain(DEALS, WIN_RATE, Scope.rep("r1")).counted().get(0);
        assertThat(ids(win.because())).containsExactly("e01");
        assertThat(win.because().get(0).judged()).isTrue();
        assertThat(win.fact().judged()).isFalse();
    }

    @Test
    void whatConcernsCompanionsOnlyIsMarked() {
        assertThat(explain(DEALS, WIN_RATE, Scope.rep("r1")).counted().stream()
                        .filter(Counted::aside)
                        .map(counted -> counted.fact().id()))
                .containsExactly("e01", "e02", "e04");
    }

    @Test
    void aFactIsExplainedInItsOwnCellOnly() {
        assertThat(explain(DEALS, WIN_RATE, Scope.rep("r2")).stories())
                .extracting(Story::place)
                .containsExactly("opportunity:o3");
        assertThat(ledger(DEALS, query -> {}, WIN_RATE)
                        .explain(
                                WIN_RATE,
                                Scope.rep("r1"),
                                Period.month(2026, 4),
                                Viewpoint.asOf(History.instant("05-01 00:00")))
                        .stories())
                .extracting(Story::place)
                .containsExactly("opportunity:o4");
    }

    @Test
    void theCompanyIsExplainedByTheStoriesOfAllItsRows() {
        assertThat(explain(DEALS, WIN_RATE, Scope.company()).stories())
                .extracting(Story::place)
                .containsExactly("opportunity:o1", "opportunity:o2", "opportunity:o3", "opportunity:o4");
    }

    @Test
    void aTeamIsExplainedByTheStoriesOfThoseBelowIt() {
        Organization people = Organization.builder()
                .team("all", null)
                .team("north", "all")
                .member("r1", "north", LocalDate.parse("2026-01-01"), null)
                .member("r2", "all", LocalDate.parse("2026-01-01"), null)
                .build();
        KpiLedger ledger = ledger(DEALS, query -> query.organization(people).groupBy(Dimension.TEAM), WIN_RATE);
        assertThat(ledger.explain(WIN_RATE, Scope.of(Dimension.TEAM, "all"), MARCH, APRIL)
                        .stories())
                .hasSize(4);
        assertThat(ledger.explain(WIN_RATE, Scope.of(Dimension.TEAM, "north"), MARCH, APRIL)
                        .stories())
                .hasSize(3);
    }

    @Test
    void anAttributesValueIsExplainedByItsStories() {
        History history = new History(
                "03-01 09:00 r1 opens o1 product=lathe", "03-02 09:00 r1 wins o1", "03-03 09:00 r1 loses o2");
        Dimension product = Dimension.attribute("product");
        KpiLedger ledger = ledger(history, query -> query.groupBy(product), WIN_RATE);
        assertThat(ledger.explain(WIN_RATE, Scope.of(product, "lathe"), MARCH, APRIL)
                        .value()
                        .arithmetic())
                .isEqualTo("1 won / (1 won + 0 lost) = 1");
        assertThat(ledger.explain(WIN_RATE, Scope.of(product, null), MARCH, APRIL)
                        .stories())
                .extracting(Story::place)
                .containsExactly("opportunity:o2");
    }

    @Test
    void moneyIsShownAsAddedAndAsTold() {
        Rates rates =
                Rates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.parse("2026-01-01"), new BigDecimal("0.5"));
        History history = new History("03-01 09:00 r1 cashes o1 amount=USD_30");
        KpiLedger ledger = ledger(history, query -> query.rates(rates), Indicators.REVENUE);
        assertThat(told(ledger.explain(Indicators.REVENUE, Scope.rep("r1"), MARCH, APRIL)))
                .containsExactly("e01 [15 EUR of revenue (30 USD)]");
    }

    // What is left out, and context

    @Test
    void aFactLeftOutIsShownWithItsRuleInTheCellOfItsActor() {
        History history = new History(
                "03-02 09:00 - asks q1 owner=r1", "03-02 09:01 automation:r2 writes q1", "03-02 09:10 r1 writes q1");
        Explanation ofActor = explain(history, RESPONSE_TIME, Scope.rep("r2"));
        assertThat(ofActor.leftOutByRule()).isEqualTo(Map.of("not-human", 1L));
        assertThat(ofActor.leftOut().get(0).fact().id()).isEqualTo("e02");
        assertThat(ofActor.value().value()).isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
        assertThat(explain(history, RESPONSE_TIME, Scope.rep("r1")).leftOut()).isEmpty();
    }

    @Test
    void anOpportunityLeftOutIsShownForItsOwnerAtItsOpening() {
        assertThat(explain(DEALS, WIN_RATE, Scope.rep("r1")).leftOut())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.fact().id()).isEqualTo("e04");
                    assertThat(left.rule()).hasToString("still-open");
                    assertThat(left.rep()).isEqualTo("r1");
                });
    }

    @Test
    void theOtherFactsOfAStoryAreItsContext() {
        History history = new History(
                "02-02 09:00 r1 calls p1 ANSWERED",
                "03-02 09:00 r1 calls p1 REACHED",
                "03-03 09:00 r1 opens o1 person=p1");
        Story story =
                explain(history, CONTACT_QUALITY, Scope.rep("r1")).stories().get(0);
        assertThat(story.leftOut()).extracting(left -> left.rule().name()).containsExactly("not-cold");
        assertThat(ids(story.context())).containsExactly("e01", "e03");
    }

    @Test
    void aChangeOfTheOwnerIsContextSinceItSaysWhoIsCredited() {
        History history =
                new History("03-01 09:00 r1 opens o1", "03-05 09:00 - assigns o1 to=r2", "03-10 09:00 r1 wins o1");
        Story story = explain(history, WIN_RATE, Scope.rep("r2")).stories().get(0);
        assertThat(story.counted().get(0).rep()).isEqualTo("r2");
        assertThat(story.context())
                .singleElement()
                .satisfies(fact -> assertThat(fact.role() + " " + fact.id()).isEqualTo("owner e02"));
    }

    @Test
    void aContactWithinTenMinutesIsNamedAsTheSameContact() {
        History history = new History(
                "03-02 09:00 r1 opens o1",
                "03-02 09:10 r1 writes o1",
                "03-02 09:15 r1 writes o1",
                "03-03 09:00 r1 wins o1");
        assertThat(explain(history, FOLLOW_UPS, Scope.rep("r1")).leftOutByRule())
                .isEqualTo(Map.of("same-contact", 1L));
    }

    // Arithmetic

    @Test
    void aRatioIsSpelledOutByWhatItsFigureRead() {
        Explanation.Value rate = explain(DEALS, WIN_RATE, Scope.rep("r1")).value();
        assertThat(rate.arithmetic()).isEqualTo("1 won / (1 won + 1 lost) = 0.5");
        assertThat(rate.readings()).extracting(Explanation.Reading::text).containsExactly("1 won", "1 lost");
    }

    @Test
    void aMedianIsSpelledOutByItsLengthsAndHowManyAreCensored() {
        History history = new History(
                "03-02 09:00 - asks q1",
                "03-02 09:10 r1 writes q1",
                "03-02 10:00 - asks q2 owner=r1",
                "03-02 11:00 - asks q3 owner=r1",
                "03-02 11:20 r1 writes q3");
        assertThat(explain(history, RESPONSE_TIME, Scope.rep("r1")).value().arithmetic())
                .isEqualTo("median of 3 lengths of wait, 1 of them censored = 1200 s");
    }

    @Test
    void theArithmeticSaysWhyThereIsNoValue() {
        assertThat(explain(DEALS, WIN_RATE, Scope.rep("r3")).value().arithmetic())
                .isEqualTo("win-rate of 0 won; 0 lost = NO_DATA");
        History waiting = new History("03-02 09:00 - asks q1 owner=r1");
        assertThat(ledger(waiting, query -> {}, RESPONSE_TIME)
                        .explain(RESPONSE_TIME, Scope.rep("r1"), MARCH, Viewpoint.asOf(History.instant("03-02 10:00")))
                        .value()
                        .arithmetic())
                .isEqualTo("median of 1 lengths of wait, 1 of them censored = CENSORED, at least 3600 s");
    }

    @Test
    void moneyIsSpelledOutByItsSumAndNumberOfAmounts() {
        List<Explanation.Value> values =
                explain(DEALS, WIN_RATE, Scope.rep("r1")).values();
        assertThat(values)
                .extracting(Explanation.Value::arithmetic)
                .contains("100 EUR of won-amount (1 amounts) = 100 EUR");
    }

    @Test
    void workingDaysAreSpelledOutThoughNoStoryMakesThem() {
        History history = new History("03-02 09:00 r1 on linkedin POST", "03-03 09:00 r1 on linkedin REACTION");
        Explanation.Value value = explain(history, SOCIAL_USE, Scope.rep("r1")).value();
        assertThat(value.arithmetic()).isEqualTo("1 active / 22 working days = 0.0454545454545455");
        assertThat(value.readings()).anySatisfy(reading -> {
            assertThat(reading.name()).isEqualTo("working days");
            assertThat(reading.measure()).isNull();
        });
    }

    // What a figure reads elsewhere

    @Test
    void whatAFigureReadsOfTheCompanyAtAllTimesIsExplainedToo() {
        History history = new History(
                "01-02 09:00 - publishes a1",
                "01-02 09:00 - publishes a2",
                "03-02 09:00 r1 uses a1 SENT",
                "03-03 09:00 r2 uses a1 SENT");
        Explanation explanation = explain(history, MATERIAL_USE, Scope.rep("r1"));
        assertThat(explanation.stories()).extracting(Story::place).containsExactly("asset:a1", "asset:a2");
        Counted published = explanation.stories().get(1).counted().get(0);
        assertThat(published.fact().id()).isEqualTo("e02");
        assertThat(published.parts()).containsExactly(Part.COMPANY_EVER);
        assertThat(explanation.value().arithmetic())
                .isEqualTo("1 assets-used / 2 catalogue in the company at all times = 0.5");
    }

    @Test
    void aFactLeftOutInAnotherPeriodIsNotShownThoughItsStoryIsRead() {
        History history = new History(
                "01-02 09:00 - publishes a1", "02-03 09:00 r1 uses a1 VIEWED", "03-02 09:00 r1 uses a1 SENT");
        Explanation explanation = explain(history, MATERIAL_USE, Scope.rep("r1"));
        assertThat(explanation.leftOut()).isEmpty();
        assertThat(ids(explanation.stories().get(0).context())).containsExactly("e02");
    }

    // One figure

    @Test
    void aFigureByNameIsExplainedByWhatItReadsAlone() {
        Explanation won = ledger(DEALS, query -> {}, WIN_RATE).explain(WIN_RATE, "won", Scope.rep("r1"), MARCH, APRIL);
        assertThat(told(won)).containsExactly("e06 [1 won]");
        assertThat(won.values()).extracting(Explanation.Value::arithmetic).containsExactly("1 won");
        assertThat(won.leftOutByRule()).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void aCompanionThatStandsForItselfIsExplainedToo() {
        Indicator won = WIN_RATE.only("won");
        assertThat(explain(DEALS, won, Scope.rep("r1")).value().value()).isEqualTo(KpiValue.count(1));
    }

    @Test
    void anotherQueryIsExplainedAsItIsReported() {
        KpiLedger ledger = ledger(DEALS, query -> {}, RESPONSE_TIME);
        KpiQuery other =
                KpiQuery.builder().indicators(WIN_RATE).every(Granularity.ALL).build();
        Explanation explanation = ledger.explain(other, WIN_RATE, Scope.company(), Period.all(), APRIL);
        assertThat(explanation.value().value())
                .isEqualTo(ledger.report(other, APRIL).value(WIN_RATE, Scope.company(), Period.all()));
        assertThat(ledger.explain(other, WIN_RATE, "lost", Scope.company(), Period.all(), APRIL)
                        .counted())
                .hasSize(1);
    }

    @Test
    void anEngineExplainsEventsAtOnce() {
        KpiEngine engine =
                KpiEngine.of(KpiQuery.builder().groupBy(Dimension.REP).build());
        assertThat(engine.explain(DEALS.events(), WIN_RATE, Scope.rep("r1"), MARCH, APRIL))
                .isEqualTo(explain(DEALS, WIN_RATE, Scope.rep("r1")));
    }

    @Test
    void aFigureOfTheSameNameIsTheSameWhoeverMadeIt() {
        Explanation.Value value = explain(DEALS, WIN_RATE, Scope.rep("r1")).value();
        Explanation.Value remade = new Explanation.Value(
                Indicators.named("win-rate/first-close").primary(),
                value.value(),
                value.readings(),
                value.arithmetic());
        assertThat(remade).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(new Explanation.Value(value.figure(), value.value(), value.readings(), "otherwise"))
                .isNotEqualTo(value);
        assertThat(new Explanation.Value(value.figure(), KpiValue.count(1), value.readings(), value.arithmetic()))
                .isNotEqualTo(value);
    }
}
