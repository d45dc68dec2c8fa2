package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Saving a ledger and going on with what was loaded is as if nothing had been done. Each try has a seed of its own. */
class LedgerFileProperties {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final LedgerFile FILE = KpiJackson3.ledgerFile();
    private static final KpiEngine ENGINE = KpiEngine.of(
            KpiQuery.builder().groupBy(Dimension.REP).every(Granularity.DAY).build());
    private static final long TRIES = (long) (30 * Double.parseDouble(System.getProperty("kpi.tries.scale", "1")));

    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void savingAndLoadingAtAnyPointChangesNoReport() throws IOException {
        for (long seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            KpiLedger kept = ENGINE.newLedger();
            KpiLedger saved = ENGINE.newLedger();
            for (int step = 0; step < 60; step++) {
                int kind = random.nextInt(12);
                if (kind == 0) {
                    saved = FILE.load(new ByteArrayInputStream(bytes(saved)), ENGINE);
                    note("saved and loaded", true);
                } else if (kind == 1) {
                    Viewpoint view = new Viewpoint(instant(random), instant(random));
                    assertThat(saved.report(view).toString())
                            .as("seed %s, step %s", seed, step)
                            .isEqualTo(kept.report(view).toString());
                    note("report with cells", !kept.report(view).cells().isEmpty());
                } else if (kind == 2 && random.nextInt(8) == 0) {
                    List<String> persons = List.of(key(random));
                    kept.forget(persons);
                    saved.forget(persons);
                    note("person forgotten", true);
                } else {
                    SalesEvent event = event(random);
                    note("version of a known event", kept.holds(event.id()));
                    kept.add(event);
                    saved.add(event);
                }
            }
            assertThat(bytes(saved)).as("seed %s", seed).isEqualTo(bytes(kept));
        }
        census();
    }

    @Test
    void equalLedgersGiveEqualBytesHoweverTheyCameAbout() throws IOException {
        for (long seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            List<SalesEvent> events = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                events.add(event(random));
            }
            KpiLedger one = ENGINE.newLedger();
            events.forEach(one::add);
            KpiLedger left = ENGINE.newLedger();
            KpiLedger right = ENGINE.newLedger();
            Collections.shuffle(events, random);
            events.forEach(event -> (random.nextBoolean() ? left : right).add(writtenOtherwise(event)));
            note("conflicting versions", one.conflicts() > 0);
            assertThat(bytes(right.merge(left))).as("seed %s", seed).isEqualTo(bytes(one));
            SalesEvent more = CallEnded.of(Header.of("new", START), "c", CallDirection.INBOUND);
            right.add(more);
            assertThat(bytes(right)).as("seed %s", seed).isNotEqualTo(bytes(one));
        }
        census();
    }

    private SalesEvent writtenOtherwise(SalesEvent event) {
        if (event instanceof PaymentReceived payment) {
            note("equal version written otherwise", true);
            BigMoney amount = payment.amount();
            return PaymentReceived.of(payment.header(), payment.paymentId(), amount.withScale(amount.getScale() + 1));
        }
        return event;
    }

    private void note(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    private void census() {
        System.out.println("Census of saved ledgers: " + census);
        assertThat(census)
                .allSatisfy((situation, times) ->
                        assertThat(times).as(situation).isGreaterThanOrEqualTo((int) (TRIES / 5)));
    }

    private static SalesEvent event(Random random) {
        Header header = Header.of("e" + random.nextInt(25), instant(random))
                .withRecordedAt(instant(random))
                .withRep("r" + random.nextInt(3));
        String key = key(random);
        return switch (random.nextInt(8)) {
            case 0 -> RequestReceived.of(header, key).withPersonId(key(random));
            case 1 ->
                OpportunityOpened.of(header, key).withPersonId(key(random)).withAmount(money(random));
            case 2 ->
                OpportunityMoved.of(header, key, one(random, OpportunityMoved.Status.values()))
                        .withAmount(money(random));
            case 3 -> EventRetracted.of(header, "e" + random.nextInt(25));
            case 4 -> new IdentityMerged(header, one(random, IdentityKind.values()), key, key(random));
            case 5 -> PaymentReceived.of(header, key, money(random));
            default ->
                CallEnded.of(header, key, CallDirection.OUTBOUND)
                        .withPersonId(key(random))
                        .withRequestId(key(random))
                        .withOutcome(one(random, CallOutcome.values()));
        };
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String key(Random random) {
        return "k" + random.nextInt(4);
    }

    private static Instant instant(Random random) {
        return START.plusSeconds(3_600L * random.nextInt(200));
    }

    private static BigMoney money(Random random) {
        BigDecimal amount = random.nextBoolean() ? new BigDecimal("1200.50") : new BigDecimal("1200.5");
        return BigMoney.of(CurrencyUnit.EUR, amount);
    }

    private static byte[] bytes(KpiLedger ledger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FILE.save(ledger, out);
        return out.toByteArray();
    }
}
