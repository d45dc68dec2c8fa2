package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator reads the stories of one subject. Stateless, immutable and thread-safe.
 *
 * <p>Telling must be a pure function of the story: it is done anew whenever a fact of the story changes, taken back by
 * being done once more with the opposite sign, and done in any order and on any thread. So it keeps nothing between
 * calls, asks no clock, and draws no lots. If it throws, the whole indicator is {@code FAILED} while that story is part
 * of the report, and the report names the story; other indicators stand.
 *
 * @param <R> what an event can be to this storyline
 */
public interface Storyline<R extends Enum<R>> {
    /** What its stories are about. */
    Subject subject();

    /**
     * What this event is to the story, or null if nothing. Looks at that event only, and may be called any number of
     * times.
     *
     * <p>It need not ask whether the event is in force, nor handle retractions, corrections, identity merges or changes
     * of the owner: the engine does. An event with a role that names no key of the subject (a call without a person, in
     * a storyline about persons) is a story of its own, without a key.
     */
    @Nullable
    R role(SalesEvent event);

    /**
     * Whether {@link #role} looks at nothing but what kind of event it is: its type, channel, words and flags, who acted (a
     * human, say, but not which rep), whether only its date is known, which of its components are there, and of which kinds its
     * links are; but not at ids, moments, amounts, lengths, counts, free texts or attributes. By default not.
     *
     * <p>Where it does, and so do the other storylines of the subject, events that lie in {@code EventColumns} have their role
     * by their kind, and are not made anew to be asked about.
     */
    default boolean readsKindOnly() {
        return false;
    }

    /**
     * The facts of a story on which this storyline passes judgement: each of them is counted once or left out once, under a
     * named rule (one that only waits for a deadline is left out until then); all other facts are context. By default
     * all. Explanations and the laws of the tests read it; reports do not.
     */
    default List<Fact<R>> judged(Story<R> story) {
        return story.facts();
    }

    /** Tells what the story contributes, to {@code out} and nowhere else. */
    void tell(Story<R> story, Contributions out);
}
