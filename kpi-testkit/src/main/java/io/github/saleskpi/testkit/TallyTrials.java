package io.github.saleskpi.testkit;

import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.testkit.TallyLaws.Law;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries one law after the other on some amounts. Each trial makes tallies of its own. */
record TallyTrials<A, S>(Supplier<Tally<A, S>> fresh, List<Viewpoint> views, long seed) {
    /** Two readings that must be equal and are not. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** The readings of a law that does not hold, or what was thrown. */
    Optional<String> broken(Law law, List<A> amounts) {
        try {
            run(law, amounts, new Chance(seed));
            return Optional.empty();
        } catch (Broken difference) {
            return Optional.of(String.valueOf(difference.getMessage()));
        } catch (RuntimeException thrown) {
            return Optional.of("  throws " + thrown);
        }
    }

    private void run(Law law, List<A> amounts, Chance chance) {
        switch (law) {
            case ADDING_ORDER -> addingOrder(amounts, chance);
            case TIMES -> times(amounts);
            case UNDO -> undo(amounts);
            case MERGING_IS_ADDING -> mergingIsAdding(amounts, chance);
            case ASSOCIATIVE -> associative(amounts, chance);
            case COMMUTATIVE -> commutative(amounts, chance);
            case NEUTRAL -> neutral(amounts);
            case OTHER_STAYS -> otherStays(amounts, chance);
            case READING -> reading(amounts);
            case SNAPSHOT -> snapshot(amounts);
        }
    }

    private void addingOrder(List<A> amounts, Chance chance) {
        List<A> other = new ArrayList<>(amounts);
        Collections.reverse(other);
        compare("in this order", tally(amounts), "in reverse", tally(other));
        Collections.shuffle(other, chance.random());
        compare("in this order", tally(amounts), "as " + other, tally(other));
    }

    private void times(List<A> amounts) {
        for (int times : new int[] {0, 2, 3}) {
            Tally<A, S> folded = fresh.get();
            Tally<A, S> single = fresh.get();
            for (A amount : amounts) {
                folded.add(amount, times);
                Collections.nCopies(times, amount).forEach(each -> single.add(each, 1));
            }
            compare("one by one", single, "each " + times + " times", folded);
        }
    }

    private void undo(List<A> amounts) {
        Tally<A, S> passed = tally(amounts);
        amounts.forEach(amount -> passed.add(amount, 1));
        amounts.forEach(amount -> passed.add(amount, -1));
        compare("before", tally(amounts), "added once more and taken back", passed);
        amounts.forEach(amount -> passed.add(amount, -1));
        compare("of nothing", fresh.get(), "with all taken back", passed);
    }

    private void mergingIsAdding(List<A> amounts, Chance chance) {
        for (List<List<A>> parts : partitions(amounts, chance)) {
            Tally<A, S> whole = fresh.get();
            parts.forEach(part -> whole.merge(tally(part)));
            compare("all added", tally(amounts), "merged of " + parts, whole);
        }
    }

    private void associative(List<A> amounts, Chance chance) {
        for (List<List<A>> parts : partitions(amounts, chance)) {
            Tally<A, S> left = tally(parts.get(0));
            left.merge(tally(parts.get(1)));
            left.merge(tally(parts.get(2)));
            Tally<A, S> right = tally(parts.get(1));
            right.merge(tally(parts.get(2)));
            Tally<A, S> outer = tally(parts.get(0));
            outer.merge(right);
            compare("(a + b) + c", left, "a + (b + c) of " + parts, outer);
        }
    }

    private void commutative(List<A> amounts, Chance chance) {
        for (List<List<A>> parts : partitions(amounts, chance)) {
            Tally<A, S> one = tally(parts.get(0));
            one.merge(tally(parts.get(1)));
            Tally<A, S> other = tally(parts.get(1));
            other.merge(tally(parts.get(0)));
            compare("a + b", one, "b + a of " + parts.subList(0, 2), other);
        }
    }

    private void neutral(List<A> amounts) {
        Tally<A, S> tally = tally(amounts);
        tally.merge(fresh.get());
        compare("before", tally(amounts), "with a fresh one merged in", tally);
        Tally<A, S> taker = fresh.get();
        taker.merge(tally(amounts));
        compare("before", tally(amounts), "merged into a fresh one", taker);
    }

    private void otherStays(List<A> amounts, Chance chance) {
        for (List<List<A>> parts : partitions(amounts, chance)) {
            Tally<A, S> into = tally(parts.get(0));
            Tally<A, S> other = tally(parts.get(1));
            into.merge(other);
            compare("the other before", tally(parts.get(1)), "after the merge", other);
            amounts.forEach(amount -> into.add(amount, 1));
            compare("the other before", tally(parts.get(1)), "after additions to what it was merged into", other);
        }
    }

    private void reading(List<A> amounts) {
        Tally<A, S> read = fresh.get();
        for (A amount : amounts) {
            readings(read);
            read.add(amount, 1);
        }
        readings(read);
        compare("unread", tally(amounts), "read after each addition", read);
    }

    private void snapshot(List<A> amounts) {
        Tally<A, S> tally = tally(amounts);
        List<S> before = readings(tally);
        amounts.forEach(amount -> tally.add(amount, 1));
        readings(tally);
        compare("then", readings(tally(amounts)), "the same reading after more additions", before);
    }

    /** In three parts each: by turns, all in the second, and at random. */
    private List<List<List<A>>> partitions(List<A> amounts, Chance chance) {
        List<List<List<A>>> partitions = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            List<List<A>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < amounts.size(); i++) {
                int part = kind == 0 ? i % 3 : kind == 1 ? 1 : chance.below(3);
                parts.get(part).add(amounts.get(i));
            }
            partitions.add(parts);
        }
        return partitions;
    }

    private Tally<A, S> tally(List<A> amounts) {
        Tally<A, S> tally = fresh.get();
        amounts.forEach(amount -> tally.add(amount, 1));
        return tally;
    }

    private List<S> readings(Tally<A, S> tally) {
        List<S> readings = new ArrayList<>();
        views.forEach(view -> readings.add(tally.read(view)));
        return readings;
    }

    private void compare(String one, Tally<A, S> expected, String other, Tally<A, S> got) {
        compare(one, readings(expected), other, readings(got));
    }

    private void compare(String one, List<S> expected, String other, List<S> got) {
        for (int i = 0; i < views.size(); i++) {
            if (!expected.get(i).equals(got.get(i))) {
                throw new Broken("  " + one + ": " + expected.get(i) + "\n  " + other + ": " + got.get(i));
            }
        }
    }
}
