package io.github.saleskpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Targets, and how they changed: a changed plan is a new version, never an overwrite. The version in force on the first
 * day of a period holds for all of it. Immutable and thread-safe.
 *
 * @param id names it
 * @param versions by the date from which they are in force
 */
public record Plan(String id, List<Version> versions) {
    /**
     * All targets in force from a date until the next version.
     *
     * @param effectiveFrom the first date
     * @param targets in the order given; none ends the plan
     */
    public record Version(LocalDate effectiveFrom, List<Target> targets) {
        public Version {
            targets = List.copyOf(targets);
            Set<String> ids = new HashSet<>();
            for (Target target : targets) {
                if (!ids.add(target.id())) {
                    throw new IllegalArgumentException(
                            "target (" + target.id() + "): must be given once in the version of " + effectiveFrom
                                    + ". Maybe a number was not counted on.");
                }
            }
        }
    }

    public Plan {
        if (id.isBlank()) {
            throw new IllegalArgumentException("plan (" + id + "): must have an id. Maybe the year it is for.");
        }
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::effectiveFrom))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            LocalDate date = versions.get(i).effectiveFrom();
            if (date.equals(versions.get(i - 1).effectiveFrom())) {
                throw new IllegalArgumentException(
                        "version (" + date + "): there is one from that date already. Maybe a date is off.");
            }
        }
    }

    /** A plan without a version yet. */
    public static Plan of(String id) {
        return new Plan(id, List.of());
    }

    /**
     * The same, and those targets in force from that date until the next version.
     *
     * @throws IllegalArgumentException if two targets share an id, or there is a version from that date already
     */
    public Plan with(LocalDate effectiveFrom, Collection<Target> targets) {
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(effectiveFrom, List.copyOf(targets)));
        return new Plan(id, more);
    }

    /** The version in force on that date; empty before the first. */
    public Optional<Version> inForceOn(LocalDate date) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(date))
                .reduce((earlier, later) -> later);
    }
}
