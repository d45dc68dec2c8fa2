package io.github.saleskpi.indicator;

import org.jspecify.annotations.Nullable;

/**
 * Why a fact was left out, in the words of the definition. Immutable and thread-safe; equal when the names are. An
 * indicator has few: what concerns one fact is no part of a rule's name, since each cell counts each rule.
 *
 * @param name such as {@code still-open}
 * @param text the same for people, in a few words about the fact; may be empty
 */
public record Rule(String name, String text) {
    static final Rule NOT_HUMAN = new Rule("not-human", "done by no human");
    static final Rule NOT_A_WORKING_DAY = new Rule("not-a-working-day", "on a day on which the rep was not at work");

    public Rule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("rule (" + name + "): must have a name. Maybe say why in two words.");
        }
    }

    /** A rule whose name says it all. */
    public Rule(String name) {
        this(name, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rule rule && name.equals(rule.name);
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
