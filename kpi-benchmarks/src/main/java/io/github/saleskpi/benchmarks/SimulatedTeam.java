package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.EventWriter;
import io.github.saleskpi.jackson.KpiJackson3;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Invents a sales team: requests, responses, calls and opportunities from January 2026 on, with habits that a report
 * brings to light. The same seed gives the same events on every machine.
 *
 * <pre>{@code
 * java -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.SimulatedTeam \
 *     --output samples/simulated-team/events.ndjson.gz
 * }</pre>
 */
public final class SimulatedTeam {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String USAGE =
            "SimulatedTeam [--reps 12] [--months 6] [--seed 2026] --output FILE (in gzip, if it ends in .gz)";

    private SimulatedTeam() {}

    /** Writes the events of a team to a file, as the options say. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new TreeMap<>(Map.of("--reps", "12", "--months", "6", "--seed", "2026"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String output = options.get("--output");
        if (output == null || options.size() != 4 || args.length % 2 != 0) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        List<SalesEvent> events = events(
                Integer.parseInt(options.getOrDefault("--reps", "")),
                Integer.parseInt(options.getOrDefault("--months", "")),
                Long.parseLong(options.getOrDefault("--seed", "")));
        try (OutputStream file = Files.newOutputStream(Path.of(output));
                OutputStream out = output.endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            write(events, out);
        }
    }

    /** What that team stored in so many months from January 2026 on, in the order in which it was stored. */
    public static List<SalesEvent> events(int reps, int months, long seed) {
        LocalDate last = START.plusMonths(months);
        Instant end = last.atStartOfDay().toInstant(ZoneOffset.UTC);
        Logbook log = new Logbook(end, new Dice(seed));
        for (int number = 0; number < reps; number++) {
            String colleague = Habits.of((number + 1) % reps).rep();
            Dice dice = new Dice(seed * 31 + number + 1);
            SimulatedRep rep = new SimulatedRep(Habits.of(number), colleague, dice, log);
            START.datesUntil(last).forEach(rep::live);
        }
        return log.inOrder();
    }

    /** Writes events as NDJSON and closes the output. */
    public static void write(List<SalesEvent> events, OutputStream out) throws IOException {
        try (EventWriter writer = KpiJackson3.eventWriter(out)) {
            for (SalesEvent event : new ArrayList<>(events)) {
                writer.write(event);
            }
        }
    }
}
