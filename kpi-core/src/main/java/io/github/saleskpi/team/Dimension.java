package io.github.saleskpi.team;

import java.util.Set;

/**
 * By what a report is grouped: the credited rep, the team, the channel, or an attribute of the event that decides. Immutable and
 * thread-safe.
 *
 * @param name as in a scope's text and in the report's JSON
 */
public record Dimension(String name) {
    /** The credited rep; no rep is nobody. */
    public static final Dimension REP = new Dimension("rep");
    /** The team that the credited rep was in on the date that decides, and those above it. */
    public static final Dimension TEAM = new Dimension("team");
    /** The channel of the deciding event. */
    public static final Dimension CHANNEL = new Dimension("channel");

    private static final Set<String> RESERVED = Set.of(
            "rep",
            "team",
            "channel",
            "company",
            "period",
            "complete",
            "indicator",
            "unit",
            "value",
            "undefined",
            "lowerBound",
            "numerator",
            "denominator",
            "sample",
            "low",
            "high",
            "currency",
            "companions",
            "notes");

    public Dimension {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("dimension (): must have a name. Maybe a comma too many.");
        }
    }

    /**
     * An attribute that events carry.
     *
     * @throws IllegalArgumentException if the name is one that the report itself uses, such as {@code rep}
     */
    public static Dimension attribute(String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("attribute (" + name
                    + "): is a word of the report and cannot be grouped by. Maybe name the attribute otherwise.");
        }
        return new Dimension(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
