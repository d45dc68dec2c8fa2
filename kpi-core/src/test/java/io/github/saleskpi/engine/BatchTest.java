package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A batch tells what a ledger does, also where fingerprints do not tell ids and keys apart. */
class BatchTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Viewpoint FROM = Viewpoint.asOf(Instant.parse("2026-05-01T00:00:00Z"));
    private static final KpiEngine ENGINE =
            KpiEngine.of(KpiQuery.builder().groupBy(Dimension.REP).build());
    private static final List<IdentityKind> KINDS =
            List.of(IdentityKind.PERSON, IdentityKind.REQUEST, IdentityKind.OPPORTUNITY);
    private static final long PRINT = 0x0123456789ABCDEFL;

    @Test
    void idsAndKeysOfOneFingerprintStayApart() {
        IntFunction<String> name = number -> Forged.text(number, PRINT);
        assertThat(Fingerprint.of(name.apply(1))).isEqualTo(Fingerprint.of(name.apply(2)));
        assertAlike(history(40, name));
    }

    /** Counts the facts of stories of what attributes name. */
    private static final class Topics implements Storyline<Topics.Role> {
        private enum Role {
            FACT
        }

        private static final Measure<Long, Long> FACTS = Measure.count("facts");
        private static final Subject TOPIC = Subject.of(
                "topic", event -> List.copyOf(event.header().attributes().values()));

        @Override
        public Subject subject() {
            return TOPIC;
        }

        @Override
        public Role role(SalesEvent event) {
            return Role.FACT;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            story.facts().forEach(fact -> out.credit(fact.rep(), fact).count(FACTS));
        }
    }

    @Test
    void anEventThatNamesKeysOfOneFingerprintIsInTheStoryOfEachOnce() {
        Topics topics = new Topics();
        Indicator indicator = indicator("topics", topics, totals -> KpiValue.count(totals.of(Topics.FACTS)));
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Header header = header("e" + i, i)
                    .withAttribute("first", Forged.text(i % 5, PRINT))
                    .withAttribute("second", Forged.text((i + 1) % 5, PRINT))
                    .withAttribute("third", Forged.text(i % 5, PRINT));
            events.add(CallEnded.of(header, "c" + i, CallDirection.INBOUND));
        }
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(indicator).build());
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(List.of(events.stream().collect(engine.collector(FROM)), engine.report(columns, FROM)))
                .extracting(report -> report.value(indicator, Scope.company(), Period.month(2026, 3)))
                .containsOnly(KpiValue.count(40));
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

    /** An event of somebody's own that is not what its header says, and has no person to tell. */
    private record Odd(Header header, Instant occurredAt, Instant recordedAt, Actor actor) implements CustomSalesEvent {
        @Override
        public String type() {
            return "odd";
        }

        @Override
        public String personId() {
            throw new IllegalStateException("nobody");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    @Test
    void anEventOfOnesOwnIsAskedItselfAndAloneWhereItFails() {
        Storyline<Topics.Role> all = new Storyline<>() {
            @Override
            public Subject subject() {
                return Subject.PERSON;
            }

            @Override
            public Topics.@Nullable Role role(SalesEvent event) {
                return event instanceof Odd ? Topics.Role.FACT : null;
            }

            @Override
            public void tell(Story<Topics.Role> story, Contributions out) {
                story.facts().forEach(fact -> out.credit(fact.rep(), fact).count(Topics.FACTS));
            }
        };
        Indicator odd = indicator("odd", all, totals -> KpiValue.count(totals.of(Topics.FACTS)));
        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(odd).groupBy(Dimension.REP).build());
        Instant april = Instant.parse("2026-04-05T10:00:00Z");
        List<SalesEvent> events = List.of(
                new Odd(header("e1", 1), april, april, Actor.rep("other")),
                new Odd(header("e2", 2), Instant.parse("2026-06-01T00:00:00Z"), april, Actor.rep("other")));
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        KpiReport report = events.stream().collect(engine.collector(FROM));
        assertThat(report).hasToString(ledger.report(FROM).toString());
        assertThat(report.value(odd, Scope.rep("other"), Period.month(2026, 4))).isEqualTo(KpiValue.count(1));
        assertThat(report.failures()).isEmpty();
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

    /** Counts the events whose ids end with a digit that can be divided, and does not say that it reads the kind only. */
    private record Every(int nth) implements Storyline<Topics.Role> {
        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public Topics.@Nullable Role role(SalesEvent event) {
            int digit = event.id().charAt(event.id().length() - 1) - '0';
            return digit % nth == 0 ? Topics.Role.FACT : null;
        }

        @Override
        public void tell(Story<Topics.Role> story, Contributions out) {
            story.facts().forEach(fact -> out.credit(fact.rep(), fact).count(Topics.FACTS));
        }
    }

    @Test
    void aRoleThatReadsMoreThanTheKindIsAskedOfEachEvent() {
        List<Indicator> several = IntStream.range(2, 8)
                .mapToObj(nth ->
                        indicator("every" + nth, new Every(nth), totals -> KpiValue.count(totals.of(Topics.FACTS))))
                .toList();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(several).build());
        List<SalesEvent> events = IntStream.range(0, 10)
                .mapToObj(i -> (SalesEvent) CallEnded.of(header("e" + i, i), "c", CallDirection.OUTBOUND)
                        .withPersonId("p" + i % 2))
                .toList();
        KpiReport ofColumns =
                engine.report(EventColumns.builder().addAll(events).build(), FROM);
        KpiReport ofObjects = events.stream().collect(engine.collector(FROM));
        List<Integer> numbers = List.of(5, 4, 3, 2, 2, 2);
        for (int i = 0; i < numbers.size(); i++) {
            Indicator every = several.get(i);
            assertThat(List.of(ofColumns, ofObjects))
                    .extracting(report -> report.value(every, Scope.company(), Period.month(2026, 3)))
                    .containsOnly(KpiValue.count(numbers.get(i)));
        }
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

    private static Indicator indicator(String name, Storyline<?> storyline, Function<Totals, KpiValue> reading) {
        Figure figure = new Figure(name, Unit.COUNT, Direction.NEUTRAL, "", reading);
        return new Indicator() {
            @Override
            public IndicatorId id() {
                return IndicatorId.of(name, 1);
            }

            @Override
            public List<Storyline<?>> storylines() {
                return List.of(storyline);
            }

            @Override
            public List<Figure> figures() {
                return List.of(figure);
            }
        };
    }

    /** Adds up, and cannot be merged. */
    private static final class Lone implements Tally<Long, Long> {
        private long sum;

        @Override
        public void add(Long amount, long times) {
            sum += amount * times;
        }

        @Override
        public void merge(Tally<Long, Long> other) {
            throw new IllegalStateException("alone");
        }

        @Override
        public Long read(Viewpoint view) {
            return sum;
        }
    }

    @Test
    void aTallyThatCannotBeMergedSpoilsNothingButWhatMustBeMerged() {
        Measure<Long, Long> lone = Measure.of("lone", Lone::new);
        Storyline<Topics.Role> calls = new Storyline<>() {
            @Override
            public Subject subject() {
                return Subject.ALONE;
            }

            @Override
            public Topics.@Nullable Role role(SalesEvent event) {
                return event instanceof CallEnded ? Topics.Role.FACT : null;
            }

            @Override
            public void tell(Story<Topics.Role> story, Contributions out) {
                story.facts().forEach(fact -> out.credit(fact.rep(), fact).add(lone, 1L));
            }
        };
        Indicator own = indicator("lone", calls, totals -> KpiValue.count(totals.of(lone)));
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(own, Indicators.RESPONSE_TIME)
                .groupBy(Dimension.REP)
                .build());
        List<SalesEvent> events = history(3_000, number -> "k" + number);
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        assertThat(inParts(engine, events)).hasToString(ledger.report(FROM).toString());
    }

    private static List<SalesEvent> history(int number, IntFunction<String> name) {
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

    private static Header header(String id, int number) {
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

    private static KpiReport inParts(KpiEngine engine, List<SalesEvent> events) {
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
