package io.github.saleskpi.engine;

import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets storylines tell stories into the cells. Not thread-safe. */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(KpiEngine.class);

    private final KpiQuery query;
    private final List<Storyline<?>> storylines;
    private final Cells cells;
    private final BiPredicate<Class<? extends SalesEvent>, State> known;
    private final List<SortedMap<String, String>> failures = new ArrayList<>();
    private final Adding adding;
    private final @Nullable StoryView<?>[] views;
    private long tellings;

    /** @param known whether an event of a type is in force under a state */
    Teller(KpiQuery query, Storylines storylines, Cells cells, BiPredicate<Class<? extends SalesEvent>, State> known) {
        this.query = query;
        this.storylines = storylines.all();
        this.cells = cells;
        this.known = known;
        this.adding = new Adding(cells, this.storylines.size());
        this.views = new StoryView<?>[this.storylines.size()];
        this.storylines.forEach(storyline -> failures.add(new TreeMap<>()));
    }

    long tellings() {
        return tellings;
    }

    /** For each storyline, the stories on which it fails, and why. */
    List<SortedMap<String, String>> failures() {
        return failures;
    }

    /**
     * Lets storylines tell a story so many times; -1 takes back what was told under that state. Returns the bits of the
     * leaves in which it was told.
     */
    long tell(int[] numbers, Material material, State state, int times) {
        long leaves = 0;
        for (int number : numbers) {
            leaves |= tell(number, storylines.get(number), material, state, times);
        }
        return leaves;
    }

    /** Tells the story once more as it stands in the cells, to somebody who only listens. */
    void retell(int[] numbers, Material material, State state, IntPredicate which, Consumer<Account<?>> listener) {
        for (int number : numbers) {
            if (which.test(number) && !failures.get(number).containsKey(material.place())) {
                Account<?> account = accountIfAny(number, storylines.get(number), material, state);
                if (account != null) {
                    listener.accept(account);
                }
            }
        }
    }

    /** What each storyline tells of the story under that state; null if one of them fails. The cells are for trying only. */
    @Nullable
    List<Account<?>> tryTelling(int[] numbers, Material material, State state) {
        List<Account<?>> all = new ArrayList<>();
        for (int number : numbers) {
            try {
                Account<?> account = account(number, storylines.get(number), material, state);
                if (account != null) {
                    cells.put(number, account.telling().entries(), 1);
                    all.add(account);
                }
            } catch (RuntimeException failed) {
                return null;
            }
        }
        return all;
    }

    /** What a storyline tells of a story, by its number and the story's place. */
    record Account<R extends Enum<R>>(
            int number,
            String place,
            Storyline<R> storyline,
            Story<R> story,
            List<OwnerChanged> ownerChanges,
            Telling telling) {}

    /** Returns the bits of the leaves in which it was told. */
    private <R extends Enum<R>> long tell(
            int number, Storyline<R> storyline, Material material, State state, int times) {
        SortedMap<String, String> failing = failures.get(number);
        if (times < 0 && !failing.isEmpty() && failing.remove(material.place()) != null) {
            return 0; // it had not been told
        }
        try {
            Contributions sink = adding.begin(number, material, state);
            return tell(number, storyline, material, state, sink) == null ? 0 : adding.put(times);
        } catch (RuntimeException failed) {
            String place = material.place();
            LOG.warn("an indicator failed on {}", place, failed);
            String what = times < 0 ? place + " (when taken back: it is not a pure function)" : place;
            failing.put(what, failed.toString());
            return 0;
        }
    }

    /** The same, and null also if it fails under that state, in which case it contributed nothing. */
    private <R extends Enum<R>> @Nullable Account<R> accountIfAny(
            int number, Storyline<R> storyline, Material material, State state) {
        try {
            return account(number, storyline, material, state);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Lets the storyline tell to somebody who writes it down; null if the story has no fact for it. */
    private <R extends Enum<R>> @Nullable Account<R> account(
            int number, Storyline<R> storyline, Material material, State state) {
        Telling telling = new Telling(cells.leaves(material.reached(), state, material.ownership()), cells::converted);
        Story<R> story = tell(number, storyline, material, state, telling);
        return story == null
                ? null
                : new Account<>(
                        number,
                        material.place(),
                        storyline,
                        story,
                        material.ownership().changes(),
                        telling);
    }

    /** Lets the storyline tell; null if the story has no fact for it. */
    private <R extends Enum<R>> @Nullable Story<R> tell(
            int number, Storyline<R> storyline, Material material, State state, Contributions out) {
        Facts<R> facts = material.excerpt().facts(number, storyline);
        if (facts.isEmpty()) {
            return null;
        }
        if (material.excerpt().isAlone() && SubjectIndex.mayFail(storyline.subject())) {
            facts.forEach(fact -> storyline.subject().keysOf(fact.event())); // what fails at the door fails here
        }
        tellings++;
        Story<R> story = view(number, material, facts, state);
        storyline.tell(story, out);
        return story;
    }

    /** The story as the storyline sees it; the same view for all over which the material and the facts are moved. */
    @SuppressWarnings("unchecked") // what is kept for a storyline is of its roles
    private <R extends Enum<R>> Story<R> view(int number, Material material, Facts<R> facts, State state) {
        if (!material.excerpt().isMoved()) {
            return new StoryView<>(material, facts, known, state, query);
        }
        StoryView<?> kept = views[number];
        if (kept == null) {
            kept = new StoryView<>(material, facts, known, state, query);
            views[number] = kept;
        }
        return (Story<R>) kept;
    }
}
