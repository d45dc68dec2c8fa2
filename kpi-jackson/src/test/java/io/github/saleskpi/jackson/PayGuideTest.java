package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/pay.md}: each is read, written back and pays what the page says. */
class PayGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "pay.md");

    private static List<String> examples(String language) throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }

    private static PayScheme scheme(String id) throws IOException {
        for (String example : examples("json")) {
            if (example.startsWith("{\"id\":\"" + id + "\"")) {
                return KpiJackson3.readPayScheme(in(example.getBytes(StandardCharsets.UTF_8)));
            }
        }
        throw new AssertionError("no example " + id);
    }

    private static InputStream in(byte[] document) {
        return new ByteArrayInputStream(document);
    }

    private static PayFacts facts() {
        return PayFacts.of("r1", Period.month(2026, 3));
    }

    private static PayFacts revenue(String amount) {
        return facts().withFact(Indicators.REVENUE.id(), KpiValue.money(BigMoney.parse("EUR " + amount), 1));
    }

    private static void pays(String total, PayStatement statement) throws IOException {
        assertThat(statement.total()).hasToString(total);
        assertThat(Files.readString(GUIDE, StandardCharsets.UTF_8)).contains(total);
    }

    @Test
    void everySchemeIsReadAsItIsWrittenBack() throws IOException {
        List<String> examples = examples("json");
        for (String example : examples) {
            PayScheme scheme = KpiJackson3.readPayScheme(in(example.getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            KpiJackson3.writePayScheme(scheme, out);
            assertThat(KpiJackson3.readPayScheme(in(out.toByteArray()))).isEqualTo(scheme);
        }
        assertThat(examples).hasSize(5);
    }

    @Test
    void theCommissionPaysOnRevenueNetOfCreditNotes() throws IOException {
        pays("32.00", scheme("commission").statement(revenue("800")));
    }

    @Test
    void theQuotaHasAnAcceleratorAndADecelerator() throws IOException {
        PayScheme scheme = scheme("quota");
        pays("120000.00", scheme.statement(facts().withAttainment("quota", new BigDecimal("1.3"))));
        PayStatement low = scheme.statement(facts().withAttainment("quota", new BigDecimal("0.4")));
        pays("20000.00", low);
        assertThat(low.line("variable").orElseThrow().next())
                .isEqualTo(new PayStatement.Next(
                        new Input.Attainment("quota"), new BigDecimal("0.5"), new BigDecimal("5000.00")));
    }

    @Test
    void theTieredRateHasAGateAndARamp() throws IOException {
        PayFacts facts = revenue("20000")
                .withAttainment("quota", new BigDecimal("1.1"))
                .withFact(IndicatorId.of("win-rate", 1), KpiValue.of(new BigDecimal("0.35"), 20))
                .withMonthsSinceHire(3);
        pays("2750.00", scheme("tiered").statement(facts));
    }

    @Test
    void theFactorsMultiply() throws IOException {
        PayFacts good =
                facts().withAttainment("calls", new BigDecimal("0.9")).withAttainment("deals", new BigDecimal("0.8"));
        pays("44700.00", scheme("factors").statement(good));
        pays("40500.00", scheme("factors").statement(good.withAttainment("deals", new BigDecimal("0.7"))));
    }

    @Test
    void theClawbackIsCarriedForward() throws IOException {
        PayStatement statement = scheme("clawback").statement(revenue("-500"));
        pays("2000.00", statement);
        assertThat(statement.carriedForward()).isEqualTo("20.00");
    }

    @Test
    void theCodeRunsToTheLetter() throws IOException {
        String quota = examples("json").get(1);
        KpiReport report = Wire.events(Wire.event(
                        "paymentReceived", "\"paymentId\":\"p\",\"amount\":{\"amount\":\"400\",\"currency\":\"EUR\"}"))
                .stream()
                .collect(KpiEngine.of(KpiQuery.builder()
                                .indicators(Indicators.REVENUE)
                                .groupBy(Dimension.REP)
                                .build())
                        .collector(Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"))));
        Target target = Target.of(
                "quota",
                Indicators.REVENUE,
                Audience.company(),
                Schedule.in(Period.month(2026, 3)),
                Goal.atLeast("1000"),
                CurrencyUnit.EUR);
        Scorecard scorecard = PlanFactComparator.standard()
                .compare(Plan.of("p").with(LocalDate.of(2026, 1, 1), List.of(target)), report);
        InputStream in = in(quota.getBytes(StandardCharsets.UTF_8));

        PayScheme scheme = KpiJackson3.readPayScheme(in);
        PayFacts facts = PayFacts.read(scheme, "r1", Period.month(2026, 3), report, scorecard);
        PayStatement statement = scheme.statement(facts);
        PayStatement whatIf = scheme.statement(facts.withAttainment("quota", new BigDecimal("1.2")));

        assertThat(statement.total()).isEqualTo("20000.00");
        assertThat(whatIf.total()).isEqualTo("105000.00");
        String source = Files.readString(
                Path.of("src/test/java/io/github/saleskpi/jackson/PayGuideTest.java"), StandardCharsets.UTF_8);
        List<String> lines = examples("java").get(0).lines().toList();
        assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(source).contains("        " + line + "\n"));
    }
}
