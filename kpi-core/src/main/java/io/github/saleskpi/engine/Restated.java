package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a report from one viewpoint differs from that of another, cell by cell, and the events that made the difference:
 * such as last month as it was known when it was paid for, and as it is known now. Immutable and thread-safe.
 *
 * @param before the one viewpoint
 * @param after the other; it need not be the later one
 * @param changes the cells that differ, in the order of a report's cells
 */
public record Restated(Viewpoint before, Viewpoint after, List<Change> changes) {
    public Restated {
        changes = List.copyOf(changes);
    }

    /**
     * The same, with only the changes of cells within that scope, as {@link KpiReport#showing} does it.
     *
     * @throws IllegalArgumentException if a change's scope has no value of a dimension that this scope names
     */
    public Restated showing(Scope whole) {
        return new Restated(
                before,
                after,
                changes.stream().filter(change -> change.scope.isWithin(whole)).toList());
    }

    /** What happened to the event of one of the causes between the two viewpoints. */
    public What what(Cause cause) {
        if (cause.event() instanceof EventRetracted) {
            return What.RETRACTION;
        }
        if (cause.event() instanceof IdentityMerged) {
            return What.MERGE;
        }
        if (cause.before != null && cause.after != null) {
            return What.CORRECTED;
        }
        SalesEvent event = cause.event();
        Viewpoint without = cause.before == null ? before : after;
        boolean isUnknown = event.recordedAt().isAfter(without.knownAt());
        boolean isFuture = event.occurredAt().isAfter(without.asOf());
        if (cause.before != null) {
            return isUnknown || isFuture ? What.NOT_YET : What.RETRACTED;
        }
        boolean isLate = isUnknown && !isFuture && !event.occurredAt().isAfter(without.knownAt());
        return isLate ? What.CAME_LATE : isUnknown || isFuture ? What.OCCURRED_SINCE : What.RESTORED;
    }

    /** What happened to an event. */
    public enum What {
        /** It had occurred by the viewpoint before, but was recorded later. */
        CAME_LATE,
        /** It occurred after the viewpoint before. */
        OCCURRED_SINCE,
        /** Another version of it stands. */
        CORRECTED,
        /** It was taken back. */
        RETRACTED,
        /** What took it back does so no more. */
        RESTORED,
        /** Of a viewpoint after that is the earlier one: it is not known, or has not occurred. */
        NOT_YET,
        /** It takes another event back, or does so no more. */
        RETRACTION,
        /** It makes two identities one, or does so no more. */
        MERGE;

        /** The word of the wire format, such as {@code came-late}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A cell that differs; of one that only one of the reports has, the other value is what nothing is.
     *
     * @param scope whose
     * @param period when
     * @param indicator what
     * @param differences the figures that differ, in the indicator's order; never empty
     * @param causes the events of its stories that stand otherwise, in the order of stories. Empty where only time passed:
     *     what still runs has run on, and periods have gone on
     */
    public record Change(
            Scope scope, Period period, Indicator indicator, List<Difference> differences, List<Cause> causes) {
        public Change {
            differences = List.copyOf(differences);
            causes = List.copyOf(causes);
        }
    }

    /**
     * A figure that differs.
     *
     * @param figure which
     * @param before its value in the one report
     * @param after its value in the other
     */
    public record Difference(Figure figure, KpiValue before, KpiValue after) {}

    /**
     * An event that stands otherwise: it is in force in one report only, or in another version. Retractions and merges of
     * identities are causes of their own.
     *
     * @param before the version in force in the one report, or null for none
     * @param after the version in force in the other, or null for none
     */
    public record Cause(
            @Nullable SalesEvent before, @Nullable SalesEvent after) {
        public Cause {
            if (before == null && after == null) {
                throw new IllegalArgumentException(
                        "cause (null, null): must stand in one of the two. Maybe it is in force in neither.");
            }
        }

        /** The event, in the version after, or, if it is gone, in the one before. */
        public SalesEvent event() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }
}
