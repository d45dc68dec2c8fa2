package io.github.saleskpi.testkit;

import static io.github.saleskpi.testkit.PlantedFaultsTest.assertCaught;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.testkit.IndicatorContract.Law;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Tallies with a fault of their own, in an indicator. */
class PlantedTallyFaultsTest {
    /** Adds the minutes of calls to a tally of its own. */
    private static final class OwnTally extends Calls {
        private final Measure<Long, Long> minutes;

        OwnTally(Supplier<Tally<Long, Long>> fresh) {
            this.minutes = Measure.of("minutes", fresh);
        }

        @Override
        void tell(Fact<Role> call, Contributions out) {
            Duration length = call.as(CallEnded.class).duration();
            out.credit(call.rep(), call).add(minutes, length == null ? 1L : 1 + length.toMinutes());
        }

        @Override
        public List<Figure> figures() {
            ToLongFunction<Totals> reading = t -> t.of(minutes);
            return List.of(
                    figure("minutes", Unit.NUMBER, t -> KpiValue.of(BigDecimal.valueOf(reading.applyAsLong(t)), 1)));
        }
    }

    private static class SumTally implements Tally<Long, Long> {
        long sum;

        @Override
        public void add(Long amount, long times) {
            sum += amount * times;
        }

        @Override
        public void merge(Tally<Long, Long> other) {
            sum += ((SumTally) other).sum;
        }

        @Override
        public Long read(Viewpoint view) {
            return sum;
        }
    }

    /** Keeps the last amount. */
    private static final class LastTally extends SumTally {
        @Override
        public void add(Long amount, long times) {
            sum = amount;
        }
    }

    /** Keeps the greatest part when it is merged. */
    private static final class GreatestPart extends SumTally {
        @Override
        public void merge(Tally<Long, Long> other) {
            sum = Math.max(sum, ((SumTally) other).sum);
        }
    }

    /** Weighs the halves of a merge alike. */
    private static final class Halving extends SumTally {
        @Override
        public void merge(Tally<Long, Long> other) {
            sum = (sum + ((SumTally) other).sum) / 2;
        }
    }

    /** Does not take back. */
    private static final class OnlyForth extends SumTally {
        @Override
        public void add(Long amount, long times) {
            sum += amount * Math.max(0, times);
        }
    }

    @Test
    void aTallyThatDependsOnOrderIsCaught() {
        assertCaught(() -> new OwnTally(LastTally::new), Law.ORDER, 2);
    }

    @Test
    void anIndicatorThatBreaksUnderSplittingIsCaught() {
        assertCaught(() -> new OwnTally(GreatestPart::new), Law.SPLITTING, 2);
        assertCaught(() -> new OwnTally(GreatestPart::new), Law.TALLIES, 2);
    }

    @Test
    void aMergeThatIsNotAssociativeIsCaught() {
        assertThat(assertCaught(() -> new OwnTally(Halving::new), Law.TALLIES, 1))
                .hasMessageContaining("minutes breaks ");
        assertThat(assertCaught(() -> new OwnTally(Halving::new), Law.ORACLE, 1))
                .hasMessageContaining("reference: ");
    }

    @Test
    void aSubtractionThatDoesNotUndoAdditionIsCaught() {
        assertThat(assertCaught(() -> new OwnTally(OnlyForth::new), Law.TALLIES, 1))
                .hasMessageContaining("minutes breaks UNDO: add(a, -1) undoes add(a, 1)");
        assertThat(assertCaught(() -> new OwnTally(OnlyForth::new), Law.RETRACTION, 2))
                .hasMessageContaining("retracted: ");
    }
}
