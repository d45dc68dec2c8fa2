package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holds reports of public data sets against figures that others computed from the raw data by other means. */
class RealDataTest {
    private static final Path DATA = Path.of(System.getProperty("kpi.data", "../../shared/data"));
    private static final Set<String> EXACT = Set.of("numerator", "denominator", "won-amount");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    /** Which periods, and by what rows are told apart; the company is in every answer. */
    private record Question(Granularity every, List<String> by) {}

    @ParameterizedTest
    @CsvSource({"crm-opportunities, 1198", "bank-calls, 424"})
    void everyFigureThatOthersFoundIsFound(String name, int atLeast) throws IOException {
        Path folder = DATA.resolve(name);
        if (!Files.isDirectory(folder)) {
            System.out.println("Real data: NOT compared, there is no "
                    + folder.toAbsolutePath().normalize());
        }
        assumeTrue(Files.isDirectory(folder), "no folder " + folder + ", which -Dkpi.data names");
        Map<Question, List<JsonNode>> questions = new HashMap<>();
        int others = 0;
        for (JsonNode expected : Ran.json(Files.readString(folder.resolve("expected.json")))) {
            Set<String> by = new TreeSet<>(expected.get("scope").propertyNames());
            if (expected.get("indicator").stringValue().equals("win-rate") && !by.contains("team")) {
                Granularity every =
                        Period.parse(expected.get("period").stringValue()).granularity();
                questions
                        .computeIfAbsent(new Question(every, List.copyOf(by)), question -> new ArrayList<>())
                        .add(expected);
            } else {
                others++;
            }
        }
        int compared = compare(folder, questions);
        System.out.printf(
                "Real data: %d figures of %s compared, %d not (teams and other indicators)%n", compared, name, others);
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    }

    private static int compare(Path folder, Map<Question, List<JsonNode>> questions) throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        assertThat(KpiJackson3.eventReader()
                        .read(folder.resolve("events.ndjson.gz"), events::add)
                        .rejected())
                .isZero();
        JsonNode options = Ran.json(Files.readString(folder.resolve("options.json")));
        Set<String> compared = new HashSet<>();
        for (Question question : questions.keySet()) {
            List<JsonNode> company = questions.getOrDefault(new Question(question.every, List.of()), List.of());
            boolean isAnsweredBeside = question.by.isEmpty()
                    && questions.keySet().stream()
                            .anyMatch(other -> other.every == question.every && !other.by.isEmpty());
            if (!isAnsweredBeside) {
                KpiReport report = report(events, question, options);
                for (JsonNode expected : concat(questions.get(question), company)) {
                    compare(expected, report);
                    compared.add(expected.toString());
                }
            }
        }
        return compared.size();
    }

    private static List<JsonNode> concat(List<JsonNode> some, List<JsonNode> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    private static KpiReport report(List<SalesEvent> events, Question question, JsonNode options) {
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(Indicators.WIN_RATE)
                        .every(question.every)
                        .zone(ZoneId.of(options.get("zone").stringValue()))
                        .groupBy(question.by.stream()
                                .map(RealDataTest::dimension)
                                .toList())
                        .build())
                .newLedger();
        events.forEach(ledger::add);
        return ledger.report(Viewpoint.asOf(Instant.parse(options.get("asOf").stringValue())));
    }

    private static Dimension dimension(String name) {
        return name.equals("rep") ? Dimension.REP : Dimension.attribute(name);
    }

    private static void compare(JsonNode expected, KpiReport report) {
        Scope scope = Scope.company();
        for (Map.Entry<String, JsonNode> part : expected.get("scope").properties()) {
            scope = scope.and(dimension(part.getKey()), part.getValue().stringValue());
        }
        Period period = Period.parse(expected.get("period").stringValue());
        String figure = expected.get("figure").stringValue();
        BigDecimal actual = actual(report, figure, scope, period);
        BigDecimal wanted = expected.get("value").decimalValue();
        assertThat(actual).as(expected.toString()).isNotNull();
        if (EXACT.contains(figure)) {
            assertThat(actual).as(expected.toString()).isEqualByComparingTo(wanted);
        } else {
            assertThat(actual.subtract(wanted).abs())
                    .as(expected + " against " + actual)
                    .isLessThanOrEqualTo(TOLERANCE.multiply(wanted.abs().max(BigDecimal.ONE)));
        }
    }

    private static BigDecimal actual(KpiReport report, String figure, Scope scope, Period period) {
        KpiValue.Defined rate = (KpiValue.Defined) report.value(Indicators.WIN_RATE, scope, period);
        return switch (figure) {
            case "value" -> rate.amount();
            case "numerator" -> rate.numerator();
            case "denominator" -> rate.denominator();
            case "low" -> rate.bounds().low();
            case "high" -> rate.bounds().high();
            default -> ((KpiValue.Defined) report.value(Indicators.WIN_RATE, figure, scope, period)).amount();
        };
    }
}
