package io.github.saleskpi.indicator;

/**
 * Why a fact was left out, in the words of the definition. Immutable and thread-safe.
 *
 * @param name such as {@code still-open}
 */
public record Rule(String name) {
    public Rule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("rule (" + name + "): must have a name. Maybe say why in two words.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
