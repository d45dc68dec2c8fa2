package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every event version ever added (late, repeated, superseded and retracted ones too), and the reports that follow from
 * it. Mutable and not thread-safe.
 *
 * <p>How it works. The set of versions is the truth, all else a cache of it. For each query there is a {@link Told}: the
 * stories of that query, told into cells once, under a {@link State}: a viewpoint, a number of versions, and the keys that
 * merges made one. Versions are numbered in the order of adding and never removed, so every former state can still be
 * seen. Hence:
 *
 * <ul>
 *   <li>{@link #add} only files the version under the keys that it names, and marks the strands of all versions of its id
 *       and of the events that any of them retracts.
 *   <li>{@link #report} marks what has a boundary between the last viewpoint and this one: the versions whose
 *       {@code occurredAt} or {@code recordedAt} lies between, the deadlines that stories asked about, the keys whose root
 *       changed, and everything where a type of event that stories asked about came or went. Then it tells each marked
 *       story once more under the last state with multiplicity -1, and under the new one with +1. Nothing that was told
 *       need be remembered.
 *   <li>Reading is saved too: a report from the viewpoint of the last one reads again only what changed (see {@link Table}).
 *   <li>{@link #explain} tells the stories of a cell once more, as they stand there, to a sink that writes them down. Which
 *       stories may be of the cell is said by a bit for each leaf that a strand's story was told into last.
 *   <li>{@link #merge} adds the other's versions: a union, and so commutative, associative and idempotent.
 *   <li>{@link #forget} is the one exception to "never removed": it builds the versions anew from what is left of each, and
 *       all that was told with them.
 * </ul>
 *
 * <p>Invariant: after a report every story of that query is in its cells exactly as told under the last state, and no
 * strand is marked.
 */
public final class KpiLedger {
    /**
     * The events of a ledger that count from a viewpoint: of each id the version that stands, unless it is retracted or
     * occurred later; and the corrections that made it so. Immutable and thread-safe.
     */
    public static final class InForce {
        private final Viewpoint viewpoint;
        private final List<SalesEvent> events;
        private final List<EventRetracted> retractions;
        private final List<IdentityMerged> merges;
        private final Identities identities;

        private InForce(
                Viewpoint viewpoint,
                List<SalesEvent> events,
                List<EventRetracted> retractions,
                List<IdentityMerged> merges) {
            this.viewpoint = viewpoint;
            this.events = List.copyOf(events);
            this.retractions = retractions;
            this.merges = merges;
            this.identities = new Identities(merges);
        }

        static InForce of(Versions versions, Viewpoint viewpoint) {
            List<SalesEvent> events = new ArrayList<>();
            for (int id = 0; id < versions.ids(); id++) {
                SalesEvent event = versions.inForce(id, viewpoint, versions.size());
                if (event != null) {
                    events.add(event);
                }
            }
            events.sort(StoryOrder.INSTANCE);
            return new InForce(
                    viewpoint,
                    events,
                    versions.retractions(viewpoint, versions.size()),
                    versions.merges(viewpoint, versions.size()));
        }

        /** From where one looks. */
        public Viewpoint viewpoint() {
            return viewpoint;
        }

        /** The events in force but retractions and merges, by {@code occurredAt} and then id. */
        public List<SalesEvent> events() {
            return events;
        }

        /** The retractions that hold, in the same order, also those of ids that no event has. */
        public List<EventRetracted> retractions() {
            return retractions;
        }

        /** The merges of identities in force, in the same order. */
        public List<IdentityMerged> merges() {
            return merges;
        }

        /** The name that a key goes by after the merges; null for none. */
        public @Nullable String nameOf(IdentityKind kind, @Nullable String key) {
            return key == null ? null : identities.root(kind, key);
        }
    }

    /** What came of adding a fact. */
    public enum Added {
        /** It is held from now on. */
        NEW,
        /** That very version was held already, and nothing changed. */
        KNOWN,
        /** Nothing of it is held, for it is about a {@linkplain KpiLedger#forget forgotten} person. */
        FORGOTTEN,
        /** It is not held, for it occurred before the ledger's {@linkplain KpiLedger#since floor} and joins no story kept. */
        TOO_EARLY
    }

    private final KpiQuery query;
    private final Erasures erasures = new Erasures();
    private Versions versions = new Versions();
    private @Nullable Floor floor;
    private final Map<KpiQuery, Told> told = new LinkedHashMap<>();

    KpiLedger(KpiQuery query) {
        this(query, null);
    }

    private KpiLedger(KpiQuery query, @Nullable Floor floor) {
        this.query = query;
        this.floor = floor;
        told.put(query, new Told(query, versions, erasures, floor));
    }

    /**
     * Adds a fact; corrections, retractions and merges of identities are facts too. Adding it again changes nothing. If it
     * names a {@linkplain #forget forgotten} person, what is left of it is added. A ledger without a {@linkplain #since floor}
     * never finds it too early.
     */
    public Added add(SalesEvent event) {
        SalesEvent left = erasures.of(event);
        if (left == null) {
            return Added.FORGOTTEN;
        }
        if (floor != null && floor.isTooEarly(left, versions.number(left.id()) >= 0)) {
            return Added.TOO_EARLY;
        }
        return hold(left) ? Added.NEW : Added.KNOWN;
    }

    private boolean hold(SalesEvent event) {
        int version = versions.add(event);
        if (version >= 0) {
            told.values().forEach(each -> each.file(version));
        }
        return version >= 0;
    }

    /**
     * A ledger that goes on from this one with bounded memory: it answers for periods that begin at or after the floor as
     * this one would, and leaves behind the stories that are closed by then. This one stays as it was.
     *
     * <p>A story is closed if each version of its events, and each retraction and merge of them, occurred and was recorded
     * longer than {@code idle} before the floor; no deadline that it asks about is yet to come at the floor; all that it tells
     * lies before the floor and belongs to reps, not to the {@linkplain
     * io.github.saleskpi.indicator.Contributions#company company}; and it is not open. An opportunity is open until its last
     * move says won, lost or invalid; any story is while something it tells is {@linkplain
     * io.github.saleskpi.tally.Observation#running running} (a request that waits), while an indicator fails on it, or if it
     * asks which {@linkplain io.github.saleskpi.indicator.Story#isKnown types} of events there are (each marketing
     * material). An event is held as long as one of its stories is; retractions, merges, and types of events that were asked
     * about are held always.
     *
     * <p>Hence the new ledger's query is this one's with periods from the floor on. It answers further queries only where they
     * begin no earlier, with indicators, a calendar, an organization and working hours that this ledger was asked with, for
     * only by these were stories judged; and viewpoints whose two instants are at or after the floor. A figure that reads
     * {@linkplain io.github.saleskpi.indicator.Totals#ever all times} of a measure to which a story left behind contributed is
     * {@code FAILED}.
     *
     * <p>What comes later never opens again what was left behind. A fact that occurred at or after the floor joins its
     * stories, and begins anew those that were left behind. One that occurred before is {@link Added#TOO_EARLY} unless its id
     * is held or it names a story that was kept, and it joins no other. Retractions and merges of identities are always taken.
     * So {@code idle} says how long after its last event a person, a message or a lost opportunity may still be heard of; 90
     * days, say.
     *
     * @param floor the first day of a period of the query, and of {@code all} any day
     * @param idle how long nothing must have happened in a story; not negative
     * @throws IllegalArgumentException if it is negative, if the floor begins no period of the query, or is before this
     *     ledger's own
     */
    public KpiLedger since(LocalDate floor, Duration idle) {
        if (idle.isNegative()) {
            throw new IllegalArgumentException("idle (" + idle + "): must not be negative. Maybe Duration.ZERO.");
        }
        if (this.floor != null) {
            this.floor.checkNotAfter(floor);
        }
        Closing closing = new Closing(versions, floor, idle, this.floor, told.keySet());
        told.values().forEach(each -> each.judge(closing));
        told.values().forEach(each -> each.keep(closing));
        KpiLedger rest = new KpiLedger(Floor.from(query, floor), closing.floor());
        rest.erasures.addAll(erasures.digests());
        closing.kept().forEach(rest::hold);
        return rest;
    }

    /** The date before which it has left closed stories behind; empty if it holds all that was ever added. */
    public Optional<LocalDate> floor() {
        return Optional.ofNullable(floor).map(Floor::date);
    }

    /**
     * Adds all that the other ledger holds, whatever its query, forgets whom the other forgot, and returns this; the other
     * stays as it was.
     *
     * @throws IllegalArgumentException if one of the two has a {@linkplain #since floor}: it knows nothing of what it left
     *     behind, so the union would depend on the order
     */
    public KpiLedger merge(KpiLedger other) {
        if (other != this) {
            Floor.checkNone(floor, other.floor);
            forgetDigests(other.forgotten());
            other.events().forEach(this::add);
        }
        return this;
    }

    /**
     * Forgets persons for good: those of these ids, and of all ids that merges now make one with them.
     *
     * <p>Every version that names one of them stays without the person, as reps are judged and paid by what they did: who
     * was called is gone, that there was a call is not. So figures about persons (cold calls above all) have less to go by,
     * and {@link KpiReport#forgotten} says so. Merges of such persons, and events of {@linkplain
     * io.github.saleskpi.event.CustomSalesEvent own types} that name one, are gone altogether; a {@link
     * io.github.saleskpi.event.CustomEvent} loses a subject with such an id. All else stays as it was written: ids of events,
     * requests and opportunities, and attributes.
     *
     * <p>The person does not come back with later events, nor from a ledger merged into this one. For that, a digest of the
     * id is kept, by which somebody who guesses an id can see that it was forgotten. Reports, explanations and sealed pay
     * runs made before are not touched. The next report tells all stories anew.
     */
    public void forget(Collection<String> personIds) {
        Identities identities = new Identities(versions.merges(Viewpoint.asOf(Instant.EPOCH), versions.size()));
        SortedSet<String> digests = new TreeSet<>();
        for (String id : personIds) {
            identities
                    .members(IdentityKind.PERSON, identities.root(IdentityKind.PERSON, id))
                    .forEach(member -> digests.add(Erasures.digest(member)));
        }
        forgetDigests(digests);
    }

    /**
     * The persons forgotten, each id as a digest of 64 hexadecimal digits, sorted. An unmodifiable view.
     */
    public SortedSet<String> forgotten() {
        return erasures.digests();
    }

    /**
     * Forgets the persons of these digests, as {@link #forgotten} gives them.
     *
     * @throws IllegalArgumentException if one is no such digest
     */
    public void forgetDigests(Collection<String> digests) {
        if (erasures.addAll(digests)) {
            Versions all = versions;
            versions = new Versions();
            for (int version = 0; version < all.size(); version++) {
                SalesEvent left = erasures.of(all.version(version));
                if (left != null) {
                    versions.add(left);
                }
            }
            floor = floor == null ? null : floor.without(erasures.digests());
            told.replaceAll((asked, old) -> fresh(asked));
        }
    }

    /** Every version held, in the order of adding; each is there once. */
    public Stream<SalesEvent> events() {
        return IntStream.range(0, versions.size()).mapToObj(versions::version);
    }

    /**
     * The same in an order that does not depend on that of adding: by id, and then the one that stands behind those that it
     * supersedes.
     */
    public Stream<SalesEvent> sorted() {
        return events().sorted(Comparator.comparing(SalesEvent::id).thenComparing(VersionOrder.INSTANCE));
    }

    /** How many event ids it holds. */
    public long size() {
        return versions.ids();
    }

    /**
     * The latest {@code occurredAt} among them, each in the version that stands: a moment from which to look that no
     * superseded version decides. Empty without any.
     */
    public Optional<Instant> newest() {
        return versions.newest();
    }

    /** How many of them have two or more different versions. */
    public long conflicts() {
        return versions.conflicts();
    }

    /** Whether any version of that id was ever added. */
    public boolean holds(String id) {
        return versions.number(id) >= 0;
    }

    /**
     * Which events are in force from there; later additions do not change it.
     *
     * @throws IllegalArgumentException if the viewpoint is before the {@linkplain #since floor}
     */
    public InForce inForce(Viewpoint viewpoint) {
        if (floor != null) {
            floor.check(viewpoint);
        }
        return InForce.of(versions, viewpoint);
    }

    /**
     * The report from there: what a ledger that was only ever given these events would say. Any viewpoint may follow any
     * other; only stories that changed, or in which something lies between the two, are told again.
     *
     * @throws IllegalArgumentException if the viewpoint is before the {@linkplain #since floor}
     */
    public KpiReport report(Viewpoint viewpoint) {
        return report(query, viewpoint);
    }

    /**
     * The report of another query over the same events, from there: other periods, rows, indicators. The ledger keeps what
     * it told for each query that it was ever asked, so the next report of that query is quick again.
     *
     * @throws IllegalArgumentException if the viewpoint is before the {@linkplain #since floor}, or the query is none that a
     *     ledger with that floor answers
     */
    public KpiReport report(KpiQuery other, Viewpoint viewpoint) {
        return told(other, viewpoint).report(viewpoint);
    }

    private Told told(KpiQuery other, Viewpoint... from) {
        if (floor != null) {
            for (Viewpoint viewpoint : from) {
                floor.check(viewpoint);
            }
            if (!told.containsKey(other)) {
                floor.check(other);
            }
        }
        return told.computeIfAbsent(other, this::fresh);
    }

    private Told fresh(KpiQuery asked) {
        Told fresh = new Told(asked, versions, erasures, floor);
        IntStream.range(0, versions.size()).forEach(fresh::file);
        return fresh;
    }

    /**
     * Why the indicator's values are what the {@linkplain #report(Viewpoint) report} from there says of that place, which
     * need not have a cell.
     *
     * <p>It costs a report, if the last one was not from there; a look at a number of each story's strands; and one more
     * telling of each story of the cell, and of a few others. Where a figure reads the company or all times, the stories
     * told are those of these.
     *
     * @param scope a value for each of the query's dimensions, or the company
     * @throws IllegalArgumentException if the query does not compute the indicator, group so or have such periods
     */
    public Explanation explain(Indicator indicator, Scope scope, Period period, Viewpoint viewpoint) {
        return explain(query, indicator, scope, period, viewpoint);
    }

    /**
     * The same for one figure, such as {@code p90}: its value alone, and the facts that added to what it reads.
     *
     * @throws IllegalArgumentException as above, or if there is no such figure
     */
    public Explanation explain(Indicator indicator, String figure, Scope scope, Period period, Viewpoint viewpoint) {
        return explain(query, indicator, figure, scope, period, viewpoint);
    }

    /** The same for the {@linkplain #report(KpiQuery, Viewpoint) report of another query}. */
    public Explanation explain(KpiQuery other, Indicator indicator, Scope scope, Period period, Viewpoint viewpoint) {
        return explained(other, indicator, null, scope, period, viewpoint);
    }

    /** The same for one figure in the {@linkplain #report(KpiQuery, Viewpoint) report of another query}. */
    public Explanation explain(
            KpiQuery other, Indicator indicator, String figure, Scope scope, Period period, Viewpoint viewpoint) {
        return explained(other, indicator, figure, scope, period, viewpoint);
    }

    private Explanation explained(
            KpiQuery other,
            Indicator indicator,
            @Nullable String figure,
            Scope scope,
            Period period,
            Viewpoint viewpoint) {
        Told asked = told(other, viewpoint);
        if (floor != null) {
            floor.check(period);
        }
        return asked.explain(indicator, figure, scope, period, viewpoint);
    }

    /**
     * What differs between the reports from two viewpoints, and by which events: between two {@code knownAt}, say, what was
     * recorded late, corrected, retracted and merged.
     *
     * <p>It costs both reports, and one more telling before and after of each story in which an event stands otherwise.
     */
    public Restated restated(Viewpoint before, Viewpoint after) {
        return restated(query, before, after);
    }

    /** The same for the {@linkplain #report(KpiQuery, Viewpoint) reports of another query}. */
    public Restated restated(KpiQuery other, Viewpoint before, Viewpoint after) {
        return told(other, before, after).restated(before, after);
    }

    /** Whether the story of that key was kept at the floor. */
    boolean keeps(Subject subject, String key) {
        return floor == null || floor.keys().getOrDefault(subject, Set.of()).contains(key);
    }

    /** Whether an event joins every story of the subject that it names, or is one alone. */
    boolean admits(SalesEvent event, Subject subject) {
        Collection<String> keys = SubjectIndex.keysOf(subject, event);
        return floor == null
                || (keys.isEmpty()
                        ? floor.admitsAlone(event, subject)
                        : keys.stream().allMatch(key -> floor.admits(event, subject, key)));
    }

    /**
     * The same events under several variants of an indicator, and the facts that make the difference.
     *
     * <p>It costs a report of the variants, and the explanation of each of its cells.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public SideBySide sideBySide(List<Indicator> variants, Viewpoint viewpoint) {
        return sideBySide(query.toBuilder().indicators(variants).build(), viewpoint);
    }

    /** The same for the indicators of another query, by its periods and rows. */
    public SideBySide sideBySide(KpiQuery variants, Viewpoint viewpoint) {
        return told(variants).sideBySide(viewpoint);
    }

    /** How often an indicator was read off a row of a report so far. */
    long readings() {
        return told.values().stream().mapToLong(Told::readings).sum();
    }

    /** How often it was not, since the report before had read just that. */
    long takenOver() {
        return told.values().stream().mapToLong(Told::takenOver).sum();
    }

    /** How many stories were told so far, taken-back ones included. */
    long tellings() {
        return told.values().stream().mapToLong(Told::tellings).sum();
    }
}
