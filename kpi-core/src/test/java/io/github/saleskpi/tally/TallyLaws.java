package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The laws of {@link Tally}, each tried on a list of amounts with all choices drawn from one seed. */
final class TallyLaws<A, S> {
    private record Addition<A>(A amount, long times) {}

    private final Measure<A, S> measure;
    private final List<A> amounts;
    private final List<Viewpoint> views;
    private final Random random;
    private final List<S> expected;

    TallyLaws(Measure<A, S> measure, List<A> amounts, List<Viewpoint> views, long seed) {
        this.measure = measure;
        this.amounts = amounts;
        this.views = views;
        random = new Random(seed);
        expected = readings(tallyOf(once(amounts)));
    }

    static <A, S> void hold(Measure<A, S> measure, List<A> amounts, List<Viewpoint> views, long seed) {
        TallyLaws<A, S> laws = new TallyLaws<>(measure, amounts, views, seed);
        laws.orderDoesNotMatter();
        laws.severalTimesIsOnceAndAgain();
        laws.whatIsTakenBackWasNeverThere();
        laws.readingChangesNothing();
        laws.aReadingIsASnapshot();
        laws.anyGroupingOfPartsIsTheWhole();
        laws.mergingLeavesTheOtherAsItWas();
        laws.aFreshTallyMergedInChangesNothing();
        laws.partsMayTakeBackWhatOtherPartsAdd();
    }

    private void orderDoesNotMatter() {
        assertThat(readings(tallyOf(once(shuffled(amounts))))).isEqualTo(expected);
    }

    private void severalTimesIsOnceAndAgain() {
        List<Addition<A>> folded = new ArrayList<>();
        List<Addition<A>> single = new ArrayList<>();
        for (A amount : amounts) {
            int times = random.nextInt(4);
            folded.add(new Addition<>(amount, times));
            single.addAll(Collections.nCopies(times, new Addition<>(amount, 1)));
        }
        assertThat(readings(tallyOf(folded))).isEqualTo(readings(tallyOf(shuffled(single))));
    }

    private void whatIsTakenBackWasNeverThere() {
        Tally<A, S> tally = tallyOf(once(amounts));
        List<Addition<A>> passing = new ArrayList<>();
        for (A amount : amounts) {
            int times = 1 + random.nextInt(3);
            passing.add(new Addition<>(amount, times));
            passing.add(new Addition<>(amount, -times));
        }
        addAll(tally, passing);
        assertThat(readings(tally)).isEqualTo(expected);
        passing.addAll(once(amounts));
        assertThat(readings(tallyOf(shuffled(passing)))).isEqualTo(expected);
        amounts.forEach(amount -> tally.add(amount, -1));
        assertThat(readings(tally)).isEqualTo(readings(measure.newTally()));
    }

    private void readingChangesNothing() {
        Tally<A, S> tally = measure.newTally();
        for (A amount : amounts) {
            tally.add(amount, 2);
            tally.read(anyView());
            tally.add(amount, -1);
            tally.read(anyView());
        }
        assertThat(readings(tally)).isEqualTo(expected);
        assertThat(readings(tally)).isEqualTo(expected);
    }

    private void aReadingIsASnapshot() {
        Tally<A, S> tally = tallyOf(once(amounts));
        List<S> before = readings(tally);
        List<String> printed = before.stream().map(Object::toString).toList();
        for (A amount : shuffled(amounts)) {
            tally.add(amount, -1);
            readings(tally);
        }
        addAll(tally, once(amounts));
        readings(tally);
        addAll(tally, once(amounts));
        readings(tally);
        assertThat(before).isEqualTo(expected);
        assertThat(before.stream().map(Object::toString).toList()).isEqualTo(printed);
        assertThat(before.hashCode()).isEqualTo(expected.hashCode());
    }

    private void anyGroupingOfPartsIsTheWhole() {
        for (int parts : new int[] {1, 2, 3, 7}) {
            boolean skewed = random.nextBoolean();
            List<Tally<A, S>> fromLeft = split(parts, skewed);
            List<Tally<A, S>> asATree = split(parts, skewed);
            Collections.shuffle(fromLeft, random);
            Tally<A, S> whole = measure.newTally();
            for (Tally<A, S> part : fromLeft) {
                whole.merge(part);
                whole.read(anyView());
            }
            assertThat(readings(whole)).isEqualTo(expected);
            while (asATree.size() > 1) {
                Tally<A, S> into = asATree.remove(random.nextInt(asATree.size()));
                into.merge(asATree.remove(random.nextInt(asATree.size())));
                asATree.add(into);
            }
            assertThat(readings(asATree.get(0))).isEqualTo(expected);
        }
    }

    private void mergingLeavesTheOtherAsItWas() {
        List<Tally<A, S>> halves = split(2, false);
        List<S> before = readings(halves.get(1));
        halves.get(0).merge(halves.get(1));
        addAll(halves.get(0), once(amounts));
        assertThat(readings(halves.get(1))).isEqualTo(before);
        Tally<A, S> unread = tallyOf(once(amounts));
        Tally<A, S> into = measure.newTally();
        into.merge(unread);
        addAll(into, once(amounts));
        readings(into);
        assertThat(readings(unread)).isEqualTo(expected);
        addAll(unread, once(shuffled(amounts)));
        assertThat(readings(into)).isEqualTo(readings(unread));
    }

    private void aFreshTallyMergedInChangesNothing() {
        Tally<A, S> tally = tallyOf(once(amounts));
        tally.merge(measure.newTally());
        assertThat(readings(tally)).isEqualTo(expected);
        Tally<A, S> fresh = measure.newTally();
        fresh.merge(tally);
        assertThat(readings(fresh)).isEqualTo(expected);
    }

    private void partsMayTakeBackWhatOtherPartsAdd() {
        List<Tally<A, S>> parts = split(3, false);
        for (A amount : amounts) {
            int times = 1 + random.nextInt(2);
            parts.get(random.nextInt(3)).add(amount, -times);
            parts.get(random.nextInt(3)).add(amount, times);
        }
        Collections.shuffle(parts, random);
        Tally<A, S> whole = measure.newTally();
        parts.forEach(whole::merge);
        assertThat(readings(whole)).isEqualTo(expected);
    }

    private List<Tally<A, S>> split(int parts, boolean skewed) {
        List<Tally<A, S>> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            split.add(measure.newTally());
        }
        for (A amount : shuffled(amounts)) {
            split.get(skewed && random.nextInt(10) > 0 ? 0 : random.nextInt(parts))
                    .add(amount, 1);
        }
        return split;
    }

    private Tally<A, S> tallyOf(List<Addition<A>> additions) {
        Tally<A, S> tally = measure.newTally();
        addAll(tally, additions);
        return tally;
    }

    private void addAll(Tally<A, S> tally, List<Addition<A>> additions) {
        additions.forEach(addition -> tally.add(addition.amount, addition.times));
    }

    private List<Addition<A>> once(List<A> some) {
        return some.stream().map(amount -> new Addition<>(amount, 1)).toList();
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private List<S> readings(Tally<A, S> tally) {
        List<S> readings = new ArrayList<>();
        views.forEach(view -> readings.add(tally.read(view)));
        return readings;
    }

    private Viewpoint anyView() {
        return views.get(random.nextInt(views.size()));
    }
}
