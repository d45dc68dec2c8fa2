package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An invented sales team from January 2026 on: who is in it, when it works, and all that it does, with habits that a
 * report brings to light. The same numbers give the same events on every machine.
 *
 * <pre>{@code
 * java -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.SimulatedTeam \
 *     --output samples/simulated-team
 * }</pre>
 */
public final class SimulatedTeam {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String USAGE = "SimulatedTeam [--reps 12] [--months 6] [--seed 2026] --output FOLDER";

    private SimulatedTeam() {}

    /** Writes the files of a team to a folder, as the options say. */
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
        int reps = Integer.parseInt(options.getOrDefault("--reps", ""));
        int months = Integer.parseInt(options.getOrDefault("--months", ""));
        long seed = Long.parseLong(options.getOrDefault("--seed", ""));
        SampleFiles.write(Path.of(output), events(reps, months, seed), organization(reps), calendar(months));
    }

    /** What that team stored in so many months from January 2026 on, in the order in which it was stored. */
    public static List<SalesEvent> events(int reps, int months, long seed) {
        LocalDate last = START.plusMonths(months);
        Instant beginning = START.atStartOfDay(OfficeHours.ZONE).toInstant();
        Instant end = last.atStartOfDay(OfficeHours.ZONE).toInstant();
        WorkingCalendar office = OfficeHours.between(START, last.plusYears(1));
        Staff staff = Staff.of(reps);
        List<Logbook> books = new ArrayList<>();
        books.add(new Logbook(beginning, end, 0, new Dice(seed)));
        Shelf.stock(books.get(0));
        Dice seeds = new Dice(seed);
        for (int number = 0; number < reps; number++) {
            Habits habits = Habits.of(number);
            String successor = Habits.of(Habits.successorOf(number, reps)).rep();
            Logbook log = new Logbook(beginning, end, habits.get(Trait.LATE), seeds.fork());
            books.add(log);
            new SimulatedRep(new Desk(habits, successor, staff, office, log), seeds).live(START, last);
        }
        return Logbook.inOrder(books);
    }

    /** Who is in the team of so many reps. */
    public static Organization organization(int reps) {
        return Staff.of(reps).organization();
    }

    /** When it works in so many months from January 2026 on. */
    public static WorkingCalendar calendar(int months) {
        return OfficeHours.between(START, START.plusMonths(months));
    }
}
