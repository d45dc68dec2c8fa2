package io.github.saleskpi.benchmarks;

import static io.github.saleskpi.benchmarks.Trait.CALLS;
import static io.github.saleskpi.benchmarks.Trait.COACHED;
import static io.github.saleskpi.benchmarks.Trait.CONTACTS;
import static io.github.saleskpi.benchmarks.Trait.FORGETS;
import static io.github.saleskpi.benchmarks.Trait.LATE;
import static io.github.saleskpi.benchmarks.Trait.LIKES;
import static io.github.saleskpi.benchmarks.Trait.LINKS;
import static io.github.saleskpi.benchmarks.Trait.MATERIALS;
import static io.github.saleskpi.benchmarks.Trait.MINUTES;
import static io.github.saleskpi.benchmarks.Trait.OPENINGS;
import static io.github.saleskpi.benchmarks.Trait.REDIALS;
import static io.github.saleskpi.benchmarks.Trait.REQUESTS;
import static io.github.saleskpi.benchmarks.Trait.SOCIAL;
import static io.github.saleskpi.benchmarks.Trait.WINS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one simulated rep works, where it is not as usual.
 *
 * @param rep the rep's id
 * @param region where the rep's customers are, and the team that the rep begins in
 * @param unusual the traits that are not as usual
 */
record Habits(String rep, String region, Map<Trait, Double> unusual) {
    /** By the teams in which they begin; samples/README.md says what to see of whom. */
    private static final List<Habits> TEAM = List.of(
            rep("alice", "north")
                    .with(MINUTES, 14)
                    .with(FORGETS, 0.01)
                    .with(WINS, 0.46)
                    .with(REQUESTS, 1.3),
            rep("boris", "north")
                    .with(MINUTES, 160)
                    .with(WINS, 0.24)
                    .with(COACHED, 2.4)
                    .with(LINKS, 0.12),
            rep("clara", "north").with(CONTACTS, 6.5).with(WINS, 0.36).with(MATERIALS, 0.5),
            rep("david", "north").with(CALLS, 3.4).with(OPENINGS, 0.02).with(REDIALS, 0.2),
            rep("elena", "south").with(MINUTES, 22).with(SOCIAL, 0.85).with(WINS, 0.4),
            rep("frank", "south").with(CONTACTS, 1.4).with(MINUTES, 95).with(WINS, 0.26),
            rep("grace", "south").with(LINKS, 0.9).with(MINUTES, 30).with(WINS, 0.37),
            rep("henry", "south")
                    .with(FORGETS, 0.15)
                    .with(MINUTES, 210)
                    .with(WINS, 0.22)
                    .with(MATERIALS, 0.08),
            rep("irina", "west")
                    .with(OPENINGS, 0.38)
                    .with(REDIALS, 0.75)
                    .with(MINUTES, 18)
                    .with(WINS, 0.38),
            rep("jonas", "west").with(LATE, 0.45).with(MINUTES, 70).with(SOCIAL, 0.1),
            rep("katya", "west").with(MATERIALS, 0.9).with(REQUESTS, 1.2),
            rep("liam", "west")
                    .with(LIKES, 0.9)
                    .with(SOCIAL, 0.03)
                    .with(MINUTES, 120)
                    .with(WINS, 0.22));

    private static final int TEAM_SIZE = TEAM.size() / 3;

    private static Habits rep(String name, String region) {
        return new Habits(name, region, Map.of());
    }

    private Habits with(Trait trait, double value) {
        Map<Trait, Double> more = new EnumMap<>(Trait.class);
        more.putAll(unusual);
        more.put(trait, value);
        return new Habits(rep, region, more);
    }

    /** Those of the rep with that number, from 0; beyond the twelve with a name they begin anew. */
    static Habits of(int number) {
        Habits like = TEAM.get(number % TEAM.size());
        int round = number / TEAM.size();
        return new Habits(like.rep + (round == 0 ? "" : "-" + (round + 1)), like.region, like.unusual);
    }

    /** The number of the one in the same team to whom this one hands over. */
    static int successorOf(int number, int reps) {
        int first = number / TEAM_SIZE * TEAM_SIZE;
        return first + (number - first + 1) % Math.min(TEAM_SIZE, reps - first);
    }

    double get(Trait trait) {
        return Objects.requireNonNullElse(unusual.get(trait), trait.usual());
    }

    boolean happens(Trait trait, Dice dice) {
        return dice.happens(get(trait));
    }
}
