package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.util.Comparator;

/** The order of facts in a story: by instant, then by id. */
final class StoryOrder implements Comparator<SalesEvent> {
    static final StoryOrder INSTANCE = new StoryOrder();

    private StoryOrder() {}

    @Override
    public int compare(SalesEvent a, SalesEvent b) {
        int order = a.occurredAt().compareTo(b.occurredAt());
        return order != 0 ? order : a.id().compareTo(b.id());
    }
}
