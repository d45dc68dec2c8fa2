package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each rival needs per event: nanoseconds, and bytes allocated. All sit in one virtual machine over one list of events
 * and take turns, so that a load on the machine meets all of them; the first round warms up and is not counted. Fails unless
 * all give the same figures. Prints a line for each rival (median and least of the rounds) and, last, all of it as JSON.
 *
 * <p>Arguments: about how many events, how many rounds, and, if not all rivals shall compete, which; {@code shuffled} among
 * these has the events come in an order of chance instead of that of their delivery.
 *
 * <pre>{@code
 * java -Xmx8g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.BaselineFigures 1000000 5
 * java -Xmx14g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.BaselineFigures 10000000 2 \
 *     KPI_ENGINE STREAMS HAND_LOOP
 * java -Xmx8g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.BaselineFigures 1000000 5 \
 *     shuffled KPI_ENGINE
 * }</pre>
 */
public final class BaselineFigures {
    private static final String SHUFFLED = "shuffled";
    private static final long SEED = 2026;

    private BaselineFigures() {}

    /** Measures what the arguments say. */
    public static void main(String[] args) {
        int number = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? 5 : Integer.parseInt(args[1]);
        List<String> words = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
        Set<Rival> rivals = rivals(words);
        double loadBefore = Turn.load();
        List<SalesEvent> events = events(number, words.contains(SHUFFLED));
        int figures = Rival.agreed(events, rivals).size();
        say("%,d events, %,d figures, the same by all rivals", events.size(), figures);
        Map<Rival, Seat> seats = new EnumMap<>(Rival.class);
        Map<Rival, List<Turn>> turns = new EnumMap<>(Rival.class);
        for (Rival rival : rivals) {
            seats.put(rival, rival.seat(events));
            turns.put(rival, new ArrayList<>());
        }
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<Rival, Seat> entry : seats.entrySet()) {
                Turn turn = Turn.of(entry.getValue());
                if (round > 0) {
                    turns.getOrDefault(entry.getKey(), new ArrayList<>()).add(turn);
                }
            }
        }
        seats.values().forEach(Seat::close);
        List<String> lines = new ArrayList<>();
        turns.forEach((rival, all) -> lines.add(line(rival, all, events.size())));
        System.out.println(String.format(
                Locale.ROOT,
                "{\"events\":%d,\"order\":\"%s\",\"figures\":%d,\"rounds\":%d,\"jdk\":\"%s\",\"cores\":%d,\"heap\":%d,\"load\":[%.1f,%.1f],"
                        + "\"rivals\":[\n%s]}",
                events.size(),
                words.contains(SHUFFLED) ? SHUFFLED : "delivered",
                figures,
                rounds,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                loadBefore,
                Turn.load(),
                String.join(",\n", lines)));
    }

    /** Those that are named, or all, in the order in which they are declared. */
    private static Set<Rival> rivals(List<String> words) {
        Set<Rival> named = EnumSet.noneOf(Rival.class);
        words.stream().filter(word -> !word.equals(SHUFFLED)).forEach(word -> named.add(Rival.valueOf(word)));
        return named.isEmpty() ? EnumSet.allOf(Rival.class) : named;
    }

    private static List<SalesEvent> events(int number, boolean shuffled) {
        List<SalesEvent> delivered = CrmYear.events(number, SEED);
        return shuffled ? CrmYear.shuffled(delivered, SEED) : delivered;
    }

    private static String line(Rival rival, List<Turn> turns, int events) {
        long median = Turn.medianNanos(turns) / events;
        long least = Turn.leastNanos(turns) / events;
        long allocated = Turn.medianBytes(turns) / events;
        say(
                "%-20s %,8d ns/event (least %,8d), %,7d bytes/event, %,d ms",
                rival,
                median,
                least,
                allocated,
                Duration.ofNanos(Turn.medianNanos(turns)).toMillis());
        return String.format(
                Locale.ROOT,
                " {\"rival\":\"%s\",\"nsPerEvent\":%d,\"leastNsPerEvent\":%d,\"bytesPerEvent\":%d}",
                rival,
                median,
                least,
                allocated);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
