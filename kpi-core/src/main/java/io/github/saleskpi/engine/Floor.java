package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger begins that left closed stories behind: which stories of before it has, and what it can be asked.
 * Immutable once made.
 *
 * <p>What is decided here depends on an event and on the floor, not on what came since; so the order in which events come
 * stays without effect. (But for one case: a correction that moves an event of since to a date before the floor is refused
 * if it comes first.)
 *
 * @param date the first date of which all is there
 * @param start when that date begins, in the earliest zone asked about
 * @param judgedBy the queries by which stories were judged
 * @param keys of each subject the keys of the stories kept
 * @param goneAlone of each subject the ids of events that are kept for another story and whose story alone was left behind
 * @param apart the ids of events that are kept for another story and stay out of that one, though they name it
 * @param incomplete the measures to which stories contributed that were left behind
 */
record Floor(
        LocalDate date,
        Instant start,
        List<KpiQuery> judgedBy,
        Map<Subject, Set<String>> keys,
        Map<Subject, Set<String>> goneAlone,
        Set<Tie> apart,
        Set<Measure<?, ?>> incomplete) {
    private static final Set<Subject> NOT_PERSONS =
            Set.of(Subject.REQUEST, Subject.OPPORTUNITY, Subject.MESSAGE, Subject.ASSET);

    /** An event and a story that it names. */
    record Tie(String id, Subject subject, String key) {}

    /** Whether an event joins the story of a key that it names. */
    boolean admits(SalesEvent event, Subject subject, String key) {
        return !isBefore(event)
                || (keys.getOrDefault(subject, Set.of()).contains(key)
                        && !apart.contains(new Tie(event.id(), subject, key)));
    }

    /** Whether an event that names no key of the subject is a story of its own. */
    boolean admitsAlone(SalesEvent event, Subject subject) {
        return !isBefore(event) || !goneAlone.getOrDefault(subject, Set.of()).contains(event.id());
    }

    boolean isBefore(SalesEvent event) {
        return event.occurredAt().isBefore(start);
    }

    /** Whether an event is not even to be held. */
    boolean isTooEarly(SalesEvent event, boolean isIdHeld) {
        return isBefore(event)
                && !isIdHeld
                && !(event instanceof EventRetracted)
                && !(event instanceof IdentityMerged)
                && keys.entrySet().stream()
                        .noneMatch(kept -> SubjectIndex.keysOf(kept.getKey(), event).stream()
                                .anyMatch(kept.getValue()::contains));
    }

    /** The same without the keys of these persons; events name them no more. */
    Floor without(Set<String> digests) {
        Map<Subject, Set<String>> left = new HashMap<>(keys);
        left.replaceAll((subject, stories) -> {
            Set<String> others = new HashSet<>(stories);
            others.removeIf(key -> isForgotten(subject, key, digests));
            return others;
        });
        Set<Tie> ties = new HashSet<>(apart);
        ties.removeIf(tie -> isForgotten(tie.subject(), tie.key(), digests));
        return new Floor(date, start, judgedBy, left, goneAlone, ties, incomplete);
    }

    private static boolean isForgotten(Subject subject, String key, Set<String> digests) {
        return !NOT_PERSONS.contains(subject) && digests.contains(Erasures.digest(key));
    }

    void checkNotAfter(LocalDate later) {
        if (later.isBefore(date)) {
            throw new IllegalArgumentException("floor (" + later + "): must not be before that of the ledger, " + date
                    + ". Maybe begin with one that holds all.");
        }
    }

    static void checkNone(@Nullable Floor one, @Nullable Floor other) {
        Floor floor = one != null ? one : other;
        if (floor != null) {
            throw new IllegalArgumentException("floor (" + floor.date
                    + "): a ledger that left stories behind is not merged. Maybe merge first, then leave them behind.");
        }
    }

    void check(Viewpoint viewpoint) {
        Stream.of(viewpoint.asOf(), viewpoint.knownAt()).forEach(instant -> {
            if (instant.isBefore(start)) {
                throw new IllegalArgumentException("viewpoint (" + instant
                        + "): must not be before the ledger's floor, " + date + ". Maybe ask a ledger that holds all.");
            }
        });
    }

    void check(Period period) {
        if (period.granularity() != Granularity.ALL && period.from().isBefore(date)) {
            throw new IllegalArgumentException("period (" + period + "): must not begin before the ledger's floor, "
                    + date + ". Maybe ask a ledger that holds all.");
        }
    }

    /** Whether it can be asked that: of no earlier periods, and of nothing by which no story was judged. */
    void check(KpiQuery query) {
        if (!begins(query, date)) {
            throw new IllegalArgumentException("from ("
                    + query.from().map(LocalDate::toString).orElse("")
                    + "): must begin a period at or after the ledger's floor, " + date + ". Maybe from(" + date + ").");
        }
        Set<Storyline<?>> judged = new HashSet<>();
        for (KpiQuery other : judgedBy) {
            if (other.calendar().equals(query.calendar())
                    && other.organization().equals(query.organization())
                    && other.workingCalendar().equals(query.workingCalendar())) {
                other.indicators().forEach(indicator -> judged.addAll(indicator.storylines()));
            }
        }
        for (Indicator indicator : query.indicators()) {
            if (!judged.containsAll(indicator.storylines())) {
                throw new IllegalArgumentException("indicator (" + indicator.id()
                        + "): a ledger with a floor answers only what it was asked before, with the same calendar,"
                        + " organization and working hours. Maybe ask the query once before leaving stories behind.");
            }
        }
    }

    void checkWhole(Measure<?, ?> measure) {
        if (incomplete.contains(measure)) {
            throw new IllegalStateException("measure (" + measure + "): stories of before the ledger's floor, " + date
                    + ", were left behind, so there is no total of all time. Maybe ask a ledger that holds all.");
        }
    }

    /** The query with no period that begins before that date. */
    static KpiQuery from(KpiQuery query, LocalDate date) {
        if (begins(query, date)) {
            return query;
        }
        KpiQuery later = query.toBuilder().from(date).build();
        if (!begins(later, date)) {
            throw new IllegalArgumentException(
                    "floor (" + date + "): must begin a " + query.every() + " of the query. Maybe "
                            + query.calendar().periodOf(date, query.every()).from() + ".");
        }
        return later;
    }

    private static boolean begins(KpiQuery query, LocalDate date) {
        LocalDate from = query.from().orElse(null);
        return from != null
                && !from.isBefore(date)
                && (query.every() == Granularity.ALL
                        || !query.calendar()
                                .periodOf(from, query.every())
                                .from()
                                .isBefore(date));
    }
}
