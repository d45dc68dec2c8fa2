package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tallies of somebody's own. */
class OwnTalliesTest {
    /** The greatest length, kept with how often each was added, so that it can be taken back. */
    private static final class Longest implements Tally<Long, Long> {
        private final TreeMap<Long, Long> times = new TreeMap<>();

        @Override
        public void add(Long amount, long more) {
            if (amount > 86_400) {
                throw new IllegalArgumentException("longer than a day");
            }
            times.merge(amount, more, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
        }

        @Override
        public void merge(Tally<Long, Long> other) {
            ((Longest) other).times.forEach(this::add);
        }

        @Override
        public Long read(Viewpoint view) {
            return times.isEmpty() ? 0L : times.lastKey();
        }
    }

    private static final Measure<Long, Long> LONGEST = Measure.of("longest", Longest::new);
    private static final Measure<Long, Long> LASTING = Measure.count("lasting");

    private record LongestCall() implements Indicator, Storyline<LongestCall.Role> {
        enum Role {
            CALL
        }

        @Override
        public IndicatorId id() {
            return IndicatorId.of("longest-call", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure(
                            "longest",
                            Unit.DURATION,
                            Direction.NEUTRAL,
                            "",
                            t -> KpiValue.of(BigDecimal.valueOf(t.of(LONGEST)), 1)),
                    new Figure("lasting", Unit.COUNT, Direction.NEUTRAL, "", t -> KpiValue.count(t.of(LASTING))));
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof CallEnded call && call.duration() != null ? Role.CALL : null;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            story.facts()
                    .forEach(call -> out.credit(call.rep(), call)
                            .count(LASTING)
                            .add(LONGEST, call.as(CallEnded.class).duration().toSeconds()));
        }
    }

    @Test
    void aTallyOfOnesOwnThatThrowsLeavesNothingOfTheStoryBehind() {
        Indicator longest = new LongestCall();
        History history = new History(
                "03-02 09:00 r1 calls p1 lasting=PT5M",
                "03-02 09:10 r1 calls p2 lasting=PT6M",
                "03-02 10:00 r1 calls p2 lasting=PT25H id=long");
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(longest)
                        .build())
                .newLedger();
        history.events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-04 12:00"));
        assertThat(ledger.report(view)
                        .value(longest, "lasting", Scope.company(), Period.all())
                        .toString())
                .contains("FAILED");
        ledger.add(EventRetracted.of(Header.of("back", History.instant("03-03 09:00")), "long"));
        assertThat(ledger.report(view).value(longest, "lasting", Scope.company(), Period.all()))
                .isEqualTo(KpiValue.count(2));
        assertThat(ledger.report(view).value(longest, Scope.company(), Period.all()))
                .isEqualTo(KpiValue.of(BigDecimal.valueOf(360), 1));
    }

    @Test
    void aTallyOfOnesOwnIsMergedTakenBackAndExplained() {
        Indicator longest = new LongestCall();
        History history = new History(
                "03-02 09:00 r1 calls p1 lasting=PT5M",
                "03-02 10:00 r1 calls p1 lasting=PT9M id=nine",
                "03-02 11:00 r2 calls p2 lasting=PT7M");
        assertThat(history.says(longest)).isEqualTo("540");
        assertThat(history.byRep(longest, "longest")).isEqualTo(Map.of("r1", "540", "r2", "420"));
        assertThat(history.and("03-03 09:00 - retracts nine").says(longest)).isEqualTo("420");
        KpiLedger one = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(longest)
                        .build())
                .newLedger();
        KpiLedger other = one.merge(one); // the same ledger
        history.events().forEach(other::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-02 12:00")).withKnownAt(History.instant("03-02 12:00"));
        Explanation explanation = one.explain(longest, Scope.company(), Period.all(), view);
        assertThat(explanation.value().value()).isEqualTo(KpiValue.of(BigDecimal.valueOf(540), 1));
        assertThat(explanation.stories()).hasSize(2);
        Map<String, String> amounts = new HashMap<>();
        explanation
                .stories()
                .forEach(story -> story.counted()
                        .forEach(counted -> amounts.put(
                                counted.fact().id(), counted.amounts().get(1).text())));
        assertThat(amounts).isEqualTo(Map.of("e01", "300 longest", "nine", "540 longest", "e03", "420 longest"));
    }

    /** Reads as a list with null in it, which is nobody's business but its own. */
    private static final class Nulls implements Tally<Long, List<@Nullable Long>> {
        private long sum;

        @Override
        public void add(Long amount, long times) {
            sum += amount * times;
        }

        @Override
        public void merge(Tally<Long, List<@Nullable Long>> other) {
            sum += ((Nulls) other).sum;
        }

        @Override
        public List<@Nullable Long> read(Viewpoint view) {
            return Arrays.asList(null, sum);
        }
    }

    private static final Measure<Long, List<@Nullable Long>> NULLS = Measure.of("nulls", Nulls::new);

    @Test
    void aTotalOfOnesOwnWithNullInItIsReadAgainWhenItChanged() {
        Indicator nulls = new Counting(
                "nulls",
                Subject.ALONE,
                CallEnded.class::isInstance,
                NULLS,
                totals -> KpiValue.count(
                        Objects.requireNonNull(totals.company().of(NULLS).get(1))));
        History history = new History("03-02 09:00 r1 calls p1", "03-02 10:00 r2 calls p2", "03-02 11:00 r1 calls p1");
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .groupBy(Dimension.REP)
                        .indicators(nulls)
                        .build())
                .newLedger();
        Viewpoint view = Viewpoint.asOf(History.instant("03-04 12:00"));
        int added = 0;
        for (SalesEvent event : history.events()) {
            ledger.add(event);
            assertThat(ledger.report(view).value(nulls, Scope.rep("r1"), Period.all()))
                    .isEqualTo(KpiValue.count(++added));
        }
    }
}
