package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.engine.Restated;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guide/3-ledger.md}. */
class LedgerPageTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    private final KpiEngine engine = KpiEngine.of(KpiQuery.builder()
            .indicators(Indicators.WIN_RATE)
            .groupBy(Dimension.REP)
            .build());
    private final SalesEvent opened =
            OpportunityOpened.of(Header.of("crm:1", MONDAY).withRep("ann"), "o1");
    private final SalesEvent won = OpportunityMoved.of(
            Header.of("crm:2", MONDAY.plusSeconds(60)).withRep("ann"), "o1", OpportunityMoved.Status.WON);
    private KpiLedger ledger = engine.newLedger();

    @BeforeEach
    void fill() {
        ledger = engine.newLedger();
        ledger.add(opened);
        ledger.add(won);
    }

    @Test
    void aLedgerTakesWhatComes() {
        KpiLedger other = engine.newLedger();

        KpiLedger ledger = engine.newLedger();
        ledger.add(opened);
        ledger.add(won);
        ledger.add(won); // again: nothing changes
        ledger.merge(other);

        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void aCorrectionIsARetractionAndANewEvent() {
        Instant friday = MONDAY.plusSeconds(4 * 86_400);

        ledger.add(EventRetracted.of(Header.of("crm:3", friday), "crm:2"));
        ledger.add(OpportunityMoved.of(
                Header.of("crm:4", MONDAY.plusSeconds(60)).withRep("ann").withRecordedAt(friday),
                "o1",
                OpportunityMoved.Status.LOST));

        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        KpiReport now = ledger.report(Viewpoint.asOf(april));
        KpiReport paidBy = ledger.report(new Viewpoint(april, MONDAY.plusSeconds(86_400)));
        Restated restated = ledger.restated(paidBy.viewpoint(), now.viewpoint());

        assertThat(restated.changes()).hasSize(1);
        assertThat(restated.changes().get(0).causes().stream()
                        .map(cause -> cause.event().id()))
                .containsExactlyInAnyOrder("crm:2", "crm:3", "crm:4");
    }

    @Test
    void anExplanationNamesTheFacts() {
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));

        Explanation why = ledger.explain(Indicators.WIN_RATE, Scope.rep("ann"), Period.month(2026, 3), april);
        String sum = why.value().arithmetic();
        List<String> counted =
                why.counted().stream().map(each -> each.fact().id()).toList();

        assertThat(sum).contains("1 won");
        assertThat(counted).isNotEmpty();
    }

    @Test
    void aLedgerIsSavedAndLoaded() throws IOException {
        Path file = folder.resolve("ledger");

        try (OutputStream out = Files.newOutputStream(file)) {
            KpiJackson3.ledgerFile().save(ledger, out);
        }
        KpiLedger again;
        try (InputStream in = Files.newInputStream(file)) {
            again = KpiJackson3.ledgerFile().load(in, engine);
        }
        again.forget(List.of("crm:person:7"));

        assertThat(again.events()).hasSize(2);
        assertThat(again.forgotten()).hasSize(1);
    }
}
