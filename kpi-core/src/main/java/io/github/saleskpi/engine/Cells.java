package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The leaf cells: what every storyline contributed to each. Not thread-safe. */
final class Cells {
    /** The place of what belongs to no rep; those of reps follow. */
    private static final int COMPANY = 0;

    private final KpiQuery query;
    private final int storylines;
    private final @Nullable Floor floor;
    private final Map<Indicator, int[]> numbers = new HashMap<>();
    private final Map<Leaf, @Nullable Sum[]> sums = new HashMap<>();
    private final Counts[] counts;
    private final Days days;
    private final boolean isByRepOnly;
    private final Reps reps = new Reps();
    private final Slots slots;
    private long lastBit;
    private @Nullable Map<Leaf, BitSet> touched;

    /** @param floor where the ledger begins, or null if it has all */
    Cells(KpiQuery query, List<Storyline<?>> storylines, @Nullable Floor floor) {
        this.query = query;
        this.floor = floor;
        this.storylines = storylines.size();
        this.counts = new Counts[storylines.size()];
        this.slots = new Slots(storylines.size());
        Arrays.setAll(counts, number -> new Counts());
        this.days = new Days(query.calendar(), query.every());
        this.isByRepOnly =
                query.every() != Granularity.ALL && query.groupBy().stream().allMatch(Dimension.REP::equals);
        for (Indicator indicator : query.indicators()) {
            numbers.put(
                    indicator,
                    indicator.storylines().stream()
                            .mapToInt(storylines::indexOf)
                            .toArray());
        }
    }

    /** Every leaf, and what each storyline, by its number, contributed to it; null for nothing. */
    Map<Leaf, @Nullable Sum[]> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** In which leaves which storylines changed since this was asked last; null at first, when all did. */
    @Nullable
    Map<Leaf, BitSet> touched() {
        Map<Leaf, BitSet> since = touched;
        touched = new HashMap<>();
        return since;
    }

    /** The numbers of the storylines that an indicator reads. */
    int[] numbers(Indicator indicator) {
        return Objects.requireNonNull(numbers.get(indicator));
    }

    /** Complains if the cells before a floor lack something of that measure, so that nobody can know its total of all time. */
    void checkWhole(Measure<?, ?> measure) {
        if (floor != null) {
            floor.checkWhole(measure);
        }
    }

    /** Adds what a storyline told, so many times. */
    void put(int storyline, List<Telling.Entry> entries, int times) {
        for (Telling.Entry entry : entries) {
            Sum sum = sum(entry.leaf(), storyline);
            if (entry.rule() != null) {
                sum.leaveOut(entry.rule(), times);
            } else if (entry.measure() == null || entry.amount() == null) {
                sum.count(times);
            } else {
                add(sum, entry.measure(), entry.amount(), times);
            }
        }
    }

    /** What a storyline contributed to a leaf, to be added to. */
    private Sum sum(Leaf leaf, int storyline) {
        touch(leaf, storyline);
        return sum(sums(leaf), storyline);
    }

    private @Nullable Sum[] sums(Leaf leaf) {
        return sums.computeIfAbsent(leaf, key -> new Sum[storylines]);
    }

    private Sum sum(@Nullable Sum[] ofLeaf, int storyline) {
        Sum sum = ofLeaf[storyline];
        if (sum == null) {
            sum = new Sum(counts[storyline]);
            ofLeaf[storyline] = sum;
        }
        return sum;
    }

    private void touch(Leaf leaf, int storyline) {
        if (touched != null) {
            touched.computeIfAbsent(leaf, own -> new BitSet()).set(storyline);
        }
    }

    /** The whole numbers that a storyline contributed. */
    Counts counts(int storyline) {
        return counts[storyline];
    }

    @SuppressWarnings("unchecked") // the amount came in with this measure
    static <A> void add(Sum sum, Measure<A, ?> measure, Object amount, int times) {
        sum.add((Measure<A, ?>) measure, (A) amount, times);
    }

    /** Adds what other stories contributed to other cells of the same query, several storylines at once. */
    void merge(List<Cells> others) {
        List<Both> leaves = new ArrayList<>();
        for (Cells other : others) {
            other.sums.forEach((leaf, theirs) -> leaves.add(new Both(sums(leaf), theirs)));
        }
        IntStream.range(0, others.isEmpty() ? 0 : storylines)
                .parallel()
                .forEach(number -> leaves.forEach(leaf -> merge(number, leaf)));
    }

    /** What storylines contributed to one leaf, here and there. */
    private static final class Both {
        private final @Nullable Sum[] here;
        private final @Nullable Sum[] there;

        Both(@Nullable Sum[] here, @Nullable Sum[] there) {
            this.here = here;
            this.there = there;
        }
    }

    /** Each storyline has sums and counts of its own, so others can be merged meanwhile. */
    private void merge(int number, Both leaf) {
        Sum more = leaf.there[number];
        if (more != null) {
            sum(leaf.here, number).merge(more);
        }
    }

    /** An amount as it is added: money in the base currency where a rate is known. */
    Object converted(Object amount, Moment moment) {
        Rates rates = query.rates().orElse(null);
        return rates != null && amount instanceof BigMoney money
                ? rates.toBase(money, moment.date()).orElse(money)
                : amount;
    }

    /** How leaves are found while a story is told. */
    Telling.Leaves leaves(Predicate<Instant> reached, State state, @Nullable Ownership ownership) {
        return (company, rep, fact, moment) -> leaf(company, root(rep, state), fact, moment, reached, state, ownership);
    }

    /**
     * The number, among those of the storyline, of its sum for a rep, a fact that gives the attributes, and a moment, which is the
     * fact's own if null is given; for no fact's rep where company.
     */
    int number(
            int storyline,
            boolean company,
            @Nullable String rep,
            Fact<?> fact,
            @Nullable Moment moment,
            Material material,
            State state) {
        String root = root(rep, state);
        Ownership ownership = material.ownership().isAny() ? material.ownership() : null;
        int ofRep = !isByRepOnly || company ? Notes.NOBODY : reps.numberOf(root);
        if (!isByRepOnly || ofRep == Notes.REP_ASKED) {
            Moment at = moment == null ? fact.moment() : moment;
            return number(leaf(company, root, fact, at, material.reached(), state, ownership), storyline);
        }
        int place = company ? COMPANY : ofRep + 1;
        int period = days.periodOf(
                moment == null && fact instanceof FactView<?> own
                        ? own.day(days)
                        : day(moment == null ? fact.moment() : moment));
        int known = slots.get(place, period, storyline);
        if (known == Slots.NONE) {
            Leaf there = slots.leaf(place, period);
            Leaf leaf = there == null
                    ? leaf(company, root, days.period(period), fact, fact.moment(), state, ownership)
                    : there;
            int number = number(leaf, storyline);
            slots.put(place, period, storyline, number, leaf);
            return number;
        }
        if (touched != null) {
            touch(Objects.requireNonNull(slots.leaf(place, period)), storyline);
        }
        lastBit = Slots.bitOf(known);
        return Slots.numberOf(known);
    }

    private int number(Leaf leaf, int storyline) {
        lastBit = leaf.bit();
        return sum(leaf, storyline).number();
    }

    /** The bit of the leaf of which a number was asked for last. */
    long lastBit() {
        return lastBit;
    }

    private static @Nullable String root(@Nullable String rep, State state) {
        return rep == null ? null : state.identities().root(IdentityKind.REP, rep);
    }

    private long day(Moment moment) {
        return moment.dayOnly() ? Days.dateOnly(moment.at()) : days.dayOf(moment.at());
    }

    private Leaf leaf(
            boolean company,
            @Nullable String root,
            Fact<?> fact,
            Moment moment,
            Predicate<Instant> reached,
            State state,
            @Nullable Ownership ownership) {
        Period period =
                query.every() == Granularity.ALL ? all(moment, reached) : days.period(days.periodOf(day(moment)));
        return leaf(company, root, period, fact, moment, state, ownership);
    }

    private Leaf leaf(
            boolean company,
            @Nullable String root,
            @Nullable Period period,
            Fact<?> deciding,
            Moment moment,
            State state,
            @Nullable Ownership ownership) {
        List<Dimension> dimensions = query.groupBy();
        @Nullable String[] groups = new @Nullable String[company ? 0 : dimensions.size()];
        for (int i = 0; i < groups.length; i++) {
            Dimension dimension = dimensions.get(i);
            if (dimension.equals(Dimension.REP)) {
                groups[i] = root;
            } else {
                groups[i] = dimension.equals(Dimension.TEAM)
                        ? state.roster().teamOf(root, moment.date())
                        : group(dimension, root, moment.date(), deciding.event(), ownership);
            }
        }
        return new Leaf(period, company, company ? null : root, groups);
    }

    /** What the deciding event has, or the one that began the story where that one has nothing. */
    private static @Nullable String group(
            Dimension dimension,
            @Nullable String rep,
            LocalDate date,
            SalesEvent deciding,
            @Nullable Ownership ownership) {
        String value = dimension.valueOf(deciding, rep, date);
        SalesEvent beginning = value == null && ownership != null ? ownership.beginning() : null;
        return beginning == null ? value : dimension.valueOf(beginning, rep, date);
    }

    /** The period {@code all}, or null outside what it covers. */
    private @Nullable Period all(Moment moment, Predicate<Instant> reached) {
        LocalDate date = moment.date();
        boolean early = query.from().map(date::isBefore).orElse(false);
        boolean late = query.to().map(to -> !date.isBefore(to)).orElseGet(() -> isAfterNow(date, moment.at(), reached));
        return early || late ? null : Period.all();
    }

    /** Whether a date begins only after the date of {@code asOf}, as one that is all that is known of its fact may. */
    private boolean isAfterNow(LocalDate date, Instant at, Predicate<Instant> reached) {
        ReportingCalendar calendar = query.calendar();
        Instant start = calendar.startOf(date);
        return start.isAfter(at) && !reached.test(start);
    }
}
