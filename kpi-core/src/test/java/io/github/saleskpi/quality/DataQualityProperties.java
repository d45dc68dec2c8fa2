package io.github.saleskpi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.Selection;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Over random histories, each of a seed of its own. */
class DataQualityProperties {
    private static final int TRIES = 400;
    private static final int ALL_EXAMPLES = 10_000;

    private static final Viewpoint LATER = Viewpoint.asOf(Instant.parse("2026-03-10T00:00:00Z"));

    /** They need more calls or closes than these dense histories have; one counts lines, which are not drawn. */
    private static final Set<String> TOO_RARE =
            Set.of("same-duration", "closes-at-month-end", "activities-at-month-end", "rejected-line");

    private static KpiLedger ledger(KpiQuery query, List<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    private static KpiQuery query(Chance chance) {
        return KpiQuery.builder()
                .zone(ZoneId.of(chance.of("UTC", "Pacific/Apia", "Europe/Sofia")))
                .every(Granularity.ALL)
                .organization(Organization.builder()
                        .team("north", null)
                        .member("r0", "north", LocalDate.parse("2010-01-01"), null)
                        .member("r99", "north", LocalDate.parse("2010-01-01"), null)
                        .build())
                .build();
    }

    @Test
    void examplesAreInForceCountsAreWithinWhatWasLookedAtAndTheOrderOfReadingIsOfNoConcern() {
        Map<String, Integer> census = new TreeMap<>();
        for (long seed = 0; seed < TRIES; seed++) {
            Chance chance = new Chance(seed + 9_000_000);
            DenseHistory history = new DenseHistory(seed);
            List<SalesEvent> events = history.next(20 + chance.below(120));
            KpiQuery query = query(chance);
            DataQuality quality = examine(events, query, view(seed, chance, history, query), chance);
            quality.symptoms().forEach(symptom -> census.merge(symptom.check(), 1, Integer::sum));
            DataQuality ofTalks = examine(talks(chance), query, LATER, chance);
            ofTalks.symptoms().forEach(symptom -> census.merge(symptom.check(), 1, Integer::sum));
        }
        System.out.println("Census of the symptoms: " + census);
        for (Sign sign : Sign.values()) {
            if (!TOO_RARE.contains(sign.id())) {
                assertThat(census).as(sign.id()).containsKey(sign.id());
            }
        }
    }

    private static DataQuality examine(List<SalesEvent> events, KpiQuery query, Viewpoint view, Chance chance) {
        DataQuality quality = DataQuality.of(ledger(query, events), query, view, events.size(), 0, ALL_EXAMPLES);
        List<SalesEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, chance.random());
        DataQuality again = DataQuality.of(ledger(query, shuffled), query, view, events.size(), 0, ALL_EXAMPLES);
        assertThat(again.symptoms()).isEqualTo(quality.symptoms());
        assertThat(again.healthy()).isEqualTo(quality.healthy());

        Selection selection = Selection.of(events, view);
        assertThat(quality.inForce()).isEqualTo(selection.facts().size());
        Set<String> seen = ids(selection, events, view);
        for (Symptom symptom : quality.symptoms()) {
            assertThat(seen).as(symptom.check()).containsAll(symptom.examples());
            assertThat(symptom.examples()).isSorted().doesNotHaveDuplicates();
            assertThat(symptom.count())
                    .as(symptom.check())
                    .isBetween(Math.max(1, (long) symptom.examples().size()), symptom.lookedAt());
            assertThat(symptom.effect()).endsWith(".");
        }
        assertThat(quality.healthy().size() + quality.symptoms().size()).isEqualTo(Sign.values().length);
        return quality;
    }

    /** Often from after all of it, since else little is seen. */
    private static Viewpoint view(long seed, Chance chance, DenseHistory history, KpiQuery query) {
        return chance.percent(50)
                ? Viewpoint.asOf(history.start().plus(Duration.ofDays(100)))
                : new Viewpoints(seed, history.start(), query.calendar()).next(history.drawn());
    }

    /** The events in force, and the retractions and merges that hold. */
    private static Set<String> ids(Selection selection, List<SalesEvent> events, Viewpoint view) {
        Set<String> ids = new HashSet<>();
        selection.facts().forEach(event -> ids.add(event.id()));
        for (SalesEvent event : events) {
            boolean corrects = event instanceof EventRetracted || event instanceof IdentityMerged;
            if (corrects && !event.recordedAt().isAfter(view.knownAt())) {
                ids.add(event.id());
            }
        }
        return ids;
    }

    @Test
    void whatIsSaidOfIndicatorsIsWhatTheyReport() {
        long responses = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            Chance chance = new Chance(seed + 9_000_000);
            DenseHistory history = new DenseHistory(seed);
            List<SalesEvent> events = history.next(20 + chance.below(120));
            KpiQuery query = query(chance).toBuilder()
                    .indicators(Indicators.named("response-time"), Indicators.named("email-links"))
                    .build();
            Viewpoint view = view(seed, chance, history, query);
            KpiLedger ledger = ledger(query, events);
            DataQuality quality = DataQuality.of(ledger, query, view);
            KpiReport report = ledger.report(view);
            long left = leftOut(report, "response-time@1", "no-request");
            responses += left;
            Symptom unreceived = find(quality, "request-without-receipt");
            if (unreceived.count() > 0) {
                assertThat(unreceived.effect())
                        .as("seed %s", seed)
                        .contains("leaves " + Hits.many(left, "response") + " out as no-request");
            } else {
                assertThat(left).as("seed %s", seed).isZero();
            }
            assertThat(find(quality, "click-without-link").count())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(leftOut(report, "email-links@1", "orphan-click"));
        }
        assertThat(responses).isGreaterThan(100);
    }

    private static Symptom find(DataQuality quality, String check) {
        List<Symptom> all = new ArrayList<>(quality.symptoms());
        all.addAll(quality.healthy());
        return all.stream()
                .filter(symptom -> symptom.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static long leftOut(KpiReport report, String indicator, String rule) {
        return report.leftOut()
                .getOrDefault(indicator, Collections.emptySortedMap())
                .getOrDefault(rule, 0L);
    }

    @Test
    void asManyRequestsAreAnsweredAsWasForetoldOnceTheContactsNameThem() {
        KpiQuery query = KpiQuery.builder()
                .every(Granularity.ALL)
                .indicators(Indicators.named("response-time"))
                .build();
        long foretold = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            List<SalesEvent> events = talks(new Chance(seed));
            DataQuality quality = DataQuality.of(ledger(query, events), query, LATER, events.size(), 0, ALL_EXAMPLES);
            Symptom unlinked = find(quality, "unlinked-contact");
            List<SalesEvent> linked = events.stream()
                    .map(event -> unlinked.examples().contains(event.id()) ? linked(event) : event)
                    .toList();
            long gained = unanswered(query, events) - unanswered(query, linked);
            foretold += gained;
            if (unlinked.count() > 0) {
                assertThat(unlinked.effect())
                        .as("seed %s", seed)
                        .contains("count " + Hits.many(gained, "more request") + " as answered");
            } else {
                assertThat(gained).isZero();
            }
            assertThat(find(DataQuality.of(ledger(query, linked), query, LATER), "unlinked-contact")
                            .count())
                    .as("seed %s: nothing is left to link", seed)
                    .isZero();
        }
        assertThat(foretold).isGreaterThan(TRIES);
    }

    /** Each of five people asks once; what is said to them names the request or not. */
    private static List<SalesEvent> talks(Chance chance) {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String person = "p" + (i < 5 ? i : chance.below(5));
            String request = chance.percent(30) ? "q" + person : null;
            Header header = Header.of(
                            "e" + i,
                            ReportingCalendar.utc()
                                    .startOf(LocalDate.parse("2026-03-02"))
                                    .plus(Duration.ofMinutes(chance.below(600))))
                    .withRep("r1");
            if (i < 5) {
                events.add(RequestReceived.of(header, "q" + person).withPersonId(person));
            } else if (chance.percent(10)) {
                events.add(new RequestClosed(header, "q" + person, RequestClosed.Reason.WITHDRAWN));
            } else if (chance.percent(50)) {
                events.add(MessageSent.of(header, "m" + i)
                        .withPersonId(person)
                        .withRequestId(request)
                        .withVisible(chance.percent(80)));
            } else {
                events.add(CallEnded.of(header, "c" + i, chance.of(CallDirection.values()))
                        .withPersonId(person)
                        .withRequestId(request)
                        .withOutcome(chance.of(CallOutcome.values()))
                        .withDuration(Duration.ofMinutes(chance.below(30))));
            }
        }
        return events;
    }

    private static SalesEvent linked(SalesEvent contact) {
        String request = "q" + contact.personId();
        return contact instanceof CallEnded call
                ? call.withRequestId(request)
                : ((MessageSent) contact).withRequestId(request);
    }

    private static long unanswered(KpiQuery query, List<SalesEvent> events) {
        KpiValue value = ledger(query, events)
                .report(LATER)
                .value(Indicators.named("response-time"), "unanswered", Scope.company(), Period.all());
        return ((KpiValue.Defined) value).amount().longValueExact();
    }
}
