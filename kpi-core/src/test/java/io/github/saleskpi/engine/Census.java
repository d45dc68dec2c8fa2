package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts how often each situation occurred that the ledger must get right: a property that never meets one proves little. */
final class Census {
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private @Nullable Viewpoint last;

    Map<String, Integer> times() {
        return times;
    }

    private void note(String situation, boolean occurred) {
        times.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    /** A whole history, in the order of arrival. */
    void history(List<SalesEvent> arrived) {
        last = null;
        Set<String> seen = new HashSet<>();
        Set<String> awaited = new HashSet<>();
        for (int i = 0; i < arrived.size(); i++) {
            SalesEvent event = arrived.get(i);
            note("recorded late", event.recordedAt().isAfter(event.occurredAt()));
            note("recorded before it happened", event.recordedAt().isBefore(event.occurredAt()));
            note(
                    "in several stories of a subject",
                    event instanceof MessageSent sent && sent.assetIds().size() > 1);
            note("retracted before it came", awaited.contains(event.id()) && seen.add(event.id()));
            seen.add(event.id());
            if (event instanceof EventRetracted retraction && !seen.contains(retraction.targetId())) {
                awaited.add(retraction.targetId());
            }
            for (SalesEvent other : arrived.subList(0, i)) {
                pair(other, event);
            }
        }
    }

    private void pair(SalesEvent a, SalesEvent b) {
        if (a.id().equals(b.id())) {
            versions(a, b);
        }
        retraction(a, b);
        retraction(b, a);
        if (a instanceof IdentityMerged one && b instanceof IdentityMerged other && one.kind() == other.kind()) {
            note("merge chain of a " + one.kind(), one.intoId().equals(other.fromId()));
            note(
                    "merges in both orders",
                    one.intoId().equals(other.fromId()) && one.fromId().equals(other.intoId()));
        }
        if (Objects.equals(a.opportunityId(), b.opportunityId()) && a.opportunityId() != null) {
            boolean isMixed = a.header().precision() != b.header().precision();
            note("equal instants in a story", a.occurredAt().equals(b.occurredAt()));
            note("day and instant on one date in a story", isMixed && utcDate(a).equals(utcDate(b)));
        }
    }

    private void versions(SalesEvent a, SalesEvent b) {
        note("came again", a.equals(b));
        note("version of another type", !a.type().equals(b.type()));
        note("version of another request", areTwo(a.requestId(), b.requestId()));
        note("version of another person", areTwo(a.personId(), b.personId()));
        note("version of another opportunity", areTwo(a.opportunityId(), b.opportunityId()));
        boolean atOnce = a.recordedAt().equals(b.recordedAt());
        note("versions recorded at once", atOnce && !a.occurredAt().equals(b.occurredAt()));
        note(
                "versions told apart by their components",
                atOnce && a.occurredAt().equals(b.occurredAt()) && a.type().equals(b.type()) && !a.equals(b));
    }

    private void retraction(SalesEvent a, SalesEvent b) {
        if (a instanceof EventRetracted retraction && retraction.targetId().equals(b.id())) {
            note("retraction of a retraction", b instanceof EventRetracted);
            note("retraction of a merge", b instanceof IdentityMerged);
            note("retraction of any other", !(b instanceof EventRetracted) && !(b instanceof IdentityMerged));
        }
    }

    /** Events before and after a person was forgotten. */
    void forgetting(List<SalesEvent> held, List<SalesEvent> left) {
        note("forgotten person named by an event", !held.equals(left));
        note("merge of a forgotten person", held.size() > left.size());
    }

    /** One report of that history. */
    void look(Viewpoint view, List<SalesEvent> held, ReportingCalendar calendar, String text) {
        Viewpoint before = last;
        last = view;
        if (before != null) {
            int asOf = Integer.signum(view.asOf().compareTo(before.asOf()));
            int knownAt = Integer.signum(view.knownAt().compareTo(before.knownAt()));
            note("asOf moved on", asOf > 0);
            note("asOf moved back", asOf < 0);
            note("knownAt moved on", knownAt > 0);
            note("knownAt moved back", knownAt < 0);
            note("axes moved against each other", asOf * knownAt < 0);
            note("deadline crossed forth", asOf > 0 && isCrossed(held, before.asOf(), view.asOf()));
            note("deadline crossed back", asOf < 0 && isCrossed(held, view.asOf(), before.asOf()));
        }
        note(
                "asOf exactly at a fact",
                held.stream().anyMatch(e -> e.occurredAt().equals(view.asOf())));
        note(
                "knownAt exactly at a record",
                held.stream().anyMatch(e -> e.recordedAt().equals(view.knownAt())));
        LocalDate today = calendar.dateOf(view.asOf());
        note("date of a fact seen is yet to begin", held.stream().anyMatch(e -> isAhead(e, view.asOf(), today)));
        read(text);
    }

    private void read(String text) {
        for (String reason : List.of("NO_DATA", "CENSORED", "MISSING_RATE", "NOT_APPLICABLE", "FAILED")) {
            note(reason, text.contains(" = " + reason));
        }
        note("failing story", text.contains("four facts of"));
        note("failing role", text.contains("thirteen minutes in"));
        note("failing figure", text.contains("two too many of"));
        note("cell complete", text.lines().anyMatch(line -> line.contains(" = ") && !line.contains("(incomplete)")));
        note("cell incomplete", text.contains("(incomplete)"));
        note("left out", text.contains("\nleft out"));
        note("row of nobody", text.contains("rep:- "));
        note("nothing in force", text.contains("history starts null"));
    }

    private static boolean isCrossed(List<SalesEvent> held, Instant low, Instant high) {
        return held.stream()
                .filter(RequestReceived.class::isInstance)
                .map(event -> event.occurredAt().plus(Duration.ofHours(30)))
                .anyMatch(due -> due.isAfter(low) && !due.isAfter(high));
    }

    private static boolean isAhead(SalesEvent event, Instant asOf, LocalDate today) {
        return event.header().precision() == Header.Precision.DAY
                && !event.occurredAt().isAfter(asOf)
                && utcDate(event).isAfter(today);
    }

    private static LocalDate utcDate(SalesEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }

    private static boolean areTwo(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }
}
