package io.github.saleskpi.benchmarks;

import io.github.saleskpi.team.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in which team when, comes, goes and is away. Immutable and thread-safe. */
final class Staff {
    static final List<String> TEAMS = List.of("north", "south", "west");

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
    private static final LocalDate REORGANIZATION = on(Month.APRIL, 1);
    private static final Map<String, String> TEAM_FROM_APRIL = Map.of("david", "west", "grace", "north");
    private static final Map<String, LocalDate> HIRED = Map.of("katya", on(Month.FEBRUARY, 9));
    private static final Map<String, LocalDate> GONE = Map.of("liam", on(Month.MAY, 30));
    private static final LocalDate NEW_ACCOUNTS = on(Month.FEBRUARY, 2);
    private static final Set<String> HAD_OLD_ACCOUNT = Set.of("boris");
    private static final List<Absence> ABSENCES = List.of(
            new Absence("alice", on(Month.MAY, 11), 14), // vacation, as all of a week or more
            new Absence("boris", on(Month.MAY, 4), 7),
            new Absence("clara", on(Month.MARCH, 23), 7),
            new Absence("david", on(Month.JUNE, 8), 14),
            new Absence("elena", on(Month.FEBRUARY, 16), 14),
            new Absence("frank", on(Month.MARCH, 9), 5), // sickness, as all of less than a week
            new Absence("grace", on(Month.JANUARY, 29), 2),
            new Absence("henry", on(Month.JANUARY, 20), 4),
            new Absence("irina", on(Month.JUNE, 15), 14),
            new Absence("jonas", on(Month.APRIL, 14), 7),
            new Absence("katya", on(Month.MAY, 20), 1));

    private final Organization organization;

    private Staff(Organization organization) {
        this.organization = organization;
    }

    private record Absence(String rep, LocalDate from, int days) {}

    private static LocalDate on(Month month, int day) {
        return LocalDate.of(2026, month, day);
    }

    /** So many reps; those beyond the twelve come, go and are away like the ones whose habits they have. */
    static Staff of(int reps) {
        Organization.Builder organization = Organization.builder();
        TEAMS.forEach(team -> organization.team(team, null));
        for (int number = 0; number < reps; number++) {
            Habits habits = Habits.of(number);
            String rep = habits.rep();
            String like = like(rep);
            LocalDate hired = HIRED.getOrDefault(like, LONG_AGO);
            LocalDate gone = GONE.get(like);
            String next = TEAM_FROM_APRIL.get(like);
            organization.member(rep, habits.region(), hired, next == null ? gone : REORGANIZATION);
            if (next != null) {
                organization.member(rep, next, REORGANIZATION, gone);
            }
            organization.employed(rep, hired, gone);
            for (Absence absence : ABSENCES) {
                if (absence.rep.equals(like)) {
                    organization.absent(rep, absence.from, absence.from.plusDays(absence.days));
                }
            }
        }
        return new Staff(organization.build());
    }

    private static String like(String rep) {
        return rep.replaceFirst("-.*", "");
    }

    Organization organization() {
        return organization;
    }

    /** The first moment at which the rep is no longer there, or null for one who stays. */
    static @Nullable Instant leaving(String rep) {
        LocalDate gone = GONE.get(like(rep));
        return gone == null ? null : gone.atStartOfDay(OfficeHours.ZONE).toInstant();
    }

    /** From when on the rep has an account of that name, or null for ever. */
    static @Nullable Instant newAccount(String rep) {
        boolean had = HAD_OLD_ACCOUNT.contains(like(rep));
        return had ? NEW_ACCOUNTS.atTime(9, 0).atZone(OfficeHours.ZONE).toInstant() : null;
    }

    /** The name that the rep's account has at that moment. */
    static String account(String rep, Instant at) {
        Instant renamed = newAccount(rep);
        return renamed != null && at.isBefore(renamed) ? oldAccount(rep) : rep;
    }

    static String oldAccount(String rep) {
        return rep + ".old";
    }

    /** The dates on which the rep is away. */
    List<LocalDate> absences(String rep) {
        return organization.absences().stream()
                .filter(line -> line.rep().equals(rep))
                .flatMap(line -> line.dates().stream())
                .toList();
    }

    boolean isAtWork(String rep, LocalDate date) {
        return organization.isAtWork(rep, date);
    }
}
