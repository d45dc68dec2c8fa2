package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.testkit.TallyLaws.Law;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TallyLawsTest {
    private static final Viewpoint ANY = Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"));
    private static final List<Long> AMOUNTS = List.of(3L, 1L, 1L, 2L, 0L, 7L, 7L, 5L, -2L, 4L);
    private static final Pattern FEWEST = Pattern.compile("with the amounts \\[(.*)\\] \\(of 10, seed 20260301\\)");

    /** A sum with a fault that each subclass plants. */
    private static class Sum implements Tally<Long, Long> {
        long sum;

        @Override
        public void add(Long amount, long times) {
            sum += amount * times;
        }

        @Override
        public void merge(Tally<Long, Long> other) {
            sum += ((Sum) other).sum;
        }

        @Override
        public Long read(Viewpoint view) {
            return sum;
        }
    }

    @Test
    void theTalliesOfMeasuresKeepAllLaws() {
        Instant since = Instant.parse("2026-03-01T00:00:00Z");
        TallyLaws.of(Measure.count("n")).check(AMOUNTS);
        TallyLaws.of(Measure.sum("s")).check(List.of(BigDecimal.ONE, new BigDecimal("1.0"), new BigDecimal("-2.5")));
        TallyLaws.of(Measure.money("m"))
                .check(List.of(BigMoney.of(CurrencyUnit.EUR, 1), BigMoney.of(CurrencyUnit.USD, 2)));
        TallyLaws.of(Measure.distinct("d")).check(List.of("a", "b", "b", "c"));
        TallyLaws.of(Measure.days("d"))
                .check(List.of(new RepDay("r1", LocalDate.EPOCH), new RepDay(null, LocalDate.EPOCH)));
        TallyLaws.of(Measure.distribution("l"))
                .seed(7)
                .seenFrom(Viewpoint.asOf(since.plusSeconds(5)), Viewpoint.asOf(since))
                .check(List.of(
                        Observation.ended(Duration.ofHours(1)),
                        Observation.running(since),
                        new Observation.CutOff(Duration.ofHours(2))));
    }

    @Test
    void noAmountsAreLawfulToo() {
        TallyLaws.of(Measure.count("n")).check(List.of());
    }

    @Test
    void theLastAmountDependsOnTheOrder() {
        Supplier<Tally<Long, Long>> last = () -> new Sum() {
            @Override
            public void add(Long amount, long times) {
                sum = amount;
            }
        };
        assertBroken(last, Law.ADDING_ORDER, 2);
    }

    @Test
    void amountsAddedOnceInsteadOfManyTimesAreFound() {
        assertBroken(
                () -> new Sum() {
                    @Override
                    public void add(Long amount, long times) {
                        sum += Long.signum(times) * amount;
                    }
                },
                Law.TIMES,
                1);
    }

    @Test
    void aSubtractionThatDoesNotUndoIsFound() {
        Supplier<Tally<Long, Long>> greatest = () -> new Sum() {
            @Override
            public void add(Long amount, long times) {
                sum = times > 0 ? Math.max(sum, amount) : sum;
            }
        };
        assertBroken(greatest, Law.UNDO, 1);
    }

    @Test
    void aMergeThatForgetsIsFound() {
        Supplier<Tally<Long, Long>> forgetful = () -> new Sum() {
            @Override
            public void merge(Tally<Long, Long> other) {
                sum = Math.max(sum, ((Sum) other).sum);
            }
        };
        assertBroken(forgetful, Law.MERGING_IS_ADDING, 1);
    }

    @Test
    void aMergeThatIsNotAssociativeIsFound() {
        Supplier<Tally<Long, Long>> halving = () -> new Sum() {
            @Override
            public void merge(Tally<Long, Long> other) {
                sum = (sum + ((Sum) other).sum) / 2;
            }
        };
        assertBroken(halving, Law.ASSOCIATIVE, 1);
        assertThat(brokenLaws(halving)).doesNotContain(Law.COMMUTATIVE);
    }

    @Test
    void aMergeThatIsNotCommutativeIsFound() {
        Supplier<Tally<Long, Long>> mine = () -> new Sum() {
            @Override
            public void merge(Tally<Long, Long> other) {
                sum = sum == 0 ? ((Sum) other).sum : sum;
            }
        };
        assertBroken(mine, Law.COMMUTATIVE, 2);
        assertThat(brokenLaws(mine)).doesNotContain(Law.ASSOCIATIVE, Law.NEUTRAL);
    }

    @Test
    void aFreshTallyThatIsNotNeutralIsFound() {
        assertBroken(
                () -> new Sum() {
                    @Override
                    public void merge(Tally<Long, Long> other) {
                        sum += ((Sum) other).sum + 1;
                    }
                },
                Law.NEUTRAL,
                0);
    }

    @Test
    void aMergeThatEmptiesTheOtherIsFound() {
        assertBroken(
                () -> new Sum() {
                    @Override
                    public void merge(Tally<Long, Long> other) {
                        super.merge(other);
                        ((Sum) other).sum = 0;
                    }
                },
                Law.OTHER_STAYS,
                1);
    }

    @Test
    void aReadingThatCountsIsFound() {
        assertBroken(
                () -> new Sum() {
                    @Override
                    public Long read(Viewpoint view) {
                        return sum++;
                    }
                },
                Law.READING,
                0);
    }

    @Test
    void aReadingThatIsNoSnapshotIsFound() {
        Supplier<Tally<Long, List<Long>>> live = () -> new Tally<>() {
            private final List<Long> all = new ArrayList<>();

            @Override
            public void add(Long amount, long times) {
                for (long i = 0; i < Math.abs(times); i++) {
                    if (times > 0) {
                        all.add(amount);
                    } else {
                        all.remove(amount);
                    }
                }
                all.sort(null);
            }

            @Override
            public void merge(Tally<Long, List<Long>> other) {
                List.copyOf(other.read(ANY)).forEach(amount -> add(amount, 1));
            }

            @Override
            public List<Long> read(Viewpoint view) {
                return all;
            }
        };
        assertThatThrownBy(() -> TallyLaws.of(live).check(AMOUNTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("tally breaks SNAPSHOT: a reading is not changed by later additions");
        assertThat(brokenLaws(live)).containsExactly(Law.SNAPSHOT);
    }

    @Test
    void whatIsThrownIsABrokenLaw() {
        assertThatThrownBy(() -> TallyLaws.of(Measure.<Long, Long>of("picky", () -> new Sum() {
                            @Override
                            public void add(Long amount, long times) {
                                if (amount < 0) {
                                    throw new IllegalArgumentException("negative");
                                }
                                super.add(amount, times);
                            }
                        }))
                        .check(AMOUNTS))
                .hasMessage("""
                        picky breaks ADDING_ORDER: the order of additions changes no reading
                          with the amounts [-2] (of 10, seed 20260301)
                          throws java.lang.IllegalArgumentException: negative""");
    }

    @Test
    void theMessageNamesLawAmountsAndReadings() {
        assertThatThrownBy(() -> TallyLaws.of(Measure.<Long, Long>of("last", () -> new Sum() {
                            @Override
                            public void add(Long amount, long times) {
                                sum = amount;
                            }
                        }))
                        .check(AMOUNTS))
                .hasMessage("""
                        last breaks ADDING_ORDER: the order of additions changes no reading
                          with the amounts [-2, 4] (of 10, seed 20260301)
                          in this order: 4
                          in reverse: -2""");
    }

    private static <S> Set<Law> brokenLaws(Supplier<Tally<Long, S>> fresh) {
        Set<Law> broken = EnumSet.noneOf(Law.class);
        for (Law law : Law.values()) {
            if (catchThrowable(() -> TallyLaws.of(fresh).check(law, AMOUNTS)) != null) {
                broken.add(law);
            }
        }
        return broken;
    }

    /** The law is broken, and the example has so many amounts. */
    private static void assertBroken(Supplier<Tally<Long, Long>> fresh, Law law, int fewest) {
        Throwable thrown = catchThrowable(() -> TallyLaws.of(fresh).check(law, AMOUNTS));
        assertThat(thrown).isInstanceOf(AssertionError.class).hasMessageStartingWith("tally breaks " + law);
        Matcher amounts = FEWEST.matcher(thrown.getMessage());
        assertThat(amounts.find()).as(thrown.getMessage()).isTrue();
        List<String> named = amounts.group(1).isEmpty()
                ? List.of()
                : Arrays.asList(amounts.group(1).split(", ", -1));
        assertThat(named).as(thrown.getMessage()).hasSize(fewest);
    }
}
