package io.github.saleskpi.team;

import io.github.saleskpi.event.SalesEvent;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By what a report is grouped: the credited rep, the team, the channel, an attribute of the event that decides, or what a
 * function makes of that event or that rep. Immutable and thread-safe if such a function is; equal when the names are and
 * so is the function, if there is one.
 */
public final class Dimension {
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

    private final String name;
    private final @Nullable Function<SalesEvent, @Nullable String> ofEvent;
    private final @Nullable BiFunction<String, LocalDate, @Nullable String> ofRep;

    /**
     * The rep, the team, the channel, or an attribute, by its name.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public Dimension(String name) {
        this(name, null, null);
    }

    private Dimension(
            String name,
            @Nullable Function<SalesEvent, @Nullable String> ofEvent,
            @Nullable BiFunction<String, LocalDate, @Nullable String> ofRep) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("dimension (): must have a name. Maybe a comma too many.");
        }
        this.name = name;
        this.ofEvent = ofEvent;
        this.ofRep = ofRep;
    }

    /**
     * An attribute that events carry.
     *
     * @throws IllegalArgumentException if the name is one that the report itself uses, such as {@code rep}
     */
    public static Dimension attribute(String name) {
        return new Dimension(free("attribute", name));
    }

    /**
     * Of the event that decides; of the one that began the request or the opportunity, where it gives null for that.
     *
     * @param value a pure function, which gives null for none; where it throws, whatever counts that event is
     *     {@code FAILED}
     * @throws IllegalArgumentException if the name is one that the report itself uses, such as {@code rep}
     */
    public static Dimension of(String name, Function<SalesEvent, @Nullable String> value) {
        return new Dimension(free("dimension", name), Objects.requireNonNull(value, "value of a dimension"), null);
    }

    /**
     * Of the credited rep, by the name that the rep has after merges, on the local date that decides: what a table of one's
     * own says, such as the office that a rep was in. Nobody has none.
     *
     * @param value a pure function, which gives null for none; where it throws, whatever is credited to that rep is
     *     {@code FAILED}
     * @throws IllegalArgumentException if the name is one that the report itself uses, such as {@code rep}
     */
    public static Dimension ofRep(String name, BiFunction<String, LocalDate, @Nullable String> value) {
        return new Dimension(free("dimension", name), null, Objects.requireNonNull(value, "value of a dimension"));
    }

    private static String free(String kind, String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(kind + " (" + name
                    + "): is a word of the report and cannot be grouped by. Maybe name the " + kind + " otherwise.");
        }
        return name;
    }

    /** As in a scope's text and in the report's JSON; never empty. */
    public String name() {
        return name;
    }

    /**
     * What an event of that rep (null for nobody) on that date has; null for none. Of {@link #TEAM} it is null: only the
     * organization knows.
     */
    public @Nullable String valueOf(SalesEvent event, @Nullable String rep, LocalDate date) {
        if (ofRep != null) {
            return rep == null ? null : ofRep.apply(rep, date);
        }
        if (ofEvent != null) {
            return ofEvent.apply(event);
        }
        return switch (name) {
            case "rep" -> rep;
            case "team" -> null;
            case "channel" -> event.header().channel();
            default -> event.header().attributes().get(name);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dimension that
                && name.equals(that.name)
                && Objects.equals(ofEvent, that.ofEvent)
                && Objects.equals(ofRep, that.ofRep);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
