package io.github.saleskpi.indicator;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name and version of a definition, and of one of its companions where that stands for itself. Immutable and
 * thread-safe; ordered by its text.
 *
 * @param name such as {@code win-rate}, or {@code win-rate/created-cohort} of a variant
 * @param companion such as {@code won}, or null for the whole indicator
 * @param version changes when results do; at least 1
 */
public record IndicatorId(String name, @Nullable String companion, int version) implements Comparable<IndicatorId> {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*(\\([0-9]+\\))?)?|activities/task:.+");

    public IndicatorId {
        if (!NAME.matcher(name).matches() || (companion != null && companion.isEmpty())) {
            throw new IllegalArgumentException(
                    "indicator (" + name + (companion == null ? "" : ":" + companion)
                            + "): must be lower-case words joined by -, and may name a variant after a slash. Maybe win-rate/first-close.");
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "version of " + name + " (" + version + "): must be at least 1. Maybe it was left out.");
        }
    }

    /** A whole indicator. */
    public static IndicatorId of(String name, int version) {
        return new IndicatorId(name, null, version);
    }

    @Override
    public int compareTo(IndicatorId other) {
        return toString().compareTo(other.toString());
    }

    /** Such as {@code win-rate@1} or {@code response-time:within-1h@1}. */
    @Override
    public String toString() {
        return name + (companion == null ? "" : ":" + companion) + "@" + version;
    }
}
