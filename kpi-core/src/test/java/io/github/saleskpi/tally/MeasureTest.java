package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Viewpoint ANY = Lengths.ANY;

    @Test
    void aMeasureIsEqualToNothingButItself() {
        Measure<Long, Long> calls = Measure.count("calls");
        assertThat(calls).isNotEqualTo(Measure.count("calls"));
        assertThat(calls.name()).isEqualTo("calls");
        assertThat(calls).hasToString("calls");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> Measure.sum(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of a measure ( ): must not be blank. Maybe a constant was not set.");
    }

    @Test
    void anEmptyTallyReadsAsNothing() {
        assertThat(Measure.count("n").newTally().read(ANY)).isZero();
        assertThat(Measure.sum("s").newTally().read(ANY)).isEqualTo(BigDecimal.ZERO);
        assertThat(Measure.money("m").newTally().read(ANY).facts()).isZero();
        assertThat(Measure.distribution("l").newTally().read(ANY).size()).isZero();
        assertThat(Measure.distinct("d").newTally().read(ANY)).isEmpty();
        assertThat(Measure.days("d").newTally().read(ANY).size()).isZero();
    }

    @Test
    void aTallyOfOnesOwnIsMadeAfreshEachTime() {
        Measure<Long, Long> own = Measure.of("own", CountTally::new);
        Tally<Long, Long> first = own.newTally();
        first.add(1L, 1);
        assertThat(own.newTally().read(ANY)).isZero();
    }

    @Test
    void aCountTooLargeForALongIsAnErrorAndNotAWrongNumber() {
        Tally<Long, Long> count = Measure.count("n").newTally();
        count.add(Long.MAX_VALUE, 1);
        count.add(1L, 1);
        assertThatThrownBy(() -> count.read(ANY)).isInstanceOf(ArithmeticException.class);
        count.add(2L, Long.MAX_VALUE);
        count.add(Long.MIN_VALUE, -1);
        assertThatThrownBy(() -> count.read(ANY)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCountThatWasTooLargeIsExactOnceWhatWasTooMuchIsTakenBack() {
        Tally<Long, Long> count = Measure.count("n").newTally();
        count.add(Long.MAX_VALUE, 2);
        count.add(7L, 1);
        Tally<Long, Long> part = Measure.count("n").newTally();
        part.add(Long.MAX_VALUE, -2);
        part.add(Long.MIN_VALUE, -1);
        part.add(Long.MIN_VALUE, 1);
        count.merge(part);
        assertThat(count.read(ANY)).isEqualTo(7);
    }

    @Test
    void distinctNamesAreSortedByCodeUnitAndCannotBeChanged() {
        Tally<String, SortedSet<String>> names = Measure.distinct("d").newTally();
        names.add("i", 1);
        names.add("I", 1);
        names.add("\u0131", 1);
        names.add("i", 1);
        SortedSet<String> read = names.read(ANY);
        assertThat(read).containsExactly("I", "i", "\u0131");
        assertThatThrownBy(() -> read.add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.remove("i")).isInstanceOf(UnsupportedOperationException.class);
        names.add("A", 1);
        assertThat(read).hasSize(3);
    }

    @Test
    void distinctNamesAreASortedSetLikeAnyOther() {
        Tally<String, SortedSet<String>> names = Measure.distinct("d").newTally();
        List.of("c", "a", "e", "b", "d", "a").forEach(name -> names.add(name, 1));
        names.add("f", 0);
        names.add("c", -1);
        SortedSet<String> read = names.read(ANY);
        assertThat(read).isEqualTo(new TreeSet<>(List.of("a", "b", "d", "e")));
        assertThat(new TreeSet<>(List.of("a", "b", "d", "e"))).isEqualTo(read).hasSameHashCodeAs(read);
        assertThat(read).isNotEqualTo(Set.of("a", "b", "d", "x"));
        assertThat(read.comparator()).isNull();
        assertThat(read.first()).isEqualTo("a");
        assertThat(read.last()).isEqualTo("e");
        assertThat(read.headSet("d")).containsExactly("a", "b");
        assertThat(read.tailSet("b")).containsExactly("b", "d", "e");
        assertThat(read.subSet("b", "e")).containsExactly("b", "d");
        assertThatThrownBy(() -> read.tailSet("b").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(read.contains("d")).isTrue();
        assertThat(read.contains("c")).isFalse();
        assertThat(((Set<?>) read).contains(4)).isFalse();
    }

    @Test
    void aNameGoesWhenItsLastAdditionIsTakenBack() {
        Tally<String, SortedSet<String>> names = Measure.distinct("d").newTally();
        names.add("a", 2);
        names.add("a", -1);
        assertThat(names.read(ANY)).containsExactly("a");
        names.add("a", -1);
        assertThat(names.read(ANY)).isEmpty();
    }

    @Test
    void nobodyIsARepOfItsOwnAndComesFirst() {
        Tally<RepDay, RepDays> tally = Measure.days("d").newTally();
        LocalDate monday = LocalDate.of(2026, 3, 30);
        tally.add(new RepDay("r2", monday), 1);
        tally.add(new RepDay(null, monday.plusDays(1)), 1);
        tally.add(new RepDay(null, monday), 3);
        tally.add(new RepDay("r1", monday), 1);
        RepDays days = tally.read(ANY);
        assertThat(days.size()).isEqualTo(4);
        assertThat(days.reps()).containsExactly(null, "r1", "r2");
        assertThat(days.of(null)).containsExactly(monday, monday.plusDays(1));
        assertThat(days.of("r3")).isEmpty();
        assertThatThrownBy(() -> days.of("r1").add(monday)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> days.reps().add("r4")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void daysOfTheSameRepsAndDatesAreEqual() {
        RepDays days = days(new RepDay("r1", LocalDate.EPOCH), new RepDay(null, LocalDate.EPOCH));
        RepDays others = days(new RepDay(null, LocalDate.EPOCH), new RepDay("r1", LocalDate.EPOCH));
        assertThat(days)
                .isEqualTo(others)
                .hasSameHashCodeAs(others)
                .isNotEqualTo(days(new RepDay("r1", LocalDate.EPOCH)))
                .isNotEqualTo(days(new RepDay("r1", LocalDate.EPOCH), new RepDay(null, LocalDate.MAX)))
                .hasToString("{null=[1970-01-01], r1=[1970-01-01]}");
    }

    @Test
    void anAmountTakenBackBeforeItIsAddedWaitsForItAndCannotBeRead() {
        Tally<Observation, Distribution> lengths = Measure.distribution("l").newTally();
        lengths.add(Observation.ended(Duration.ofSeconds(5)), -1);
        assertThatThrownBy(() -> lengths.read(ANY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("amount (5000000000 ns): was taken back more often than added."
                        + " Maybe a part with its additions is still to be merged.");
        lengths.add(Observation.ended(Duration.ofSeconds(5)), 1);
        assertThat(lengths.read(ANY).size()).isZero();

        Tally<String, SortedSet<String>> names = Measure.distinct("d").newTally();
        names.add("a", -1);
        assertThatThrownBy(() -> names.read(ANY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("amount (a): was taken back");
        names.add("a", 2);
        assertThat(names.read(ANY)).containsExactly("a");
    }

    @Test
    void aTallyOfAnotherKindOrItselfIsNotMerged() {
        Tally<Long, Long> count = Measure.count("n").newTally();
        Tally<Long, Long> foreign = new Tally<>() {
            @Override
            public void add(Long amount, long times) {}

            @Override
            public void merge(Tally<Long, Long> other) {}

            @Override
            public Long read(Viewpoint view) {
                return 0L;
            }
        };
        assertThatThrownBy(() -> count.merge(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "must be another one of the same measure. Maybe two measures or cells were mixed up.");
        assertThatThrownBy(() -> count.merge(count)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunningLengthGrowsWithTheViewpoint() {
        Tally<Observation, Distribution> lengths = Measure.distribution("l").newTally();
        Instant since = Instant.parse("2026-03-28T23:30:00.000000001Z");
        lengths.add(Observation.running(since), 1);
        assertThat(lengths.read(Viewpoint.asOf(since.plusNanos(7)))).isEqualTo(Lengths.of("0.000000007+"));
        assertThat(lengths.read(Viewpoint.asOf(since.plusSeconds(60)))).isEqualTo(Lengths.of("60+"));
        assertThat(lengths.read(Viewpoint.asOf(since.minusSeconds(60)))).isEqualTo(Lengths.of("0+"));
    }

    @Test
    void aNegativeLengthIsRefused() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        for (ThrowingCallable negative : List.<ThrowingCallable>of(
                () -> Observation.ended(noon, noon.minusNanos(1)),
                () -> Observation.cutOff(noon, noon.minusNanos(1)))) {
            assertThatThrownBy(negative)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("length (PT-0.000000001S): must not be negative. Maybe its two instants are swapped.");
        }
    }

    @Test
    void theYears1970To2200CanBeMeasured() {
        Tally<Observation, Distribution> lengths = Measure.distribution("l").newTally();
        Instant first = Instant.parse("1970-01-01T00:00:00Z");
        Instant last = Instant.parse("2200-12-31T23:59:59.999999999Z");
        lengths.add(Observation.running(first), 1);
        lengths.add(Observation.ended(first, last), 1);
        assertThat(lengths.read(Viewpoint.asOf(last)).greatest())
                .isEqualTo(
                        Lengths.of("7289654399.999999999 7289654399.999999999+").greatest());
    }

    @Test
    void timesThatCannotBeMeasuredAreRefused() {
        Tally<Observation, Distribution> lengths = Measure.distribution("l").newTally();
        assertThatThrownBy(() -> lengths.add(Observation.running(Instant.MIN), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("instant (-1000000000-01-01T00:00:00Z): must be of the years 1678 to 2261");
        assertThatThrownBy(() -> lengths.add(Observation.ended(Duration.ofDays(200_000)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("length (PT4800000H): must be shorter than 292 years.");
        assertThatThrownBy(() -> Viewpoint.asOf(Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asOf (" + Instant.MAX
                        + "): must lie in the years 1678 to 2261. Maybe take the newest instant of the events.");
    }

    private static RepDays days(RepDay... some) {
        Tally<RepDay, RepDays> tally = Measure.days("d").newTally();
        for (RepDay day : some) {
            tally.add(day, 1);
        }
        return tally.read(ANY);
    }
}
