package io.github.saleskpi.indicator;

import io.github.saleskpi.time.Moment;
import org.jspecify.annotations.Nullable;

/** Where a storyline puts what it found in a story. Valid while the story is told, and not thread-safe. */
public interface Contributions {
    /**
     * Counts a fact: begins a contribution of that rep (null for nobody), in the period, and with the attributes and the
     * channel, of the fact that decides.
     */
    Contribution credit(@Nullable String rep, Fact<?> decidedBy);

    /**
     * The same for a moment at or before the viewpoint that is no fact, such as a deadline that passed: the period is that of the moment, attributes
     * and channel those of the fact that started the story, which is the one counted.
     */
    Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt);

    /**
     * Begins a contribution that belongs to no rep and makes no row, such as a material of the catalogue; figures see it
     * through {@link Totals#company()}.
     */
    Contribution company(Fact<?> decidedBy);

    /** Leaves a fact out under that rule, shown for its own acting rep. */
    default void leaveOut(Fact<?> fact, Rule rule) {
        leaveOut(fact.rep(), fact, rule);
    }

    /**
     * Leaves a fact out under that rule, shown for that rep (null for nobody) in the fact's period: in the report's
     * {@code leftOut} and in explanations.
     */
    void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule);

    /**
     * The same sink for what concerns companions only. The verdict on a judged fact, counted or left out, is that of the
     * primary figure; what is credited or left out here does not touch it. A cell exists where a fact was counted here or
     * there. So an indicator of calls may leave a call out of its rate, and still count it aside as a call.
     */
    Contributions aside();
}
