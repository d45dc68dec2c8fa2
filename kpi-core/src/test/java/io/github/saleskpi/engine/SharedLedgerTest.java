package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedLedgerTest {
    private static final Indicator CALLS = Indicators.tasks("call");
    private static final Viewpoint APRIL = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
    private static final KpiEngine ENGINE = KpiEngine.of(
            KpiQuery.builder().indicators(CALLS).groupBy(Dimension.REP).build());

    static SalesEvent call(String id, String rep) {
        return new TaskCompleted(
                Header.of(id, Instant.parse("2026-03-02T09:00:00Z")).withRep(rep), id, "call");
    }

    private static BigDecimal calls(KpiLedger ledger) {
        KpiValue calls = ledger.report(APRIL).value(CALLS, Scope.company(), Period.month(2026, 3));
        return ((KpiValue.Defined) calls).amount();
    }

    @Test
    void aReadingSeesAllThatWasAddedBefore() {
        SharedLedger shared = ENGINE.newSharedLedger();
        shared.add(call("e1", "ann"));
        shared.addAll(List.of(call("e2", "ann"), call("e3", "bob")));
        assertThat(shared.read(SharedLedgerTest::calls)).isEqualByComparingTo("3");
        shared.add(call("e4", "bob"));
        assertThat(shared.read(SharedLedgerTest::calls)).isEqualByComparingTo("4");
    }

    @Test
    @Timeout(20)
    void whoAddsDoesNotWaitForAReport() throws InterruptedException {
        SharedLedger shared = ENGINE.newSharedLedger();
        shared.add(call("e1", "ann"));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch added = new CountDownLatch(1);
        Thread reader = new Thread(() -> shared.read(ledger -> {
            reading.countDown();
            await(added); // for ever, if adding waited for this
            return ledger.size();
        }));
        reader.start();
        await(reading);
        shared.add(call("e2", "ann"));
        added.countDown();
        reader.join();
        assertThat(shared.read(KpiLedger::size)).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void nothingComesInWhileAQuestionIsAsked() {
        SharedLedger shared = ENGINE.newSharedLedger();
        shared.add(call("e1", "ann"));
        List<Long> sizes = shared.read(ledger -> {
            shared.add(call("e2", "ann"));
            return List.of(ledger.size(), shared.read(KpiLedger::size), ledger.size());
        });
        assertThat(sizes).containsExactly(1L, 1L, 1L);
        assertThat(shared.read(KpiLedger::size)).isEqualTo(2);
    }

    @Test
    void theInboxIsBoundedAlsoWhereNobodyReads() {
        KpiLedger ledger = ENGINE.newLedger();
        SharedLedger shared = SharedLedger.of(ledger);
        SalesEvent again = call("e1", "ann");
        for (int i = 0; i <= SharedLedger.MOST_WAITING; i++) {
            shared.add(again);
        }
        assertThat(ledger.size()).isZero();
        shared.add(again);
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void whatIsReadIsNewOrKnownOrTooEarly() {
        SharedLedger shared = ENGINE.newSharedLedger();
        shared.addAll(List.of(call("e1", "ann"), call("e2", "ann"), call("e1", "ann")));
        shared.addAll(List.of());
        shared.leaveBehind(LocalDate.of(2026, 4, 1), Duration.ZERO);
        shared.add(call("e3", "ann"));
        assertThat(shared.read(KpiLedger::size)).isZero();
        assertThat(shared.counts())
                .isEqualTo(Map.of(
                        KpiLedger.Added.NEW,
                        2L,
                        KpiLedger.Added.KNOWN,
                        1L,
                        KpiLedger.Added.FORGOTTEN,
                        0L,
                        KpiLedger.Added.TOO_EARLY,
                        1L));
    }

    @Test
    void aFloorThatIsRefusedChangesNothing() {
        SharedLedger shared = ENGINE.newSharedLedger();
        shared.add(call("e1", "ann"));
        assertThatThrownBy(() -> shared.leaveBehind(LocalDate.of(2026, 4, 2), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("floor (2026-04-02): must begin a month of the query. Maybe 2026-04-01.");
        assertThat(shared.read(SharedLedgerTest::calls)).isEqualByComparingTo("1");
    }

    @Test
    void nullIsRefusedAtTheDoor() {
        SharedLedger shared = ENGINE.newSharedLedger();
        List<SalesEvent> broken = new ArrayList<>();
        broken.add(null);
        assertThatThrownBy(() -> shared.addAll(broken)).isInstanceOf(NullPointerException.class);
        assertThat(shared.read(KpiLedger::size)).isZero();
    }

    /** Its details fail as those of an embedder do who forgot that one may be absent. */
    private record Visit(Header header, @Nullable String shop) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("shop", Objects.requireNonNull(shop));
        }
    }

    @Test
    void anEventThatFailsWhenItIsComparedTakesNoOtherWithIt() {
        SharedLedger shared = ENGINE.newSharedLedger();
        Header header = Header.of("v", Instant.parse("2026-03-02T09:00:00Z"));
        shared.addAll(List.of(new Visit(header, "north"), new Visit(header, null), call("e1", "ann")));
        shared.add(call("e2", "bob"));
        assertThatThrownBy(() -> shared.read(KpiLedger::size)).isInstanceOf(NullPointerException.class);
        assertThat(shared.read(SharedLedgerTest::calls)).isEqualByComparingTo("2");
        assertThat(shared.counts()).containsEntry(KpiLedger.Added.NEW, 3L);
    }

    @Test
    void tenantsShareTheQueryAndNothingElse() {
        Map<String, SharedLedger> tenants = new TreeMap<>();
        List.of("north", "south").forEach(tenant -> tenants.put(tenant, ENGINE.newSharedLedger()));
        tenants.forEach((tenant, ledger) -> ledger.add(call("e1", "rep-of-" + tenant)));
        tenants.get("south").add(call("e2", "rep-of-south"));
        assertThat(tenants.get("north").read(SharedLedgerTest::calls)).isEqualByComparingTo("1");
        assertThat(tenants.get("south").read(SharedLedgerTest::calls)).isEqualByComparingTo("2");
        assertThat(tenants.get("north").read(ledger -> ledger.report(APRIL)).cells())
                .extracting(cell -> cell.scope().toString())
                .containsExactly("rep:rep-of-north");
    }
}
