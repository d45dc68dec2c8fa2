package io.github.saleskpi.indicator;

import java.util.regex.Matcher;
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
    private static final Pattern VERSION = Pattern.compile("([^@]*)@([0-9]{1,9})");

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

    /** A whole indicator by its text, such as {@code demo-rate}, of version 1, or {@code demo-rate@2}. */
    static IndicatorId parse(String text) {
        Matcher version = VERSION.matcher(text);
        return version.matches() ? of(version.group(1), Integer.parseInt(version.group(2))) : of(text, 1);
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
