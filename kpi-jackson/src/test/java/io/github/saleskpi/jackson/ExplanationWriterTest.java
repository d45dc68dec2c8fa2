package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ExplanationWriterTest {
    private static final Viewpoint APRIL = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
    private static final Rates RATES =
            Rates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.parse("2026-01-01"), new BigDecimal("0.5"));

    private static Header at(String id, String time, String rep) {
        return Header.of(id, Instant.parse("2026-03-" + time + ":00Z")).withActor(Actor.rep(rep));
    }

    private static Explanation explain(Viewpoint from, Indicator indicator, SalesEvent... events) {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(indicator)
                .groupBy(Dimension.REP)
                .rates(RATES)
                .build());
        return engine.explain(List.of(events), indicator, Scope.rep("r1"), Period.month(2026, 3), from);
    }

    private static String json(Explanation explanation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExplanationWriter.withJackson3().write(explanation, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String of(Indicator indicator, SalesEvent... events) {
        return json(explain(APRIL, indicator, events));
    }

    @Test
    void anExplanationIsWrittenWithOneFigureAndOneStoryALine() {
        String json = of(
                Indicators.WIN_RATE.only("won"),
                OpportunityOpened.of(at("a", "02T09:00", "r1"), "o1"),
                OpportunityMoved.of(at("b", "05T09:00", "r1"), "o1", OpportunityMoved.Status.WON),
                OpportunityOpened.of(at("c", "06T09:00", "r1"), "o2"));
        assertThat(json).isEqualTo("""
                        {"asOf":"2026-04-01T00:00:00Z","indicator":"win-rate:won@1","who":"rep:r1","period":"2026-03",\
                        "complete":true,"figures":[
                        {"figure":"won","unit":"count","value":1,"sample":1,"arithmetic":"1 won","readings":[\
                        {"name":"won","part":"cell","amount":1,"text":"1 won"}]}],"leftOut":{"still-open":1},\
                        "rules":{"still-open":"not closed yet"},"stories":[
                        {"story":"opportunity:o1","counted":[\
                        {"id":"b","type":"opportunityMoved","occurredAt":"2026-03-05T09:00:00Z","role":"move","judged":false,\
                        "rep":"r1","decidedAt":"2026-03-05T09:00:00Z","date":"2026-03-05","parts":["cell"],"amounts":[\
                        {"measure":"won","amount":1},{"measure":"cycle","seconds":259200}],"because":[\
                        {"id":"a","type":"opportunityOpened","occurredAt":"2026-03-02T09:00:00Z","role":"opening","judged":true}]},\
                        {"id":"a","type":"opportunityOpened","occurredAt":"2026-03-02T09:00:00Z","role":"opening","judged":true,\
                        "rep":"r1","decidedAt":"2026-03-02T09:00:00Z","date":"2026-03-02","companionsOnly":true,"parts":["cell"],\
                        "amounts":[{"measure":"opened","amount":1}],"because":[]}],"leftOut":[],"context":[]},
                        {"story":"opportunity:o2","counted":[\
                        {"id":"c","type":"opportunityOpened","occurredAt":"2026-03-06T09:00:00Z","role":"opening","judged":true,\
                        "rep":"r1","decidedAt":"2026-03-06T09:00:00Z","date":"2026-03-06","companionsOnly":true,"parts":["cell"],\
                        "amounts":[{"measure":"opened","amount":1}],"because":[]}],"leftOut":[\
                        {"id":"c","type":"opportunityOpened","occurredAt":"2026-03-06T09:00:00Z","role":"opening","judged":true,\
                        "rep":"r1","rule":"still-open"}],"context":[]}]}
                        """);
    }

    @Test
    void moneyHasItsCurrencyAndWhatItWasBeforeItWasConverted() {
        OpportunityMoved won = OpportunityMoved.of(at("a", "02T09:00", "r1"), "o1", OpportunityMoved.Status.WON)
                .withAmount(BigMoney.parse("USD 30"));
        assertThat(of(Indicators.WON_AMOUNT, won))
                .contains("{\"measure\":\"won-amount\",\"amount\":\"15\",\"currency\":\"EUR\","
                        + "\"told\":{\"amount\":\"30\",\"currency\":\"USD\"}}");
    }

    @Test
    void lengthsAreSecondsAndSayWhetherTheyEnded() {
        SalesEvent asked = RequestReceived.of(at("a", "02T09:00", "r1"), "q1");
        SalesEvent answered = MessageSent.of(at("b", "02T09:10", "r1"), "m1").withRequestId("q1");
        assertThat(of(Indicators.RESPONSE_TIME, asked, answered)).contains("{\"measure\":\"wait\",\"seconds\":600}");
        assertThat(of(Indicators.RESPONSE_TIME, asked))
                .contains("{\"measure\":\"wait\",\"runningSince\":\"2026-03-02T09:00:00Z\"}")
                .contains(
                        "\"arithmetic\":\"median of 1 lengths of wait, 1 of them censored = CENSORED, at least 2559600 s\"");
    }

    @Test
    void daysHaveTheirDateAndRep() {
        assertThat(of(
                        Indicators.SOCIAL_USE,
                        SocialActivity.of(at("a", "02T09:00", "r1"), "linkedin", SocialActivity.Kind.POST)))
                .contains("{\"measure\":\"active\",\"date\":\"2026-03-02\",\"rep\":\"r1\"}")
                .contains("{\"name\":\"working days\",\"part\":\"cell\",\"amount\":22,\"text\":\"22 working days\"}");
    }

    @Test
    void aFactOfWhichOnlyTheDateIsKnownSaysSo() {
        Header day = at("a", "02T12:00", "r1").withPrecision(Header.Precision.DAY);
        assertThat(of(Indicators.RESPONSE_TIME, RequestReceived.of(day, "q1")))
                .contains("\"occurredAt\":\"2026-03-02T12:00:00Z\",\"precision\":\"day\",\"role\":\"receipt\"");
    }

    @Test
    void nobodyIsNullAndTheViewpointsOtherAxisIsNamed() {
        Header machine = at("a", "02T09:00", "r1").withActor(new Actor(Actor.Kind.AUTOMATION, "r1"));
        Viewpoint known = APRIL.withKnownAt(Instant.parse("2026-03-31T00:00:00Z"));
        String json = json(explain(
                known,
                Indicators.named("activities/message"),
                MessageSent.of(machine, "m1").withRequestId("q1")));
        assertThat(json)
                .startsWith("{\"asOf\":\"2026-04-01T00:00:00Z\",\"knownAt\":\"2026-03-31T00:00:00Z\",")
                .contains("\"rule\":\"not-human\"");
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(Indicators.WIN_RATE)
                .groupBy(Dimension.REP)
                .build());
        SalesEvent lost = OpportunityMoved.of(
                Header.of("a", Instant.parse("2026-03-02T09:00:00Z")), "o1", OpportunityMoved.Status.LOST);
        assertThat(json(engine.explain(
                        List.of(lost), Indicators.WIN_RATE, Scope.rep(null), Period.month(2026, 3), APRIL)))
                .contains("\"who\":\"rep:-\"")
                .contains("\"rep\":null");
    }
}
