package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.saleskpi.engine.EventColumns;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a batch allocates. */
class AllocationTest {
    /** A row of 48 bytes, 12 for the id, 4 for the reference, and the end of an array that is not full. */
    private static final long ROW = 100;

    /** A reader, a length of time, and no event. */
    private static final long DETAIL = 90;

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Viewpoint FROM = Viewpoint.asOf(Instant.parse("2026-06-01T00:00:00Z"));
    private static final int FEW = 100_000;
    private static final int MANY = 300_000;
    private static final Measure<Long, Long> CALLS = Measure.count("calls");
    private static final Measure<Long, Long> LONG = Measure.count("long");
    private static final Rule INBOUND = new Rule("inbound", "a call from outside");

    /** Counts calls, and makes nothing itself. */
    private static final class Thrifty implements Indicator, Storyline<Thrifty.Role> {
        enum Role {
            CALL,
            INBOUND
        }

        @Override
        public IndicatorId id() {
            return IndicatorId.of("thrifty", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(new Figure(
                    "thrifty", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(totals.of(CALLS))));
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public boolean readsKindOnly() {
            return true;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return !(event instanceof CallEnded call)
                    ? null
                    : call.direction() == CallDirection.OUTBOUND ? Role.CALL : Role.INBOUND;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            List<Fact<Role>> inbound = story.facts(Role.INBOUND);
            for (int i = 0; i < inbound.size(); i++) {
                out.leaveOut(inbound.get(i), INBOUND);
            }
            List<Fact<Role>> calls = story.facts(Role.CALL);
            for (int i = 0; i < calls.size(); i++) {
                Fact<Role> call = calls.get(i);
                out.credit(call.rep(), call).count(CALLS).add(LONG, call.duration() == null ? 0L : 1L);
            }
        }
    }

    @Test
    void anIndicatorThatMakesNothingHasNothingMadeForItButARowForEachEvent() {
        KpiEngine engine = engine();
        List<SalesEvent> events = events();
        long perEvent = perEvent(some -> events.stream().limit(some).collect(engine.collector(FROM)));
        assertThat(perEvent).isBetween(52L, ROW);
    }

    @Test
    void noEventInColumnsIsMadeAnewForWhatAFactSaysItself() {
        KpiEngine engine = engine();
        EventColumns few =
                EventColumns.builder().addAll(events().subList(0, FEW)).build();
        EventColumns many = EventColumns.builder().addAll(events()).build();
        long perEvent = perEvent(some -> engine.report(some == FEW ? few : many, FROM));
        assertThat(perEvent).isBetween(52L, ROW + DETAIL);
    }

    private static KpiEngine engine() {
        return KpiEngine.of(KpiQuery.builder()
                .indicators(new Thrifty())
                .groupBy(Dimension.REP)
                .build());
    }

    private static List<SalesEvent> events() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CallDirection direction = i % 3 == 0 ? CallDirection.INBOUND : CallDirection.OUTBOUND;
            events.add(CallEnded.of(
                            Header.of("e" + i, START.plusSeconds(977L * (i % 3_000)))
                                    .withRep("r" + i % 5),
                            "c" + i,
                            direction)
                    .withPersonId("p" + i % 70_001)
                    .withDuration(Duration.ofMinutes(3)));
        }
        return events;
    }

    /** What one event more has allocated. */
    private static long perEvent(IntFunction<KpiReport> report) {
        allocated(report, FEW); // classes are loaded
        long few = allocated(report, FEW);
        long perEvent = (allocated(report, MANY) - few) / (MANY - FEW);
        System.out.println("Bytes that one event more has allocated: " + perEvent);
        return perEvent;
    }

    private static long allocated(IntFunction<KpiReport> report, int events) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        assertThat(report.apply(events).cells()).isNotEmpty();
        return threads.getThreadAllocatedBytes(id) - before;
    }
}
