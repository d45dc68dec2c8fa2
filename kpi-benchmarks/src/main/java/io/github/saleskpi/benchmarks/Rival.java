package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.EventColumns;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A way to the seven primary figures by rep and month, under all rules that the events can touch, from a list of events in
 * the order of their delivery. All ways but the floors, and those with one indicator alone, give the same figures.
 */
public enum Rival {
    /** The library, one thread, reading the primary figures only. */
    KPI_ENGINE {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(true);
            return () -> reported(events.stream().collect(engine.collector(CrmYear.VIEWPOINT)));
        }
    },
    /** The same over a parallel stream. */
    KPI_ENGINE_PARALLEL {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(true);
            return () -> reported(events.parallelStream().collect(engine.collector(CrmYear.VIEWPOINT)));
        }
    },
    /** The library, one thread, with the companions of each figure and all intervals: what a user gets. */
    KPI_ENGINE_ALL {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(false);
            return () -> reported(events.stream().collect(engine.collector(CrmYear.VIEWPOINT)));
        }
    },
    /** The library on {@link EventColumns} that were filled before, one thread, reading the primary figures only. */
    KPI_COLUMNS {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(true);
            EventColumns columns = EventColumns.builder().addAll(events).build();
            return () -> reported(engine.report(columns, CrmYear.VIEWPOINT));
        }
    },
    /** The same on all threads. */
    KPI_COLUMNS_PARALLEL {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(true);
            EventColumns columns = EventColumns.builder().addAll(events).build();
            return () -> reported(engine.parallelReport(columns, CrmYear.VIEWPOINT));
        }
    },
    /** The same as {@link #KPI_COLUMNS}, each time filling the columns from the events first. */
    KPI_COLUMNS_FILLING {
        @Override
        Seat seat(List<SalesEvent> events) {
            KpiEngine engine = EngineFigures.engine(true);
            return () ->
                    reported(engine.report(EventColumns.builder().addAll(events).build(), CrmYear.VIEWPOINT));
        }
    },
    /** Streams and {@code groupingBy}, as a good developer would write it. */
    STREAMS {
        @Override
        Seat seat(List<SalesEvent> events) {
            return () -> computed(new StreamFigures(false, AS_OF).of(events));
        }
    },
    /** The same with parallel streams and concurrent maps. */
    STREAMS_PARALLEL {
        @Override
        Seat seat(List<SalesEvent> events) {
            return () -> computed(new StreamFigures(true, AS_OF).of(events));
        }
    },
    /** Maps and loops by hand, one thread. */
    HAND_LOOP {
        @Override
        Seat seat(List<SalesEvent> events) {
            return () -> computed(new HandLoop(AS_OF).of(events));
        }
    },
    /** SQL on a DuckDB that has loaded all events before, one thread. */
    DUCKDB {
        @Override
        Seat seat(List<SalesEvent> events) {
            return DuckDbFigures.loaded(1, AS_OF, events);
        }
    },
    /** The same with two threads. */
    DUCKDB_PARALLEL {
        @Override
        Seat seat(List<SalesEvent> events) {
            return DuckDbFigures.loaded(2, AS_OF, events);
        }
    },
    /** The same with one thread, and each time on a new database into which the events are loaded first. */
    DUCKDB_LOADING {
        @Override
        Seat seat(List<SalesEvent> events) {
            return () -> {
                try (DuckDbFigures figures = new DuckDbFigures(1, AS_OF)) {
                    figures.load(events);
                    return computed(figures.all());
                }
            };
        }
    },
    /** The library's own win rate and nothing else, one thread: what {@link #OWN_RATIO} is beside. */
    WIN_RATE {
        @Override
        Seat seat(List<SalesEvent> events) {
            return alone(Indicators.WIN_RATE, events);
        }
    },
    /** A ratio of somebody's own and nothing else, one thread: moves to won over moves to won or lost. */
    OWN_RATIO {
        @Override
        Seat seat(List<SalesEvent> events) {
            return alone(
                    Indicator.ratio("own-win-rate")
                            .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
                            .over(
                                    OpportunityMoved.class,
                                    move -> move.status() == OpportunityMoved.Status.WON
                                            || move.status() == OpportunityMoved.Status.LOST)
                            .build(),
                    events);
        }
    },
    /** The floor of all that read these objects: looks at type, time, and the characters of id and rep, and computes nothing. */
    WALK_OBJECTS {
        @Override
        Seat seat(List<SalesEvent> events) {
            return () -> seen(walk(events));
        }
    },
    /** The floor of all that read columns: looks at the same in arrays that are made before, and computes nothing. */
    WALK_COLUMNS {
        @Override
        Seat seat(List<SalesEvent> events) {
            FloorColumns columns = new FloorColumns(events);
            return () -> seen(columns.walk());
        }
    };

    private static final Instant AS_OF = CrmYear.VIEWPOINT.asOf();

    /** Sits down with these events: what is done once is done here. */
    abstract Seat seat(List<SalesEvent> events);

    /** Whether it computes all seven figures, as those do that are compared. */
    boolean isWhole() {
        return this != WALK_OBJECTS && this != WALK_COLUMNS && this != WIN_RATE && this != OWN_RATIO;
    }

    private static Seat alone(Indicator indicator, List<SalesEvent> events) {
        KpiEngine engine = EngineFigures.engine(indicator);
        return () -> {
            KpiReport report = events.stream().collect(engine.collector(CrmYear.VIEWPOINT));
            return seen(report.cells().size());
        };
    }

    private static Answer computed(Map<Place, Reading> figures) {
        return () -> figures;
    }

    private static Answer reported(KpiReport report) {
        return () -> EngineFigures.of(report);
    }

    private static Answer seen(long sum) {
        return () -> Map.of(Kpi.WIN_RATE.place("anybody", YearMonth.from(CrmYear.START)), new Reading.Quotient(sum, 1));
    }

    private static long walk(List<SalesEvent> events) {
        long seen = 0;
        for (SalesEvent event : events) {
            seen = seen * 31 + event.getClass().hashCode() + event.occurredAt().getEpochSecond();
            seen += characters(event.id()) + characters(event.actor().repId());
        }
        return seen;
    }

    private static long characters(@Nullable String text) {
        long sum = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            sum = sum * 31 + text.charAt(i);
        }
        return sum;
    }

    /**
     * Computes the figures by all of these rivals that compute them.
     *
     * @return the figures as text, by place; none if nobody computes
     * @throws IllegalStateException if two rivals do not give the same
     */
    static SortedMap<String, String> agreed(List<SalesEvent> events, Set<Rival> rivals) {
        Rival first = null;
        SortedMap<String, String> expected = new TreeMap<>();
        for (Rival rival : rivals) {
            if (first == null && rival.isWhole()) {
                first = rival;
                expected = texts(rival, events);
            } else if (rival.isWhole()) {
                SortedMap<String, String> own = texts(rival, events);
                if (!own.equals(expected)) {
                    throw new IllegalStateException(
                            rival + ": differs from " + first + " at " + difference(own, expected));
                }
            }
        }
        return expected;
    }

    /** The figures of one rival as text, by place. */
    static SortedMap<String, String> texts(Rival rival, List<SalesEvent> events) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Seat seat = rival.seat(events)) {
            seat.answer().figures().forEach((place, reading) -> texts.put(place.toString(), reading.toString()));
        }
        return texts;
    }

    private static String difference(SortedMap<String, String> own, SortedMap<String, String> expected) {
        SortedMap<String, String> places = new TreeMap<>(expected);
        places.putAll(own);
        return places.keySet().stream()
                .filter(place -> !String.valueOf(own.get(place)).equals(String.valueOf(expected.get(place))))
                .limit(5)
                .map(place -> place + ": " + own.get(place) + " is not " + expected.get(place))
                .toList()
                .toString();
    }
}
