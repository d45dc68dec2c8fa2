package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.EventReader;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.jackson.ReadSummary;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/1-first-report.md}. */
class FirstReportPageTest {
    private static final Path ROOT = Path.of("..");

    private static List<SalesEvent> events() {
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");
        Header ann = Header.of("crm:1", monday).withRep("ann");
        SalesEvent opened = OpportunityOpened.of(ann, "o1");
        SalesEvent won = OpportunityMoved.of(
                Header.of("crm:2", monday.plusSeconds(86_400)).withRep("ann"), "o1", OpportunityMoved.Status.WON);
        return List.of(opened, won);
    }

    @Test
    void aReportIsCollectedFromEvents() {
        List<SalesEvent> events = events();

        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(Indicators.WIN_RATE)
                .every(Granularity.MONTH)
                .zone(ZoneId.of("Europe/Sofia"))
                .groupBy(Dimension.REP)
                .build());
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        KpiReport report = events.stream().collect(engine.collector(april));

        KpiValue rate = report.value(Indicators.WIN_RATE, Scope.rep("ann"), Period.month(2026, 3));
        String text = rate instanceof KpiValue.Defined known
                ? known.amount() + " of " + known.sample()
                : ((KpiValue.Undefined) rate).reason().toString();

        assertThat(text).isEqualTo("1 of 1");
        KpiValue nobody = report.value(Indicators.WIN_RATE, Scope.rep("bob"), Period.month(2026, 3));
        assertThat(nobody).isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
    }

    @Test
    void everyLineOfAFileIsAccountedFor() throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary =
                KpiJackson3.eventReader().read(fromRoot("samples/first-steps/events.ndjson"), events::add);
        summary.rejects().forEach(reject -> System.out.println(reject.message()));

        assertThat(summary.read()).isEqualTo(summary.delivered() + summary.rejected());
        assertThat(events).hasSizeGreaterThan(20);
    }

    @Test
    void aFileBecomesAReportOnAllCores() throws IOException {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().build());
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        EventReader reader =
                KpiJackson3.eventReader().onThreads(Runtime.getRuntime().availableProcessors());
        EventReader.Collected<KpiReport> collected =
                reader.collect(fromRoot("samples/first-steps/events.ndjson"), engine.collector(april));
        KpiReport whole = collected.result();
        long rejected = collected.summary().rejected();

        assertThat(whole.events()).isGreaterThan(20);
        assertThat(rejected).isZero();
    }

    private static Path fromRoot(String path) {
        return ROOT.resolve(path);
    }
}
