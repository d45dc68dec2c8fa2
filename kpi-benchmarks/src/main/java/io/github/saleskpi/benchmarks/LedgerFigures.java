package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.jackson.LedgerFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What a ledger of about so many simulated events costs: bytes per event, adding one, adding one and asking for the report,
 * saving and loading, and what a floor leaves. Its second half is added event by event and timed; of the last ones, as many as the second argument says, each is followed by a report.
 *
 * <pre>{@code
 * java -Xmx6g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.LedgerFigures 1000000 200
 * }</pre>
 */
public final class LedgerFigures {
    private static final double TO_MICROS = 1_000.0;
    private static final LocalDate FLOOR = LocalDate.of(2026, 6, 1);

    private LedgerFigures() {}

    /** Measures with about as many events, and as many reports, as the arguments say. */
    public static void main(String[] args) throws IOException {
        int number = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        int reports = args.length < 2 ? 200 : Integer.parseInt(args[1]);
        long empty = heap();
        List<SalesEvent> events = LedgerBenchmark.events(number);
        long made = heap();
        say("events %,d, bytes per event in a list %,d", events.size(), (made - empty) / events.size());

        int timed = events.size() / 2;
        int reported = Math.max(timed, events.size() - reports);
        KpiLedger ledger = LedgerBenchmark.ledger(events.subList(0, timed));
        ledger.report(LedgerBenchmark.JULY);
        say("add, to one that was asked: %s", percentiles(events.subList(timed, reported), ledger::add));
        ledger.report(LedgerBenchmark.JULY);
        say(
                "add and report: %s",
                percentiles(events.subList(reported, events.size()), event -> {
                    ledger.add(event);
                    ledger.report(LedgerBenchmark.JULY);
                }));
        long asked = heap();
        say("bytes per event held, on top: %,d", (asked - made) / ledger.size());

        KpiLedger half = LedgerBenchmark.ledger(events.subList(0, timed));
        KpiLedger other = LedgerBenchmark.ledger(events.subList(timed, events.size()));
        long begin = System.nanoTime();
        half.merge(other);
        say("merge of two halves took %,d ms", millis(begin));
        saved(half);
        begin = System.nanoTime();
        KpiLedger rest = ledger.since(FLOOR, Duration.ofDays(30));
        say("since %s took %,d ms, holds %,d of %,d", FLOOR, millis(begin), rest.size(), ledger.size());
        begin = System.nanoTime();
        rest.report(LedgerBenchmark.JULY);
        say("its first report took %,d ms", millis(begin));
        begin = System.nanoTime();
        LedgerBenchmark.ledger(events).report(LedgerBenchmark.JULY);
        say("a new ledger of all, with its first report, took %,d ms", millis(begin));
    }

    /** How fast a ledger is saved and loaded, in bytes of the text that it is saved as. */
    private static void saved(KpiLedger ledger) throws IOException {
        LedgerFile file = KpiJackson3.ledgerFile();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        file.save(ledger, out);
        long saving = System.nanoTime() - begin;
        begin = System.nanoTime();
        KpiLedger loaded = file.load(new ByteArrayInputStream(out.toByteArray()), LedgerBenchmark.ENGINE);
        long loading = System.nanoTime() - begin;
        long text = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            text = in.transferTo(OutputStream.nullOutputStream());
        }
        say(
                "saved %,d events: %.1f bytes each, %.1f of text; saved at %.0f MB/s of text, loaded at %.0f MB/s",
                loaded.size(),
                (double) out.size() / loaded.size(),
                (double) text / loaded.size(),
                text * TO_MICROS / saving,
                text * TO_MICROS / loading);
    }

    /** What one event is done with. */
    private interface Step {
        void take(SalesEvent event);
    }

    private static String percentiles(List<SalesEvent> events, Step step) {
        long[] nanos = new long[events.size()];
        for (int i = 0; i < nanos.length; i++) {
            SalesEvent event = events.get(i);
            long begin = System.nanoTime();
            step.take(event);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %,.1f us, p99 %,.1f us, most %,.1f us (n = %,d)",
                nanos[nanos.length / 2] / TO_MICROS,
                nanos[(int) (nanos.length * 99L / 100)] / TO_MICROS,
                nanos[nanos.length - 1] / TO_MICROS,
                nanos.length);
    }

    /** Bytes in use after a collection. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long millis(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
