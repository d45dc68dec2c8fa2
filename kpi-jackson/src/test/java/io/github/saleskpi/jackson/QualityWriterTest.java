package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.quality.DataQuality;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityWriterTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private static List<String> lines(Viewpoint viewpoint) {
        KpiQuery query = KpiQuery.builder().build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        ledger.add(EventRetracted.of(Header.of("e1", MORNING), "gone"));
        DataQuality quality = DataQuality.of(ledger, query, viewpoint, 3, 1, 5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.writeDataQuality(
                quality, new EventCounts(3, 1, 1, 0, 1), query.calendar().zone(), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachSymptomIsALineWithItsCountsEffectAndExamples() {
        List<String> lines = lines(Viewpoint.asOf(MORNING));
        assertThat(lines)
                .hasSize(22)
                .startsWith(
                        "{\"asOf\":\"2026-03-02T09:00:00Z\",\"zone\":\"Z\",\"events\":{\"read\":3,\"accepted\":1,\"duplicates\":1,"
                                + "\"conflicts\":0,\"rejected\":1},\"inForce\":0,\"symptoms\":[",
                        "{\"check\":\"rejected-line\",\"severity\":\"error\",\"what\":\"lines that are no events\",\"count\":1,"
                                + "\"lookedAt\":3,\"effect\":\"Every figure is without them; each may be a sale, a request or a"
                                + " correction.\",\"examples\":[]},",
                        "{\"check\":\"retraction-of-nothing\",\"severity\":\"warning\",\"what\":\"retractions of an event that was"
                                + " never read\",\"count\":1,\"lookedAt\":1,\"effect\":\"They take nothing back: if the facts that"
                                + " they mean came under other ids, these still count.\",\"examples\":[\"e1\"]},",
                        "{\"check\":\"repeated-line\",\"severity\":\"note\",\"what\":\"lines whose event was there already, or has"
                                + " a later version\",\"count\":1,\"lookedAt\":2,\"effect\":\"Nothing: each event counts once, in"
                                + " the version recorded last.\",\"examples\":[]}],\"healthy\":[",
                        "{\"check\":\"activities-at-month-end\",\"lookedAt\":0},")
                .endsWith("{\"check\":\"unpublished-asset\",\"lookedAt\":0}]}");
    }

    @Test
    void whatWasKnownWhenIsWrittenWhereItMatters() {
        assertThat(lines(Viewpoint.at(MORNING)).get(0))
                .contains("\"asOf\":\"2026-03-02T09:00:00Z\",\"knownAt\":\"2026-03-02T09:00:00Z\",\"zone\"");
    }
}
