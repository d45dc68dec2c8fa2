package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A ledger that many threads feed while others read it. Thread-safe.
 *
 * <p>Who adds puts the events into an inbox and goes on, also while a report is being made. Who reads takes the ledger
 * for itself, first moves into it what lies in the inbox, and then asks what it likes of that one set of events: all that
 * was added before the reading began is in it, nothing comes in meanwhile, and what one call added is in it whole or not
 * at all. Readers take turns. So for the same events every answer is that of a {@link KpiLedger} on one thread.
 *
 * <p>The inbox is bounded: who adds while more than {@value #MOST_WAITING} events wait in it moves them into the ledger
 * itself, and for that waits until no one reads. With no reader at all, the ledger grows and the inbox does not.
 *
 * <p>An event of somebody's own type whose components fail when two versions are compared is not held: who moves it into the
 * ledger is thrown what it throws, once, and all others come in.
 */
public final class SharedLedger {
    /** How many events may wait before who adds must make room. */
    static final int MOST_WAITING = 65_536;

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Collection<SalesEvent>> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<KpiLedger.Added, Long> counts = new EnumMap<>(KpiLedger.Added.class);
    private KpiLedger ledger;

    private SharedLedger(KpiLedger ledger) {
        this.ledger = ledger;
    }

    /** Shares that ledger, which is to be reached through the result alone from then on. */
    public static SharedLedger of(KpiLedger ledger) {
        return new SharedLedger(ledger);
    }

    /** Adds a fact, as {@link KpiLedger#add} does. */
    public void add(SalesEvent event) {
        put(List.of(event));
    }

    /** Adds facts that are seen together or not at all, such as those of one message of a queue. */
    public void addAll(Collection<? extends SalesEvent> events) {
        put(List.copyOf(events));
    }

    private void put(List<SalesEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        int before = waiting.getAndAdd(events.size()); // counted first, so that who empties the inbox misses nothing
        inbox.add(events);
        if (before > MOST_WAITING) {
            take(held -> held);
        }
    }

    /**
     * Asks the ledger, with all in it that was added before, whatever is to be of one and the same set of events: several
     * reports, a report and its explanations. The ledger and its stream of events are lent and must not leave the question;
     * reports and explanations may. A question that asks this ledger again sees the same events.
     *
     * <pre>{@code
     * KpiReport report = shared.read(ledger -> ledger.report(viewpoint));
     * }</pre>
     */
    public <T> T read(Function<? super KpiLedger, T> question) {
        return take(question);
    }

    /**
     * Goes on with {@link KpiLedger#since}: stories closed before that date are left behind and their memory is freed.
     *
     * @throws IllegalArgumentException as there; then nothing changes
     */
    public void leaveBehind(LocalDate floor, Duration idle) {
        take(held -> {
            ledger = held.since(floor, idle);
            return ledger;
        });
    }

    /** How often adding came to what, in all; the sum is how many facts were added before. Never lacks one of them. */
    public Map<KpiLedger.Added, Long> counts() {
        return take(held -> {
            Map<KpiLedger.Added, Long> all = new EnumMap<>(KpiLedger.Added.class);
            for (KpiLedger.Added each : KpiLedger.Added.values()) {
                all.put(each, counts.getOrDefault(each, 0L));
            }
            return Collections.unmodifiableMap(all);
        });
    }

    private <T> T take(Function<? super KpiLedger, T> question) {
        turn.lock();
        try {
            if (turn.getHoldCount() == 1) { // else a question asks again, or adds
                empty();
            }
            return question.apply(ledger);
        } finally {
            turn.unlock();
        }
    }

    /** Moves what lies in the inbox now into the ledger; what is added meanwhile may stay. */
    private void empty() {
        RuntimeException refused = null;
        for (int left = waiting.get(); left > 0; ) {
            Collection<SalesEvent> events = inbox.poll();
            if (events == null) {
                break; // counted and not put yet, so not added before
            }
            left -= events.size();
            waiting.addAndGet(-events.size());
            for (SalesEvent event : events) {
                try {
                    counts.merge(ledger.add(event), 1L, Long::sum);
                } catch (RuntimeException failed) {
                    if (refused == null) {
                        refused = failed; // and the others come in
                    } else if (failed != refused) {
                        refused.addSuppressed(failed);
                    }
                }
            }
        }
        if (refused != null) {
            throw refused;
        }
    }
}
