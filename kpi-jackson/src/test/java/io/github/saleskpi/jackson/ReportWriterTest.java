package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class ReportWriterTest {
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final EventCounts ONE = new EventCounts(1, 1, 0, 0, 0);

    private enum Role {
        ANY
    }

    /** Shows whatever values it is given, wherever there is an event. */
    private record Showing(List<Figure> figures) implements Indicator, Storyline<Role> {
        static Showing of(Unit unit, KpiValue value) {
            return new Showing(List.of(figure("first", unit, totals -> value)));
        }

        Showing and(String name, Unit unit, KpiValue value) {
            List<Figure> more = new ArrayList<>(figures);
            more.add(figure(name, unit, totals -> value));
            return new Showing(more);
        }

        static Figure figure(String name, Unit unit, Function<Totals, KpiValue> reading) {
            return new Figure(name, unit, Direction.NEUTRAL, "", reading);
        }

        @Override
        public IndicatorId id() {
            return IndicatorId.of("showing", 3);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public Subject subject() {
            return Subject.ALONE;
        }

        @Override
        public Role role(SalesEvent event) {
            return Role.ANY;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            if (story.facts().get(0).id().equals("left")) {
                out.leaveOut(story.facts().get(0), new Rule("a-rule"));
            } else {
                out.credit(story.facts().get(0).rep(), story.facts().get(0));
            }
        }
    }

    private static KpiReport report(Indicator indicator, Header... headers) {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(indicator)
                .groupBy(Dimension.attribute("who"), Dimension.REP)
                .build());
        return List.of(headers).stream()
                .map(header -> (SalesEvent) CustomEvent.of(header, "x"))
                .collect(engine.collector(Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"))));
    }

    private static String written(KpiReport report, EventCounts counts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter.withJackson3().write(report, counts, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The fields of the only cell, from the unit on. */
    private static String value(Indicator indicator) {
        String cell = written(report(indicator, Header.of("e", MARCH)), ONE)
                .lines()
                .toList()
                .get(1);
        return cell.substring(cell.indexOf("\"unit\""), cell.length() - 3);
    }

    @Test
    void eachCellStandsOnALineOfItsOwn() {
        KpiReport report = report(
                Showing.of(Unit.COUNT, KpiValue.count(7)),
                Header.of("e", MARCH).withRep("r1").withAttribute("who", "Ж😀\"\\"),
                Header.of("f", MARCH),
                Header.of("left", MARCH));
        assertThat(written(report, new EventCounts(5, 3, 1, 1, 1))).isEqualTo("""
                        {"asOf":"2026-04-01T00:00:00Z","zone":"Z","events":{"read":5,"accepted":3,"duplicates":1,"conflicts":1,"rejected":1},"historyStarts":"2026-03-10","leftOut":{"showing@3":{"a-rule":1}},"cells":[
                        {"who":null,"rep":null,"period":"2026-03","complete":true,"indicator":"showing@3","unit":"count","value":7,"sample":7},
                        {"who":"Ж😀\\"\\\\","rep":"r1","period":"2026-03","complete":true,"indicator":"showing@3","unit":"count","value":7,"sample":7}]}
                        """);
    }

    @Test
    void personsForgottenAreSaid() {
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder().build()).newLedger();
        ledger.forget(List.of("ann", "bob"));
        assertThat(written(ledger.report(Viewpoint.asOf(MARCH)), new EventCounts(0, 0, 0, 0, 0)))
                .contains("\"rejected\":0},\"forgotten\":2,\"cells\":[");
    }

    @Test
    void anEmptyReportHasNoCells() {
        assertThat(written(report(Showing.of(Unit.COUNT, KpiValue.count(7))), new EventCounts(0, 0, 0, 0, 0)))
                .isEqualTo(
                        "{\"asOf\":\"2026-04-01T00:00:00Z\",\"zone\":\"Z\",\"events\":{\"read\":0,\"accepted\":0,\"duplicates\":0,"
                                + "\"conflicts\":0,\"rejected\":0},\"cells\":[]}\n");
    }

    @Test
    void anUndefinedValueSaysWhy() {
        assertThat(value(Showing.of(Unit.RATIO, KpiValue.undefined(KpiValue.Reason.NO_DATA))))
                .isEqualTo("\"unit\":\"ratio\",\"value\":null,\"undefined\":\"NO_DATA\",\"sample\":0");
        assertThat(value(Showing.of(Unit.DURATION, KpiValue.censored(new BigDecimal("90.50"), 3))))
                .isEqualTo(
                        "\"unit\":\"duration\",\"value\":null,\"undefined\":\"CENSORED\",\"lowerBound\":90.5,\"sample\":3");
    }

    @Test
    void decimalsHaveFifteenDigitsAndPartsAreExact() {
        BigDecimal part = new BigDecimal("12345678901234567.5");
        assertThat(value(Showing.of(Unit.RATIO, KpiValue.ratio(part, new BigDecimal("3"), 2))))
                .isEqualTo(
                        "\"unit\":\"ratio\",\"value\":4115226300411520,\"numerator\":12345678901234567.5,\"denominator\":3,\"sample\":2");
        assertThat(value(Showing.of(Unit.NUMBER, KpiValue.of(new BigDecimal("1E-7"), 1))))
                .isEqualTo("\"unit\":\"number\",\"value\":0.0000001,\"sample\":1");
    }

    @Test
    void moneyIsExactText() {
        BigMoney money = BigMoney.parse("EUR 12345678901234567890.50");
        assertThat(value(Showing.of(Unit.MONEY, KpiValue.money(money, 2))))
                .isEqualTo("\"unit\":\"money\",\"value\":\"12345678901234567890.5\",\"sample\":2,\"currency\":\"EUR\"");
    }

    @Test
    void limitsThatAreNeverReachedAreAbsent() {
        KpiValue.Defined value = KpiValue.of(BigDecimal.TEN, 4);
        assertThat(value(Showing.of(Unit.DURATION, value.withBounds(new Bounds(BigDecimal.ONE, null)))))
                .isEqualTo("\"unit\":\"duration\",\"value\":10,\"sample\":4,\"low\":1");
        assertThat(value(Showing.of(Unit.DURATION, value.withBounds(new Bounds(null, null)))))
                .isEqualTo("\"unit\":\"duration\",\"value\":10,\"sample\":4");
    }

    @Test
    void companionsFollowInTheOrderOfTheDefinition() {
        Showing showing = Showing.of(Unit.COUNT, KpiValue.count(1))
                .and("z-list", Unit.LIST, KpiValue.list(List.of("b", "a", "b")))
                .and("a-noted", Unit.COUNT, KpiValue.count(2).withNote("catalogue-inferred"));
        assertThat(value(showing))
                .isEqualTo(
                        "\"unit\":\"count\",\"value\":1,\"sample\":1,\"companions\":{"
                                + "\"z-list\":{\"unit\":\"list\",\"value\":[\"a\",\"b\"],\"sample\":2},"
                                + "\"a-noted\":{\"unit\":\"count\",\"value\":2,\"sample\":2,\"notes\":[\"catalogue-inferred\"]}}");
        String alone = written(report(showing.only("a-noted"), Header.of("e", MARCH)), ONE);
        assertThat(alone)
                .endsWith("\"indicator\":\"showing:a-noted@3\",\"unit\":\"count\",\"value\":2,\"sample\":2,"
                        + "\"notes\":[\"catalogue-inferred\"]}]}\n");
    }

    @Test
    void failuresAreNamed() {
        Indicator failing = new Showing(List.of(Showing.figure("first", Unit.COUNT, totals -> {
            throw new IllegalStateException("no \"luck\"");
        })));
        assertThat(written(report(failing, Header.of("e", MARCH)), ONE))
                .contains("\"failures\":[\n{\"indicator\":\"showing@3\",\"place\":\"")
                .contains("\"message\":\"java.lang.IllegalStateException: no \\\"luck\\\"\"}")
                .contains("\"value\":null,\"undefined\":\"FAILED\"");
    }

    @Test
    void theOutputStaysOpenAndItsFailureComesThrough() {
        KpiReport report = report(Showing.of(Unit.COUNT, KpiValue.count(7)), Header.of("e", MARCH));
        List<String> calls = new ArrayList<>();
        OutputStream watched = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
        ReportWriter.withJackson3().write(report, ONE, watched);
        assertThat(calls).contains("flush").doesNotContain("close");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> ReportWriter.withJackson3().write(report, ONE, broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("full");
    }

    @Test
    void countsMustAddUp() {
        KpiReport report = report(Showing.of(Unit.COUNT, KpiValue.count(7)), Header.of("e", MARCH));
        assertThat(EventCounts.of(report, 9, 2)).isEqualTo(new EventCounts(9, 1, 6, 0, 2));
        assertThatThrownBy(() -> new EventCounts(9, 1, 1, 0, 2))
                .hasMessageStartingWith("read (9): must be 1 accepted + 1 duplicates + 2 rejected. Maybe ");
        assertThatThrownBy(() -> EventCounts.of(report, 0, 0)).hasMessageContaining("must not be negative");
    }
}
