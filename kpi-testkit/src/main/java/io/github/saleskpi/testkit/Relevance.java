package io.github.saleskpi.testkit;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.testkit.Case.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which events an indicator has a use for: a history of others would prove little. */
record Relevance(Indicator indicator) {
    private static final int OTHERS = 4;
    private static final int CORRECTIONS = 15;

    static Relevance of(Indicator indicator) {
        return new Relevance(indicator);
    }

    /** So many of the events at most: facts, corrections and a few others, in their order. */
    List<Kept> choose(List<SalesEvent> events, int size, Chance chance) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < events.size() && kept.size() < size; i++) {
            SalesEvent event = events.get(i);
            int share = isFact(event) ? 100 : isCorrection(event) ? CORRECTIONS : OTHERS;
            if (chance.percent(share)) {
                kept.add(new Kept(i, UnaryOperator.identity()));
            }
        }
        return List.copyOf(kept);
    }

    private boolean isFact(SalesEvent event) {
        try {
            for (Storyline<?> storyline : indicator.storylines()) {
                if (storyline.role(event) != null) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException thrown) {
            return true;
        }
    }

    private static boolean isCorrection(SalesEvent event) {
        return event instanceof EventRetracted || event instanceof IdentityMerged || event instanceof OwnerChanged;
    }
}
