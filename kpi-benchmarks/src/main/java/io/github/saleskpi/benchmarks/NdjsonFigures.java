package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.EventReader;
import io.github.saleskpi.jackson.KpiJackson3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast NDJSON becomes the seven primary figures, in megabytes (of a million bytes) a second and from memory: by the
 * library, event by event, on one thread and on all cores, and by what one would write otherwise. All take turns in one
 * virtual machine, the first round is not counted, and all must give the same figures. Prints a line for each, the ratios,
 * and, last, all as JSON. What threads that have ended allocated is not seen.
 *
 * <p>Arguments: about how many events (at most 7 million: the text is in one array), and how many rounds.
 *
 * <pre>{@code
 * java -Xms8g -Xmx8g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.NdjsonFigures 1000000 5
 * }</pre>
 */
public final class NdjsonFigures {
    /** A way from text to figures. */
    enum Way {
        /** The reader of kpi-jackson into the engine's collector; no list of events is made. */
        KPI_JACKSON {
            @Override
            Answer answer(byte[] text) {
                return read(text, 1);
            }
        },
        /** The same on all cores. */
        KPI_JACKSON_PARALLEL {
            @Override
            Answer answer(byte[] text) {
                return read(text, Runtime.getRuntime().availableProcessors());
            }
        },
        /** Databind into a list of events, and streams over it. */
        DATABIND_STREAMS {
            @Override
            Answer answer(byte[] text) {
                List<SalesEvent> events = DataboundLine.read(new ByteArrayInputStream(text));
                Map<Place, Reading> figures = new StreamFigures(false, AS_OF).of(events);
                return () -> figures;
            }
        };

        abstract Answer answer(byte[] text);
    }

    private static final Instant AS_OF = CrmYear.VIEWPOINT.asOf();
    private static final double NANOS_PER_MILLI = 1e6;

    private NdjsonFigures() {}

    /** Measures what the arguments say. */
    public static void main(String[] args) {
        int number = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? 5 : Integer.parseInt(args[1]);
        double loadBefore = Turn.load();
        byte[] text = text(CrmYear.events(number, 2026));
        int figures = agreed(text).size();
        say("%,d bytes, %,d figures, the same all ways", text.length, figures);
        Map<Way, List<Turn>> turns = new EnumMap<>(Way.class);
        for (int round = 0; round <= rounds; round++) {
            for (Way way : Way.values()) {
                Turn turn = Turn.of(() -> way.answer(text));
                if (round > 0) {
                    turns.computeIfAbsent(way, none -> new ArrayList<>()).add(turn);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        turns.forEach((way, all) -> lines.add(line(way, all, text.length)));
        List<Turn> rival = turns.getOrDefault(Way.DATABIND_STREAMS, List.of());
        for (Way way : List.of(Way.KPI_JACKSON, Way.KPI_JACKSON_PARALLEL)) {
            List<Turn> own = turns.getOrDefault(way, List.of());
            say(
                    "%s is %.2f times as fast as DATABIND_STREAMS (by the best rounds %.2f)",
                    way,
                    (double) Turn.medianNanos(rival) / Turn.medianNanos(own),
                    (double) Turn.leastNanos(rival) / Turn.leastNanos(own));
        }
        say(
                "{\"bytes\":%d,\"figures\":%d,\"rounds\":%d,\"jdk\":\"%s\",\"cores\":%d,\"heap\":%d,\"load\":[%.1f,%.1f],"
                        + "\"ways\":[\n%s]}",
                text.length,
                figures,
                rounds,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                loadBefore,
                Turn.load(),
                String.join(",\n", lines));
    }

    /** Events as NDJSON in UTF-8. */
    static byte[] text(List<SalesEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SampleFiles.write(events, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The figures by place.
     *
     * @throws IllegalStateException if the ways do not all give the same
     */
    static Map<Place, Reading> agreed(byte[] text) {
        Map<Place, Reading> figures = Way.KPI_JACKSON.answer(text).figures();
        for (Way way : List.of(Way.KPI_JACKSON_PARALLEL, Way.DATABIND_STREAMS)) {
            if (!figures.equals(way.answer(text).figures())) {
                throw new IllegalStateException("figures (" + way + "): must be those of KPI_JACKSON.");
            }
        }
        return figures;
    }

    private static Answer read(byte[] text, int threads) {
        KpiEngine engine = EngineFigures.engine(true);
        try {
            EventReader.Collected<KpiReport> collected = KpiJackson3.eventReader()
                    .onThreads(threads)
                    .collect(new ByteArrayInputStream(text), engine.collector(CrmYear.VIEWPOINT));
            long rejected = collected.summary().rejected();
            if (rejected > 0) {
                throw new IllegalStateException("rejects (" + rejected + "): there must be none.");
            }
            return () -> EngineFigures.of(collected.result());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Way way, List<Turn> turns, int bytes) {
        double speed = bytes * 1e3 / Turn.medianNanos(turns);
        double best = bytes * 1e3 / Turn.leastNanos(turns);
        double allocated = (double) Turn.medianBytes(turns) / bytes;
        say(
                "%-20s %,7.1f MB/s (best %,7.1f), %,6.1f bytes allocated per byte, %,.0f ms",
                way, speed, best, allocated, Turn.medianNanos(turns) / NANOS_PER_MILLI);
        return String.format(
                Locale.ROOT,
                " {\"way\":\"%s\",\"megabytesPerSecond\":%.1f,\"bestMegabytesPerSecond\":%.1f,\"allocatedPerByte\":%.1f}",
                way,
                speed,
                best,
                allocated);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
