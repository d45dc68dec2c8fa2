package io.github.saleskpi.indicator;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stories are about. An event joins the story of each key that it names; one that names none is a story alone.
 * Immutable and thread-safe; a constant, equal to itself only.
 */
public final class Subject {
    /** A request: what names its {@code requestId}. Has an owner. */
    public static final Subject REQUEST = new Subject("request", IdentityKind.REQUEST, e -> one(e.requestId()));
    /** A person: what names their {@code personId}. */
    public static final Subject PERSON = new Subject("person", IdentityKind.PERSON, e -> one(e.personId()));
    /** An opportunity: what names its {@code opportunityId}. Has an owner. */
    public static final Subject OPPORTUNITY =
            new Subject("opportunity", IdentityKind.OPPORTUNITY, e -> one(e.opportunityId()));
    /** A sent message: its sendings and the clicks on its links. */
    public static final Subject MESSAGE = new Subject("message", null, Subject::messages);
    /** A marketing material: its publishing, retiring and uses. */
    public static final Subject ASSET = new Subject("asset", null, Subject::assets);
    /** Nothing: each event is a story alone. */
    public static final Subject ALONE = new Subject("event", null, e -> List.of());

    private final String name;
    private final @Nullable IdentityKind identity;
    private final Function<SalesEvent, Collection<String>> keys;

    private Subject(String name, @Nullable IdentityKind identity, Function<SalesEvent, Collection<String>> keys) {
        this.name = name;
        this.identity = identity;
        this.keys = keys;
    }

    /**
     * A subject of one's own. Keep it in a static field: two of one name are two subjects.
     *
     * @param name for people; not {@code event}, by which reports call a story alone
     * @param keys the keys that an event names, in any order, repeated or not; empty if none. A pure function of that
     *     event
     * @throws IllegalArgumentException if that is the name
     */
    public static Subject of(String name, Function<SalesEvent, Collection<String>> keys) {
        if (name.equals(ALONE.name)) {
            throw new IllegalArgumentException(
                    "subject (" + name + "): is what reports call a story alone. Maybe say what kind of event.");
        }
        return new Subject(name, null, keys);
    }

    /**
     * The keys that the event names; empty if none.
     *
     * @throws NullPointerException if a subject of one's own names null
     */
    public Collection<String> keysOf(SalesEvent event) {
        Collection<String> named = keys.apply(event);
        for (String key : Objects.requireNonNull(named, "keys of a subject: must not be null. Maybe List.of().")) {
            Objects.requireNonNull(key, "key of a subject: must not be null. Maybe leave it out.");
        }
        return named;
    }

    /** Which merges of keys concern it; empty if none do. */
    public Optional<IdentityKind> identity() {
        return Optional.ofNullable(identity);
    }

    /** For people, such as {@code request}. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Whether it is none of somebody's own, so that which keys an event names is a matter of its kind. */
    boolean isStandard() {
        return this == REQUEST
                || this == PERSON
                || this == OPPORTUNITY
                || this == MESSAGE
                || this == ASSET
                || this == ALONE;
    }

    private static Collection<String> one(@Nullable String key) {
        return key == null ? List.of() : List.of(key);
    }

    private static Collection<String> messages(SalesEvent event) {
        if (event instanceof MessageSent sent) {
            return List.of(sent.messageId());
        }
        return event instanceof LinkClicked clicked ? List.of(clicked.messageId()) : List.of();
    }

    private static Collection<String> assets(SalesEvent event) {
        if (event instanceof MessageSent sent) {
            return sent.assetIds();
        }
        if (event instanceof AssetUsed used) {
            return List.of(used.assetId());
        }
        if (event instanceof AssetPublished published) {
            return List.of(published.assetId());
        }
        return event instanceof AssetRetired retired ? List.of(retired.assetId()) : List.of();
    }
}
