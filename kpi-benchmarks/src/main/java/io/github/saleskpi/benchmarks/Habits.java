package io.github.saleskpi.benchmarks;

import java.util.List;

/**
 * How one simulated rep works.
 *
 * @param rep the rep's id
 * @param region where
 * @param minutes median wait for a first answer, in working time
 * @param neglect how many requests are never answered
 * @param skill how many opportunities are won when the answer came in time
 * @param requests how many come in on a working day
 * @param calls how many cold calls on a working day
 * @param coached how much faster the answers are, and better the wins, from April on; 1 is as before
 */
record Habits(
        String rep,
        String region,
        double minutes,
        double neglect,
        double skill,
        double requests,
        double calls,
        double coached) {
    private static final List<Habits> TEAM = List.of(
            new Habits("alice", "north", 14, 0.01, 0.44, 1.3, 0.8, 1.0),
            new Habits("boris", "north", 160, 0.06, 0.24, 1.1, 0.7, 2.2),
            new Habits("clara", "north", 38, 0.03, 0.34, 1.2, 1.0, 1.0),
            new Habits("david", "north", 55, 0.05, 0.30, 1.05, 2.0, 1.0),
            new Habits("elena", "south", 22, 0.02, 0.40, 1.25, 0.6, 1.0),
            new Habits("frank", "south", 95, 0.09, 0.26, 1.0, 1.4, 1.0),
            new Habits("grace", "south", 30, 0.02, 0.37, 1.2, 0.9, 1.2),
            new Habits("henry", "south", 210, 0.14, 0.19, 0.85, 0.4, 1.0),
            new Habits("irina", "west", 18, 0.02, 0.38, 1.4, 1.1, 1.0),
            new Habits("jonas", "west", 70, 0.04, 0.31, 1.15, 1.2, 1.0),
            new Habits("katya", "west", 45, 0.05, 0.33, 1.05, 0.9, 1.0),
            new Habits("liam", "west", 120, 0.08, 0.22, 0.9, 1.6, 1.4));

    /** Those of the rep with that number, from 0; beyond the twelve with a name they begin anew. */
    static Habits of(int number) {
        Habits like = TEAM.get(number % TEAM.size());
        int round = number / TEAM.size();
        String name = round == 0 ? like.rep : like.rep + "-" + (round + 1);
        return new Habits(
                name, like.region, like.minutes, like.neglect, like.skill, like.requests, like.calls, like.coached);
    }
}
