package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The example of {@code docs/plan.md} gives what the page says. */
class PlanGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "plan.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z]+)` \\| (\\S+) \\| (\\S+) \\| ([A-Z_]+) \\| [^|]+ \\|");

    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(GUIDE, StandardCharsets.UTF_8);
    }

    private static String block(String language) throws IOException {
        Matcher matcher = Pattern.compile("\n```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page());
        assertThat(matcher.find()).as(language).isTrue();
        return matcher.group(1);
    }

    private JsonNode report() throws IOException {
        Files.writeString(folder.resolve("events.ndjson"), block("ndjson"));
        Files.writeString(folder.resolve("plan.json"), block("json"));
        List<String> words = new ArrayList<>();
        for (String word : block("sh").strip().split(" ", -1)) {
            words.add(
                    word.contains("json") && word.contains(".")
                            ? folder.resolve(word).toString()
                            : word);
        }
        assertThat(words.remove(0)).isEqualTo("kpi");
        Ran ran = Ran.kpi(words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran.json();
    }

    private static String word(JsonNode node) {
        return node == null || node.isNull() ? "-" : node.asString();
    }

    @Test
    void theComparisonsAreThoseOfThePage() throws IOException {
        JsonNode report = report();
        List<String> told = new ArrayList<>();
        for (JsonNode each : report.get("plan")) {
            JsonNode fact = each.get("fact").isNull() ? each.get("undefined") : each.get("fact");
            told.add(word(each.get("target")) + " " + word(fact) + " " + word(each.get("attainment")) + " "
                    + word(each.get("status")));
        }
        List<String> said = new ArrayList<>();
        Matcher rows = ROW.matcher(page());
        while (rows.find()) {
            said.add(rows.group(1) + " " + rows.group(2) + " " + rows.group(3) + " " + rows.group(4));
        }
        assertThat(said).hasSize(4).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void paceAndScoreAreThoseOfThePage() throws IOException {
        JsonNode report = report();
        for (JsonNode each : report.get("plan")) {
            if (each.get("target").asString().equals("calls")) {
                assertThat(page()).contains("8.8 at that pace").contains("`requiredPace`: 0.583333333333333 a day");
                assertThat(each.get("projection").asString()).isEqualTo("8.8");
                assertThat(each.get("requiredPace").asString()).isEqualTo("0.583333333333333");
            }
        }
        assertThat(page()).contains("score is 1.12121212121212:");
        assertThat(report.get("scores").get(0).get("score").asString()).isEqualTo("1.12121212121212");
    }

    @Test
    void thePlanIsReadAsItIsWrittenBack() throws IOException {
        Plan plan = KpiJackson3.readPlan(in(block("json")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.writePlan(plan, out);
        assertThat(KpiJackson3.readPlan(in(out.toString(StandardCharsets.UTF_8))))
                .isEqualTo(plan);
    }

    @Test
    void theCodeOfThePageRuns() throws IOException {
        KpiQuery query = KpiQuery.builder().groupBy(Dimension.REP).build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        KpiJackson3.eventReader().read(in(block("ndjson")), ledger::add);
        Viewpoint viewpoint = Viewpoint.asOf(Instant.parse("2026-03-16T00:00:00Z"));
        InputStream in = in(block("json"));

        Plan plan = KpiJackson3.readPlan(in);
        Scorecard scorecard = PlanFactComparator.standard().compare(plan, ledger, query, viewpoint);

        assertThat(scorecard.comparisons()).hasSize(4);
        String source = Files.readString(
                Path.of("src/test/java/io/github/saleskpi/cli/PlanGuideTest.java"), StandardCharsets.UTF_8);
        assertThat(block("java").lines().map(String::strip))
                .allSatisfy(line -> assertThat(source).contains(line));
    }

    private static ByteArrayInputStream in(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
