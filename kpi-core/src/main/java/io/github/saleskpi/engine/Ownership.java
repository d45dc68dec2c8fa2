package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a request or an opportunity began and who owned it when, by the events of its story. */
final class Ownership {
    private static final int NONE = -1;

    private final Excerpt story;
    private final boolean isOwned;
    private int begun;
    private int[] changes = {};
    private int changed;
    private final Identities identities;

    Ownership(Subject subject, Excerpt story, Identities identities) {
        this.story = story;
        this.identities = identities;
        this.isOwned = Says.isOwned(subject);
        read();
    }

    /** Reads the story, which may have been moved on. */
    void read() {
        int first = NONE;
        changed = 0;
        for (int i = 0; isOwned && i < story.size(); i++) {
            Says says = story.says(i);
            if (says == Says.CHANGE) {
                changes = changed < changes.length ? changes : Arrays.copyOf(changes, Math.max(2, changed * 2));
                changes[changed++] = i;
            } else if (first == NONE && says == Says.BEGINNING) {
                first = i;
            }
        }
        begun = first;
    }

    /** Whether it is known how the story began. */
    boolean isAny() {
        return begun != NONE;
    }

    /** The event that began the story of a request or an opportunity, or null if it is not known. */
    @Nullable
    SalesEvent beginning() {
        return begun == NONE ? null : story.event(begun);
    }

    /** The changes of the owner, in their order. */
    List<OwnerChanged> changes() {
        return Arrays.stream(changes, 0, changed)
                .mapToObj(change -> (OwnerChanged) story.event(change))
                .toList();
    }

    @Nullable
    String at(Moment moment) {
        int last = NONE;
        for (int i = 0; i < changed; i++) {
            if (!story.moment(changes[i]).isAfter(moment)) {
                last = changes[i];
            }
        }
        return ownerFrom(last);
    }

    /** At the viewpoint: a change of which only the date is known holds from when that date begins. */
    @Nullable
    String now(Predicate<Instant> reached) {
        int last = NONE;
        for (int i = 0; i < changed; i++) {
            Moment moment = story.moment(changes[i]);
            if (!moment.dayOnly() || reached.test(moment.start())) {
                last = changes[i];
            }
        }
        return ownerFrom(last);
    }

    /** Since the last change that holds; the first owner without any. */
    private @Nullable String ownerFrom(int last) {
        return root(last == NONE ? firstOwner() : story.owner(last));
    }

    private @Nullable String root(@Nullable String rep) {
        return rep == null ? null : identities.root(IdentityKind.REP, rep);
    }

    private @Nullable String firstOwner() {
        if (begun == NONE) {
            return null;
        }
        return Says.owner(story.like(begun)) == null ? story.rep(begun) : story.owner(begun);
    }
}
