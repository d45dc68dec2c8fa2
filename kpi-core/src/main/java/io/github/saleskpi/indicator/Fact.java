package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * One event as a story shows it, in its role. Valid while the story is told: one that is kept beyond that may show
 * another event. Not thread-safe.
 *
 * @param <R> the storyline's roles
 */
public interface Fact<R extends Enum<R>> {
    /** What the storyline called it. */
    R role();

    /** The event's id. */
    String id();

    /** When it happened. */
    Moment moment();

    /** The instant at which it happened, as written. */
    default Instant at() {
        return moment().at();
    }

    /** Whether only its date is known: no length of time may then be measured with it. */
    default boolean dayOnly() {
        return moment().dayOnly();
    }

    /** Strictly before the other, as {@link Moment#isBefore} has it. */
    default boolean isBefore(Fact<?> other) {
        return moment().isBefore(other.moment());
    }

    /** The acting rep, or null for nobody. */
    @Nullable
    String rep();

    /**
     * The person, request, opportunity or acting rep that the event names, or null; replaced by its root where merges
     * made several one. Unlike the ids inside {@link #as}, which are as written.
     */
    @Nullable
    String named(IdentityKind kind);

    /** How long a call took, as it says; null if it does not, and of all else. */
    default @Nullable Duration duration() {
        return event() instanceof CallEnded call ? call.duration() : null;
    }

    /** How many it stands for: the count that social activity says, of all else 1. */
    default int count() {
        return event() instanceof SocialActivity activity ? activity.count() : 1;
    }

    /** The amount of an opportunity that opens or moves, or of a payment, as it says; null if it does not, and of all else. */
    default @Nullable BigMoney amount() {
        SalesEvent event = event();
        if (event instanceof OpportunityOpened opened) {
            return opened.amount();
        }
        if (event instanceof OpportunityMoved moved) {
            return moved.amount();
        }
        return event instanceof PaymentReceived payment ? payment.amount() : null;
    }

    /** The message that was sent or received, or in which a link was clicked, as it says; null of all else. */
    default @Nullable String messageId() {
        SalesEvent event = event();
        if (event instanceof MessageSent sent) {
            return sent.messageId();
        }
        if (event instanceof MessageReceived received) {
            return received.messageId();
        }
        return event instanceof LinkClicked click ? click.messageId() : null;
    }

    /** The links of a message that was sent, in its order, unmodifiable; empty if it has none, and of all else. */
    default List<Link> links() {
        return event() instanceof MessageSent sent ? sent.links() : List.of();
    }

    /** The link that was clicked; null of all else. */
    default @Nullable String linkId() {
        return event() instanceof LinkClicked click ? click.linkId() : null;
    }

    /** The call that ended; null of all else. */
    default @Nullable String callId() {
        return event() instanceof CallEnded call ? call.callId() : null;
    }

    /** The call from which an opportunity came, as its opening says; null if it does not, and of all else. */
    default @Nullable String originCallId() {
        return event() instanceof OpportunityOpened opened ? opened.originCallId() : null;
    }

    /**
     * The rep to whom a request or an opportunity belongs from then on, as its receipt, its opening or a change of the owner
     * says, before any merge; null if that says nobody, and of all else.
     */
    default @Nullable String ownerRepId() {
        SalesEvent event = event();
        if (event instanceof RequestReceived received) {
            return received.ownerRepId();
        }
        if (event instanceof OpportunityOpened opened) {
            return opened.ownerRepId();
        }
        return event instanceof OwnerChanged change ? change.toRepId() : null;
    }

    /** The attribute of that name; null if it has none. */
    default @Nullable String attribute(String name) {
        return event().header().attributes().get(name);
    }

    /**
     * The whole event, as it was written. Where events lie in columns it is made anew for that, which the methods above spare;
     * these read there each time anew.
     */
    default SalesEvent event() {
        return as(SalesEvent.class);
    }

    /**
     * The whole event, as it was written, by its type.
     *
     * @throws ClassCastException if it is of another type
     */
    <E extends SalesEvent> E as(Class<E> type);

    /**
     * An event of the same kind: of the type, channel, words and flags of this one, by somebody of the same sort, and with the
     * same components, but of what is in them only {@link Storyline#readsKindOnly the kind} is to be looked at. It is at hand
     * where this event itself lies far away, or in columns and would have to be made anew.
     *
     * @throws ClassCastException if it is of another type
     */
    default <E extends SalesEvent> E like(Class<E> type) {
        return as(type);
    }
}
