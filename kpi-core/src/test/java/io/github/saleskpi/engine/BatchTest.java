package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch tells what a ledger does, also where fingerprints do not tell ids and keys apart. */
class BatchTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Viewpoint FROM = Viewpoint.asOf(Instant.parse("2026-05-01T00:00:00Z"));
    private static final KpiEngine ENGINE =
            KpiEngine.of(KpiQuery.builder().groupBy(Dimension.REP).build());
    private static final List<IdentityKind> KINDS =
            List.of(IdentityKind.PERSON, IdentityKind.REQUEST, IdentityKind.OPPORTUNITY);
    static final long PRINT = 0x0123456789ABCDEFL;

    @Test
    void idsAndKeysOfOneFingerprintStayApart() {
        IntFunction<String> name = number -> Forged.text(number, PRINT);
        assertThat(Fingerprint.of(name.apply(1))).isEqualTo(Fingerprint.of(name.apply(2)));
        assertAlike(history(40, name));
    }

    @Test
    void manyIdsThatAimAtOnePlaceAreNotMixedUpNorSlow() {
        // the fingerprints differ, but in bits by which no place is chosen
        assertAlike(history(3_000, number -> Forged.text(number, (PRINT & ~0xFFFFL) | number)));
        assertAlike(history(3_000, number -> Forged.text(number, (PRINT & 0xFFFFFFFFFFFFL) | ((number & 3L) << 60))));
    }

    @Test
    void manyKeysThatAimAtOnePlaceAreNotMixedUpNorSlow() {
        assertAlike(history(3_000, number -> Forged.key(number, PRINT)));
        assertAlike(history(300, number -> Forged.key(number, PRINT)));
    }

    @Test
    void keysAreTheSameExactlyIfTheirTextsAre() {
        List<String> names = List.of(
                "k",
                "kk",
                "k\u0000",
                "12345678",
                "1234567",
                "1234567812345678",
                "12345678123456781234567",
                "12345678123456781234568",
                "123456781234567812345678",
                "123456781234567812345679",
                "caf\u00e9",
                "caf\u0435",
                "\u0435",
                "\u0001");
        assertAlike(history(400, number -> names.get(number % names.size()) + (number < 10_000 ? "" : number)));
    }

    @Test
    void keysOfWhichMergesSpeakAreOneStory() {
        List<SalesEvent> events = history(60, number -> "k" + number);
        for (int i = 0; i < 20; i++) {
            events.add(new IdentityMerged(header("merge" + i, i), KINDS.get(i % 3), "k" + i, "k" + (i + 7)));
        }
        assertAlike(events);
    }

    @Test
    void aMergeOfAKeyThatLooksLikeNoneLeavesEventsAloneWhereTheyAre() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(CallEnded.of(header("e" + i, i), "c" + i, CallDirection.OUTBOUND));
        }
        String none = Forged.key(1, PackedKey.print(0, 0, 0));
        events.add(new IdentityMerged(header("merge", 7), IdentityKind.PERSON, none, "x"));
        assertAlike(events);
    }

    @Test
    void manyLongKeysOfOneEventAreNotSlow() {
        List<String> assets = IntStream.range(0, 30_000)
                .mapToObj(i -> "a key of far more than 23 characters " + i)
                .toList();
        SalesEvent sent = MessageSent.of(header("e", 1), "m").withAssetIds(assets);
        KpiReport report = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> report(List.of(sent)));
        assertThat(report.value(Indicators.MATERIAL_USE, "uses", Scope.rep("r1"), Period.month(2026, 3)))
                .isEqualTo(KpiValue.count(30_000));
    }

    @Test
    void keysThatDifferBehindSixteenCharactersStayApartInOnePlace() {
        List<String> keys = new ArrayList<>();
        long place = PackedKey.printOf("1234567812345678a");
        for (int i = 0; keys.size() < 3; i++) {
            String key = "1234567812345678" + i;
            long print = PackedKey.printOf(key);
            if (Door.bucketOf(print) == Door.bucketOf(place) && ((print ^ place) >>> 16 & 63) == 0) {
                keys.add(key);
            }
        }
        assertAlike(history(9, number -> number < 10_000 ? keys.get(number % 3) : "e" + number));
    }

    @Test
    void nanosecondsDecideWhatWasBefore() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = START.plusNanos(i % 2 == 0 ? 1 : 2);
            events.add(MeetingHeld.of(Header.of("m" + i, at).withRep("r1"), "m" + i, MeetingHeld.Kind.MEETING)
                    .withPersonId("p" + i));
            Instant then = START.plusNanos(i % 4 < 2 ? 0 : 3);
            events.add(CallEnded.of(Header.of("c" + i, then).withRep("r1"), "c" + i, CallDirection.OUTBOUND)
                    .withPersonId("p" + i));
        }
        assertAlike(events);
        assertThat(report(events)
                        .value(Indicators.CONTACT_QUALITY, "cold-calls", Scope.rep("r1"), Period.month(2026, 3)))
                .isEqualTo(KpiValue.count(20));
    }

    @Test
    void thousandsOfRepsStayApart() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            Header header = Header.of("e" + i, START).withRep("rep " + i);
            events.add(SocialActivity.of(header, "linkedin", SocialActivity.Kind.POST));
        }
        for (int i = 0; i < 6_000; i++) {
            Header header = Header.of("f" + i, START.plusSeconds(1)).withRep("rep " + i % 4_100);
            events.add(SocialActivity.of(header, "linkedin", SocialActivity.Kind.POST));
        }
        assertAlike(events);
    }

    @Test
    void moreShapesThanThereAreNumbersForAreAskedOfEachEvent() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 72_000; i++) {
            events.add(CustomEvent.of(header("n" + i, 0), "name " + i));
        }
        for (int i = 0; i < 500; i++) {
            events.add(CallEnded.of(header("c" + i, i), "c" + i, CallDirection.OUTBOUND)
                    .withPersonId("p" + i)
                    .withOutcome(
                            i % 3 == 0
                                    ? CallOutcome.REACHED
                                    : i % 3 == 1 ? CallOutcome.NO_ANSWER : CallOutcome.FAILED));
        }
        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(Indicators.CONTACT_QUALITY).build());
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        String expected = ledger.report(FROM).toString();
        assertThat(inParts(engine, events)).hasToString(expected);
        assertThat(events.stream().collect(engine.collector(FROM))).hasToString(expected);
    }

    @Test
    void anEventThatNamesLongAndShortKeysIsInTheStoryOfEachOnce() {
        List<String> assets = IntStream.range(0, 1_000)
                .mapToObj(i -> i % 2 == 0 ? "a" + i : "a key of far more than 23 characters " + i)
                .toList();
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(MessageSent.of(header("e" + i, i), "m" + i).withAssetIds(assets));
        }
        assertAlike(events);
        assertThat(report(events).value(Indicators.MATERIAL_USE, "uses", Scope.company(), Period.month(2026, 3)))
                .isEqualTo(KpiValue.count(3_000));
    }

    static List<SalesEvent> history(int number, IntFunction<String> name) {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String key = name.apply(i / 3);
            Header header = header(name.apply(i + 10_000), i);
            SalesEvent event = switch (i % 3) {
                case 0 -> RequestReceived.of(header, key).withPersonId(key);
                case 1 ->
                    CallEnded.of(header, key, CallDirection.OUTBOUND)
                            .withPersonId(key)
                            .withRequestId(key)
                            .withOpportunityId(key);
                default -> AssetUsed.of(header, key, AssetUsed.Use.SENT);
            };
            events.add(event);
            if (i % 7 == 0) {
                events.add(event);
            } else if (i % 11 == 0) {
                events.add(CallEnded.of(
                        header.withRecordedAt(header.recordedAt().plusSeconds(i)), key, CallDirection.INBOUND));
            } else if (i % 13 == 0) {
                events.add(EventRetracted.of(header("back" + i, i), name.apply(i + 10_000)));
            }
        }
        return events;
    }

    static Header header(String id, int number) {
        return Header.of(id, START.plusSeconds(number * 977L)).withRep("r" + number % 5);
    }

    private static void assertAlike(List<SalesEvent> events) {
        KpiLedger ledger = ENGINE.newLedger();
        events.forEach(ledger::add);
        String expected = ledger.report(FROM).toString();
        assertThat(report(events)).hasToString(expected);
        List<SalesEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Chance(events.size()).random());
        assertThat(report(shuffled)).hasToString(expected);
        assertThat(inParts(ENGINE, shuffled)).hasToString(expected);
        EventColumns columns = EventColumns.builder().addAll(shuffled).build();
        assertThat(ENGINE.report(columns, FROM)).hasToString(expected);
        assertThat(new Batch(ENGINE.query(), new Storylines(ENGINE.query()), FROM)
                        .addAll(columns, 3)
                        .report())
                .hasToString(expected);
    }

    static KpiReport inParts(KpiEngine engine, List<SalesEvent> events) {
        Storylines storylines = new Storylines(engine.query());
        List<Batch> parts = IntStream.range(0, 5)
                .mapToObj(part -> new Batch(engine.query(), storylines, FROM))
                .toList();
        for (int i = 0; i < events.size(); i++) {
            parts.get(i % 4).add(events.get(i));
        }
        return parts.get(4)
                .merge(parts.get(0))
                .merge(parts.get(1).merge(parts.get(2)))
                .merge(parts.get(3))
                .report();
    }

    private static KpiReport report(List<SalesEvent> events) {
        return events.stream().collect(ENGINE.collector(FROM));
    }
}
