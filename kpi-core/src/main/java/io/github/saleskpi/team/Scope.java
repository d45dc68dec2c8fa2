package io.github.saleskpi.team;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a value is about: a value for each of some dimensions, where null stands for nobody or none; without any it is
 * the company. Immutable and thread-safe.
 *
 * @param values by the dimension's name, sorted by it
 */
public record Scope(SortedMap<String, @Nullable String> values) {
    private static final Scope COMPANY = new Scope(new TreeMap<>());

    public Scope {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** All of it. */
    public static Scope company() {
        return COMPANY;
    }

    /** That rep; null is nobody. */
    public static Scope rep(@Nullable String rep) {
        return COMPANY.and(Dimension.REP, rep);
    }

    /** That value of a dimension; null where there is none. */
    public static Scope of(Dimension dimension, @Nullable String value) {
        return COMPANY.and(dimension, value);
    }

    /** The part of this scope that has that value too. */
    public Scope and(Dimension dimension, @Nullable String value) {
        SortedMap<String, @Nullable String> more = new TreeMap<>(values);
        more.put(dimension.name(), value);
        return new Scope(more);
    }

    /** Whether this scope has each of that scope's values; all are within the company. */
    public boolean isWithin(Scope whole) {
        return whole.values.entrySet().stream()
                .allMatch(part -> values.containsKey(part.getKey())
                        && Objects.equals(values.get(part.getKey()), part.getValue()));
    }

    /** Such as {@code rep:r1} or {@code channel:email,rep:r1}; {@code company} without a dimension, {@code rep:-} for nobody. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, @Nullable String> e : values.entrySet()) {
            String value = e.getValue();
            text.append(text.length() == 0 ? "" : ",")
                    .append(e.getKey())
                    .append(':')
                    .append(value == null ? "-" : value);
        }
        return text.length() == 0 ? "company" : text.toString();
    }
}
