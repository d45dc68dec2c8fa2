package io.github.saleskpi.indicator;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a draft that leaves facts out. Immutable.
 *
 * @param rule its name
 * @param which the events that it looks at
 * @param actsOnly whether it spares what a story begins with
 * @param fits asked of facts of these events only
 */
record Exclusion(Rule rule, Which which, boolean actsOnly, BiPredicate<Story<?>, Fact<?>> fits) {
    /** The first that leaves the fact out, or null if none does. */
    static @Nullable Rule first(List<Exclusion> exclusions, Story<?> story, Fact<?> fact, boolean isAct) {
        for (Exclusion each : exclusions) {
            if ((isAct || !each.actsOnly) && each.which.fits(fact.event()) && each.fits.test(story, fact)) {
                return each.rule;
            }
        }
        return null;
    }
}
