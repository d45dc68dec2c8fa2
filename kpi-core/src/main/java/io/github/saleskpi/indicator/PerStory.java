package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.SalesEvent;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to find out of each story of a subject: how long it took {@link #from one fact} {@link To#to to another}, or how
 * many facts {@link #of of a kind} there are. Immutable and thread-safe.
 */
public final class PerStory {
    private final IndicatorId id;
    private final Subject subject;

    PerStory(IndicatorId id, Subject subject) {
        if (subject == Subject.ALONE) {
            throw new IllegalArgumentException(
                    id + " (per " + subject + "): a story of one event has no second fact. Maybe Subject.PERSON.");
        }
        this.id = id;
        this.subject = subject;
    }

    private To from(Which start) {
        return new To(id, subject, start, null);
    }

    private DraftStep.Over of(Which which) {
        return new DraftStep.Over(id, null, over -> new StoryCounts(subject, which, over));
    }

    /** The time from the first of that type. */
    public <E extends SalesEvent> To from(Class<E> type) {
        return from(Which.all(type));
    }

    /** The time from the first of that type that fit. */
    public <E extends SalesEvent> To from(Class<E> type, Predicate<? super E> fits) {
        return from(Which.of(type, fits));
    }

    /** The time from the first custom events of that name. */
    public To from(String name) {
        return from(Which.named(name));
    }

    /** The time from the first of the custom events of that name that fit. */
    public To from(String name, Predicate<? super CustomEvent> fits) {
        return from(Which.named(name, fits));
    }

    /** The number of those of that type. */
    public <E extends SalesEvent> DraftStep.Over of(Class<E> type) {
        return of(Which.all(type));
    }

    /** The number of those of that type that fit. */
    public <E extends SalesEvent> DraftStep.Over of(Class<E> type, Predicate<? super E> fits) {
        return of(Which.of(type, fits));
    }

    /** The number of those custom events of that name. */
    public DraftStep.Over of(String name) {
        return of(Which.named(name));
    }

    /** The number of the custom events of that name that fit. */
    public DraftStep.Over of(String name, Predicate<? super CustomEvent> fits) {
        return of(Which.named(name, fits));
    }

    /**
     * To which fact. Immutable and thread-safe.
     *
     * <p>It ends with the first such fact at or after the beginning. A story in which there is none yet is not dropped but
     * censored: it runs up to the viewpoint, or was {@linkplain #cutOffBy cut off}. A story counts in the period in which
     * it began, and is credited to who began it unless the owner is. What ends a story that did not begin is left out as
     * {@code no-start}, a beginning of which only the date is known, or that of its end, as {@code day-precision}, and
     * one that names no story as {@code no-key}.
     */
    public static final class To {
        private final IndicatorId id;
        private final Subject subject;
        private final Which start;
        private final @Nullable Which cutOff;

        private To(IndicatorId id, Subject subject, Which start, @Nullable Which cutOff) {
            this.id = id;
            this.subject = subject;
            this.start = start;
            this.cutOff = cutOff;
        }

        private Draft to(Which end) {
            return new Draft(id, new StoryLengths(id.name(), subject, start, cutOff, end));
        }

        private To cutOffBy(Which which) {
            return new To(id, subject, start, which);
        }

        /** To the first of that type. */
        public <E extends SalesEvent> Draft to(Class<E> type) {
            return to(Which.all(type));
        }

        /** To the first of that type that fit. */
        public <E extends SalesEvent> Draft to(Class<E> type, Predicate<? super E> fits) {
            return to(Which.of(type, fits));
        }

        /** To the first custom events of that name. */
        public Draft to(String name) {
            return to(Which.named(name));
        }

        /** To the first of the custom events of that name that fit. */
        public Draft to(String name, Predicate<? super CustomEvent> fits) {
            return to(Which.named(name, fits));
        }

        /** Unless it ends, cut off by the first of that type. */
        public <E extends SalesEvent> To cutOffBy(Class<E> type) {
            return cutOffBy(Which.all(type));
        }

        /** Unless it ends, cut off by the first of that type that fit. */
        public <E extends SalesEvent> To cutOffBy(Class<E> type, Predicate<? super E> fits) {
            return cutOffBy(Which.of(type, fits));
        }

        /** Unless it ends, cut off by the first custom events of that name. */
        public To cutOffBy(String name) {
            return cutOffBy(Which.named(name));
        }

        /** Unless it ends, cut off by the first of the custom events of that name that fit. */
        public To cutOffBy(String name, Predicate<? super CustomEvent> fits) {
            return cutOffBy(Which.named(name, fits));
        }
    }
}
