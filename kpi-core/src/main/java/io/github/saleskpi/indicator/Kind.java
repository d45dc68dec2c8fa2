package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft is of, apart from what can be said of any draft. Immutable. */
interface Kind {
    /** The formula in words where nobody gives a better one. */
    String text();

    /** Which way is better where nobody says. */
    default Direction direction() {
        return Direction.NEUTRAL;
    }

    /** The events that it passes judgement on; none if it is made of other indicators. */
    List<Which> facts();

    /** What its stories are about, or null if that is for the draft to say. */
    default @Nullable Subject subject() {
        return null;
    }

    /** In what its distribution is measured, of which there are shares up to a limit; null if it is none. */
    default @Nullable Unit spread() {
        return null;
    }

    List<Storyline<?>> storylines(Options options);

    List<Figure> figures(Options options);

    /** Its own rules and those of the options, in the order in which they are asked. */
    List<Rule> rules(Options options);
}
