package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayScheme.Rounding;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The {@code "pay"} of the report's JSON. */
class PayStatementsTest {
    private static final KpiReport NOTHING = KpiEngine.of(
                    KpiQuery.builder().indicators(Indicators.REVENUE).build())
            .newLedger()
            .report(Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z")));
    private static final PayScheme SCHEME = PayScheme.of(
                    "s", 2, CurrencyUnit.EUR, n("1000"), new Rounding(RoundingMode.HALF_UP, 2))
            .with(PayComponent.commission(
                            "c",
                            new Input.Fact(Indicators.REVENUE.id()),
                            Curve.whole(new Tier(n("0"), n("900"), n("0.5")), new Tier(n("900"), null, n("0.6"))))
                    .withClawback(n("0.5")))
            .with(PayComponent.commission("w", new Input.Fact(IndicatorId.of("win-rate", 1)), Curve.flat(n("1"))));

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static PayStatement statement(String revenue) {
        return SCHEME.statement(PayFacts.of("r1", Period.month(2026, 3))
                .withFact(Indicators.REVENUE.id(), KpiValue.money(BigMoney.parse("EUR " + revenue), 1)));
    }

    private static String written(ReportWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(NOTHING, new EventCounts(0, 0, 0, 0, 0), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String pay(PayStatement statement) {
        String all = written(ReportWriter.withJackson3().withPay(List.of(statement)));
        return all.substring(all.indexOf("\"pay\":")).stripTrailing();
    }

    @Test
    void aStatementIsWrittenWithEachLineAndItsReasons() {
        String revenue = "\"inputs\":[{\"input\":{\"fact\":\"revenue@1\"},\"value\":\"100.01\",\"currency\":\"EUR\","
                + "\"source\":{\"indicator\":\"revenue@1\",\"who\":\"rep:r1\"}}]";
        assertThat(pay(statement("100.01")))
                .isEqualTo("\"pay\":[\n{\"rep\":\"r1\",\"period\":\"2026-03\",\"scheme\":\"s@2\",\"currency\":\"EUR\","
                        + "\"total\":\"1050.01\",\"lines\":["
                        + "{\"id\":\"base\",\"kind\":\"base\",\"amount\":\"1000.00\",\"exact\":\"1000\","
                        + "\"words\":\"base salary 1000\"},"
                        + "{\"id\":\"c\",\"kind\":\"component\",\"amount\":\"50.01\",\"exact\":\"50.005\"," + revenue
                        + ",\"result\":50.005,\"tier\":{\"from\":\"0\",\"to\":\"900\",\"rate\":\"0.5\"},"
                        + "\"words\":\"revenue@1 100.01: 100.01 x 0.5 = 50.005; pays 50.005; 50.005 rounded to 50.01\","
                        + "\"next\":{\"input\":{\"fact\":\"revenue@1\"},\"at\":\"900\",\"more\":\"489.99\"}},"
                        + "{\"id\":\"w\",\"kind\":\"component\",\"amount\":\"0.00\",\"exact\":\"0\","
                        + "\"inputs\":[{\"input\":{\"fact\":\"win-rate@1\"},\"value\":null,\"undefined\":\"NO_DATA\"}],"
                        + "\"words\":\"nothing: win-rate@1 is NO_DATA\",\"unpaid\":\"win-rate@1 is NO_DATA\"}]}]}");
    }

    @Test
    void whatIsCarriedForwardIsWritten() {
        assertThat(pay(statement("-30")))
                .contains("\"total\":\"1000.00\",\"carriedForward\":\"15.00\",\"lines\":[")
                .contains("{\"id\":\"c:clawback\",\"kind\":\"clawback\",\"amount\":\"-15.00\",")
                .contains("{\"id\":\"protection\",\"kind\":\"protection\",\"amount\":\"15.00\",");
    }

    @Test
    void inputsAreWrittenAsSchemesHaveThem() {
        PayScheme scheme = PayScheme.of("s", 1, CurrencyUnit.EUR, n("0"), new Rounding(RoundingMode.HALF_UP, 0))
                .with(PayComponent.commission("c", new Input.Attainment("t1"), Curve.flat(n("1")))
                        .withGate(new Input.Score(), n("0.5"))
                        .withRamp(Curve.flat(n("1"))));
        String json = pay(scheme.statement(PayFacts.of("r1", Period.month(2026, 3))
                .withAttainment("t1", BigDecimal.ONE.divide(n("3"), MathContext.DECIMAL128))
                .withScore(KpiValue.of(n("0.9"), 1))
                .withMonthsSinceHire(7)
                .withClawback("2026-02", BigMoney.parse("EUR 2"))));
        assertThat(json)
                .contains("\"inputs\":[{\"input\":{\"attainment\":\"t1\"},\"value\":0.333333333333333},"
                        + "{\"input\":\"monthsSinceHire\",\"value\":7},{\"input\":\"score\",\"value\":0.9}]")
                .contains("\"inputs\":[{\"input\":{\"clawback\":\"2026-02\"},\"value\":\"2\",\"currency\":\"EUR\"}]");
    }

    @Test
    void aReportWithoutPayHasNoSuchField() {
        assertThat(written(ReportWriter.withJackson3()))
                .doesNotContain("\"pay\"")
                .endsWith("\"cells\":[]}\n");
        assertThat(written(ReportWriter.withJackson3().withPay(List.of()))).endsWith("\"cells\":[],\"pay\":[]}\n");
    }
}
