package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ReferenceEngineTest {
    private static final Viewpoint VIEW = Viewpoint.asOf(Instant.parse("2026-04-20T12:00:00Z"));

    @Test
    void itSaysWhatTheEngineSaysToTheByte() {
        KpiQuery query = KpiQuery.builder()
                .indicators(Indicators.all())
                .every(Granularity.WEEK)
                .from(LocalDate.of(2010, 1, 10))
                .zone(ZoneId.of("Europe/Sofia"))
                .groupBy(Dimension.REP)
                .rates(Rates.in(CurrencyUnit.EUR)
                        .with(CurrencyUnit.USD, LocalDate.of(2020, 1, 1), new BigDecimal("0.92")))
                .workingCalendar(WorkingCalendar.mondayToFriday(ZoneId.of("Europe/Sofia")))
                .build();
        for (List<SalesEvent> events : List.of(Histories.realistic(11, 120), Histories.hostile(12, 80))) {
            String report =
                    events.stream().collect(KpiEngine.of(query).collector(VIEW)).toString();
            assertThat(report.lines().count()).isGreaterThan(10);
            assertThat(ReferenceEngine.report(query, events, VIEW)).isEqualTo(report);
        }
    }

    @Test
    void neitherOrderNorRepetitionMattersToIt() {
        KpiQuery query = KpiQuery.builder().build();
        List<SalesEvent> events = Histories.realistic(4, 60);
        List<SalesEvent> others =
                new ArrayList<>(Stream.concat(events.stream(), events.stream()).toList());
        Collections.reverse(others);
        assertThat(ReferenceEngine.report(query, others, VIEW))
                .isEqualTo(ReferenceEngine.report(query, events, VIEW))
                .contains("response-time@1");
    }

    @Test
    void nothingIsReportedOfNothing() {
        assertThat(ReferenceEngine.report(KpiQuery.builder().build(), List.of(), VIEW))
                .isEqualTo("events 0, conflicts 0, history starts null\n");
    }
}
