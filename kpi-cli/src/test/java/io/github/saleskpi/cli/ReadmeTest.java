package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestReceived;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the README: they stand here to the letter, and run. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theFirstExampleReadsTheSimulatedTeam() throws IOException {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(Indicators.RESPONSE_TIME, Indicators.WIN_RATE)
                .every(Granularity.MONTH)
                .zone(ZoneId.of("Europe/Sofia"))
                .groupBy(Dimension.REP)
                .build());
        KpiLedger ledger = engine.newLedger();
        KpiJackson3.eventReader().read(fromRoot("samples/simulated-team/events.ndjson.gz"), ledger::add);
        KpiReport report = ledger.report(Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z")));
        KpiValue march = report.value(Indicators.WIN_RATE, Scope.rep("alice"), Period.month(2026, 3));

        assertThat(march).isInstanceOf(KpiValue.Defined.class);
        assertThat(report.cells()).isNotEmpty();
    }

    @Test
    void theSecondExampleWaitsTenMinutes() {
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        SalesEvent asked = RequestReceived.of(Header.of("crm:1", nine), "q1").withOwnerRepId("ann");
        SalesEvent answered = MessageSent.of(
                        Header.of("crm:2", nine.plusSeconds(600)).withRep("ann"), "m1")
                .withRequestId("q1");
        KpiReport report = Stream.of(asked, answered)
                .collect(KpiEngine.of(KpiQuery.builder().build()).collector(Viewpoint.asOf(nine.plusSeconds(3600))));
        KpiValue wait = report.value(Indicators.RESPONSE_TIME, Scope.company(), Period.month(2026, 3));

        assertThat(((KpiValue.Defined) wait).amount()).isEqualByComparingTo(new BigDecimal(600));
    }

    @Test
    void theExamplesOfTheReadmeAreTheseExamples() throws IOException {
        String source = bare(Files.readString(
                Path.of("src/test/java/io/github/saleskpi/cli/ReadmeTest.java"), StandardCharsets.UTF_8));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8));
        while (matcher.find()) {
            examples.add(bare(matcher.group(1)));
        }
        assertThat(examples).hasSize(2).allSatisfy(example -> assertThat(source).contains(example));
    }

    @Test
    void theFirstCommandShowsTheCompanyByMonthAndThenTheRepsOfOneTeamWithPlanAndPay() throws IOException {
        List<Ran> reports = new ArrayList<>();
        Matcher command = Pattern.compile("kpi\\.jar (report samples/.*?)(?: &&|\n)")
                .matcher(Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8)
                        .replaceAll("\\\\\n", ""));
        while (command.find()) {
            reports.add(Ran.kpi(Stream.of(command.group(1).split(" +"))
                    .map(word -> word.startsWith("samples/") ? fromRoot(word).toString() : word)
                    .toArray(String[]::new)));
        }
        assertThat(reports)
                .hasSize(2)
                .allMatch(ran -> ran.status() == 0)
                .allSatisfy(ran -> assertThat(ran.out())
                        .contains("Response time", "Contact quality", "Follow ups", "Email links")
                        .contains("Social use", "Material use", "Win rate"));
        assertThat(reports.get(0).out()).contains("2026-01", "2026-06").doesNotContain("alice", "2025", "2026-07 ");
        assertThat(reports.get(1).out())
                .contains("alice", "grace", "2026-Q2", "Plan 2026: 6 of 26 need attention (6 missed)", "Scores")
                .contains("Pay by simulated-team@1: 4 statements", "next step: ")
                .doesNotContain("henry", "irina", "2026-Q1");
    }

    private static Path fromRoot(String path) {
        return ROOT.resolve(path);
    }

    /** Without white space, and with paths as a reader in the root would write them. */
    private static String bare(String code) {
        return code.replace("fromRoot(", "Path.of(").replaceAll("\\s+", "");
    }
}
