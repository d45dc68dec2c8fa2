package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holds reports of public data sets against figures that others computed from the raw data by other means. */
class RealDataTest {
    private static final Path DATA = Path.of(System.getProperty("kpi.data", "../../shared/data"));
    private static final Set<String> PARTS = Set.of("numerator", "denominator", "low", "high");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    /** Which periods, and by what rows are told apart; the company is in every answer. */
    private record Question(Granularity every, List<String> by) {}

    @ParameterizedTest
    @CsvSource({"crm-opportunities, 1714", "bank-calls, 581"})
    void everyFigureThatOthersFoundIsFound(String name, int figures) throws IOException {
        Path folder = DATA.resolve(name);
        if (!Files.isDirectory(folder)) {
            System.out.println("Real data: NOT compared, there is no "
                    + folder.toAbsolutePath().normalize());
        }
        assumeTrue(Files.isDirectory(folder), "no folder " + folder + ", which -Dkpi.data names");
        Map<Question, List<JsonNode>> questions = new LinkedHashMap<>();
        JsonNode all = Ran.json(Files.readString(folder.resolve("expected.json")));
        for (JsonNode expected : all) {
            Granularity every =
                    Period.parse(expected.get("period").stringValue()).granularity();
            List<String> by = List.copyOf(new TreeSet<>(expected.get("scope").propertyNames()));
            questions
                    .computeIfAbsent(new Question(every, by), question -> new ArrayList<>())
                    .add(expected);
        }
        int compared = compare(folder, questions);
        System.out.printf(
                "Real data: %d figures of %s compared, %d left over%n", compared, name, all.size() - compared);
        assertThat(compared).isEqualTo(all.size()).isEqualTo(figures);
    }

    private static int compare(Path folder, Map<Question, List<JsonNode>> questions) throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        assertThat(KpiJackson3.eventReader()
                        .read(folder.resolve("events.ndjson.gz"), events::add)
                        .rejected())
                .isZero();
        int compared = 0;
        for (Map.Entry<Question, List<JsonNode>> question : questions.entrySet()) {
            KpiReport report = report(events, folder, question.getKey(), question.getValue());
            for (JsonNode expected : question.getValue()) {
                compare(expected, report);
                compared++;
            }
        }
        return compared;
    }

    private static KpiReport report(List<SalesEvent> events, Path folder, Question question, List<JsonNode> asked)
            throws IOException {
        JsonNode options = Ran.json(Files.readString(folder.resolve("options.json")));
        Set<String> indicators = new TreeSet<>();
        asked.forEach(expected -> indicators.add(expected.get("indicator").stringValue()));
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(indicators.stream().map(Indicators::named).toList())
                        .every(question.every)
                        .zone(ZoneId.of(options.get("zone").stringValue()))
                        .organization(organization(folder))
                        .groupBy(question.by.stream()
                                .map(RealDataTest::dimension)
                                .toList())
                        .build())
                .newLedger();
        events.forEach(ledger::add);
        return ledger.report(Viewpoint.asOf(Instant.parse(options.get("asOf").stringValue())));
    }

    private static @Nullable Organization organization(Path folder) throws IOException {
        Path file = folder.resolve("org.json");
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return KpiJackson3.readOrganization(in);
        }
    }

    private static Dimension dimension(String name) {
        return switch (name) {
            case "rep" -> Dimension.REP;
            case "team" -> Dimension.TEAM;
            default -> Dimension.attribute(name);
        };
    }

    private static void compare(JsonNode expected, KpiReport report) {
        Scope scope = Scope.company();
        for (Map.Entry<String, JsonNode> part : expected.get("scope").properties()) {
            scope = scope.and(dimension(part.getKey()), part.getValue().stringValue());
        }
        Period period = Period.parse(expected.get("period").stringValue());
        Indicator indicator = Indicators.named(expected.get("indicator").stringValue());
        String figure = expected.get("figure").stringValue();
        KpiValue.Defined value = (KpiValue.Defined)
                (figure.equals("value") || PARTS.contains(figure)
                        ? report.value(indicator, scope, period)
                        : report.value(indicator, figure, scope, period));
        BigDecimal actual = actual(value, figure);
        BigDecimal wanted = expected.get("value").decimalValue();
        if (isExact(indicator, figure)) {
            assertThat(actual).as(expected.toString()).isEqualByComparingTo(wanted);
        } else {
            assertThat(actual.subtract(wanted).abs())
                    .as(expected + " against " + actual)
                    .isLessThanOrEqualTo(TOLERANCE.multiply(wanted.abs().max(BigDecimal.ONE)));
        }
    }

    private static @Nullable BigDecimal actual(KpiValue.Defined value, String figure) {
        return switch (figure) {
            case "numerator" -> value.numerator();
            case "denominator" -> value.denominator();
            case "low" -> value.bounds().low();
            case "high" -> value.bounds().high();
            default -> value.amount();
        };
    }

    /** Counts and sums of money, which the others give to the last digit; their quotients are doubles. */
    private static boolean isExact(Indicator indicator, String figure) {
        if (figure.equals("numerator") || figure.equals("denominator")) {
            return true;
        }
        return indicator.companions().stream()
                .anyMatch(companion -> companion.name().equals(figure)
                        && (companion.unit() == Unit.COUNT
                                || (companion.unit() == Unit.MONEY && !figure.startsWith("average-"))));
    }
}
