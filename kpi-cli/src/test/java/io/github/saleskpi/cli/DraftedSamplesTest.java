package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over the simulated team, what a caller's five lines count is what the library counts. */
class DraftedSamplesTest {
    private static final Indicator CALLS = Indicator.count("own-calls")
            .of(
                    CallEnded.class,
                    call -> call.direction() == CallDirection.OUTBOUND
                            ? call.outcome() != CallOutcome.FAILED
                            : call.outcome().atLeast(CallOutcome.ANSWERED))
            .humansOnly()
            .build();
    private static final Indicator WON = Indicator.ratio("own-won")
            .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
            .over(
                    OpportunityMoved.class,
                    move -> move.status() == OpportunityMoved.Status.WON
                            || move.status() == OpportunityMoved.Status.LOST)
            .oncePer(Subject.OPPORTUNITY)
            .creditOwnerOf(Subject.OPPORTUNITY)
            .build()
            .only("part");
    private static final Indicator BUILT_IN_CALLS = Indicators.named("activities/call");
    private static final Indicator BUILT_IN_WON = Indicators.named("win-rate/first-close:won");

    private static KpiReport report;

    @BeforeAll
    static void readTheTeam() throws IOException {
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(CALLS, WON, BUILT_IN_CALLS, BUILT_IN_WON)
                        .zone(ZoneId.of("Europe/Sofia"))
                        .groupBy(Dimension.REP, Dimension.CHANNEL)
                        .build())
                .newLedger();
        Path events = Samples.SIMULATED_TEAM;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(events))) {
            KpiJackson3.eventReader().read(in, ledger::add);
        }
        report = ledger.report(Viewpoint.asOf(Instant.parse(Samples.JULY)));
    }

    /** The primary values by cell, those of nothing aside: a cell exists where anything is counted for a companion too. */
    private static Map<String, KpiValue> cells(Indicator indicator) {
        Map<String, KpiValue> cells = new TreeMap<>();
        report.cells().stream()
                .filter(cell -> cell.indicator() == indicator && cell.value().sample() > 0)
                .forEach(cell -> cells.put(cell.scope() + " " + cell.period(), cell.value()));
        return cells;
    }

    @Test
    void callsAreThoseOfTheBuiltInDefinition() {
        assertThat(cells(CALLS)).hasSizeGreaterThan(20).isEqualTo(cells(BUILT_IN_CALLS));
        assertThat(report.leftOut().get("own-calls@1"))
                .isEqualTo(report.leftOut().get("activities/call@1"));
    }

    @Test
    void opportunitiesWonAreThoseOfTheBuiltInDefinition() {
        assertThat(cells(WON)).hasSizeGreaterThan(20).isEqualTo(cells(BUILT_IN_WON));
    }
}
