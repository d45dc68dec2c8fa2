package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the definitions say of single events, as anybody would write it who computes the seven figures by hand. */
final class CrmRules {
    /** The order within a story. */
    static final Comparator<SalesEvent> IN_ORDER =
            Comparator.comparing(SalesEvent::occurredAt).thenComparing(SalesEvent::id);
    /** The greater of two versions of an event stands. */
    static final Comparator<SalesEvent> BY_RECORD =
            Comparator.comparing(SalesEvent::recordedAt).thenComparing(SalesEvent::occurredAt);

    static final Duration SAME_CONTACT = Duration.ofMinutes(10);
    static final Duration SHORTLY = Duration.ofDays(30);

    private CrmRules() {}

    static LocalDate dateOf(SalesEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }

    static YearMonth monthOf(SalesEvent event) {
        return YearMonth.from(dateOf(event));
    }

    static boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Up to and with the date from which one looks. */
    static long workingDays(YearMonth month, Instant asOf) {
        LocalDate tomorrow = LocalDate.ofInstant(asOf, ZoneOffset.UTC).plusDays(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        return month.atDay(1)
                .datesUntil(end.isBefore(tomorrow) ? end : tomorrow)
                .filter(CrmRules::isWorkingDay)
                .count();
    }

    static Instant monthStart(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isWrongNumber(CallEnded call) {
        return call.outcome() == CallOutcome.FAILED || call.outcome() == CallOutcome.WRONG_NUMBER;
    }

    /** Whether a human reached out so that the customer can notice. */
    static boolean isResponse(SalesEvent event) {
        if (!event.actor().isHuman()) {
            return false;
        }
        if (event instanceof CallEnded call) {
            return call.direction() == CallDirection.INBOUND
                    ? call.outcome().atLeast(CallOutcome.ANSWERED)
                    : !isWrongNumber(call);
        }
        return event instanceof MessageSent sent ? sent.visible() : event instanceof MeetingHeld;
    }

    /** When a response stops the clock: a call at its start. */
    static Instant responseAt(SalesEvent response) {
        return response instanceof CallEnded call && call.duration() != null
                ? call.occurredAt().minus(call.duration())
                : response.occurredAt();
    }

    /** Whether a person is no stranger after it. */
    static boolean isTwoWay(SalesEvent event) {
        if (event instanceof CallEnded call) {
            return call.direction() == CallDirection.INBOUND || call.outcome().atLeast(CallOutcome.ANSWERED);
        }
        return event instanceof RequestReceived
                || event instanceof MeetingHeld
                || (event instanceof MessageReceived received && !received.autoReply());
    }

    /** Whether a call is cold where nobody knows better than the one who made it. */
    static boolean isCold(CallEnded call, boolean stranger) {
        if (!call.actor().isHuman() || call.direction() == CallDirection.INBOUND || isWrongNumber(call)) {
            return false;
        }
        String said = call.header().attributes().get("cold");
        return "true".equals(said) || (stranger && !"false".equals(said));
    }

    static boolean isShortlyBefore(SalesEvent call, SalesEvent opening) {
        return !opening.occurredAt().isBefore(call.occurredAt())
                && Duration.between(call.occurredAt(), opening.occurredAt()).compareTo(SHORTLY) <= 0;
    }

    static boolean isContact(SalesEvent event) {
        if (!event.actor().isHuman()) {
            return false;
        }
        if (event instanceof CallEnded call) {
            return call.direction() == CallDirection.OUTBOUND && !isWrongNumber(call);
        }
        return event instanceof MessageSent sent ? sent.visible() : event instanceof MeetingHeld;
    }

    static boolean isClose(OpportunityMoved.Status status) {
        return status == OpportunityMoved.Status.WON || status == OpportunityMoved.Status.LOST;
    }

    static @Nullable String firstOwner(RequestReceived received) {
        return received.ownerRepId() != null
                ? received.ownerRepId()
                : received.actor().repId();
    }

    static @Nullable String firstOwner(OpportunityOpened opened) {
        return opened.ownerRepId() != null
                ? opened.ownerRepId()
                : opened.actor().repId();
    }

    static boolean isFollowUpMail(MessageSent sent) {
        return sent.actor().isHuman()
                && sent.visible()
                && "email".equals(sent.header().channel())
                && sent.followUp();
    }

    /** Of an id given twice the first link counts. */
    static boolean hasContentLink(MessageSent sent) {
        List<Link> links = sent.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).kind() == Link.Kind.CONTENT && isFirst(links, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirst(List<Link> links, int place) {
        for (int i = 0; i < place; i++) {
            if (links.get(i).linkId().equals(links.get(place).linkId())) {
                return false;
            }
        }
        return true;
    }
}
