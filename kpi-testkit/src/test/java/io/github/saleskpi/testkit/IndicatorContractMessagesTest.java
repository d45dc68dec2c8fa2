package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.testkit.IndicatorContract.Law;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class IndicatorContractMessagesTest {
    /** Takes it for granted that calls have a length. */
    private static class Lengths extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            Objects.requireNonNull(call.as(CallEnded.class).duration(), "no length");
            super.tell(call, out);
        }
    }

    /** Makes no sense without a working calendar. */
    private static final class WorkedCalls extends Calls {
        @Override
        public void tell(Story<Role> story, Contributions out) {
            if (story.workingCalendar().isEmpty()) {
                throw new IllegalStateException("no hours");
            }
            super.tell(story, out);
        }
    }

    @Test
    void aBrokenLawIsNamedWithWhatDiffersAMinimalExampleAndTheSeed() {
        assertThatThrownBy(() -> IndicatorContract.of(Lengths::new).seed(2).check())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        calls-made@1 breaks EXCEPTION: nothing throws
                          event:e13: java.lang.NullPointerException: no length
                        Minimal example:
                          e13 callEnded at 2026-04-01T00:00:00Z by r0 {callId=k4, channel=phone, direction=inbound, outcome=failed}
                          reported every month in UTC
                          seen from 2026-04-05T12:00:00Z
                        Found with seed 2 in history 7, of 7 events.""");
    }

    @Test
    void theSameSeedFindsTheSameExample() {
        for (long seed : new long[] {1, 99}) {
            IndicatorContract contract = IndicatorContract.of(Lengths::new).seed(seed);
            Throwable thrown = catchThrowable(contract::check);
            assertThat(catchThrowable(contract::check)).hasMessage(thrown.getMessage());
        }
    }

    @Test
    void whatEachQueryMustHaveIsKeptInTheMinimalExampleToo() {
        IndicatorContract worked = IndicatorContract.of(WorkedCalls::new);
        assertThatThrownBy(worked::check).hasMessageContaining("no hours");
        WorkingCalendar hours = WorkingCalendar.mondayToFriday(ZoneOffset.UTC);
        assertThatCode(() -> worked.query(query -> query.workingCalendar(hours)).check())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> IndicatorContract.of(Lengths::new)
                        .query(query -> query.workingCalendar(hours))
                        .check())
                .hasMessageContaining("reported every month in UTC, with a working calendar");
    }

    @Test
    void anInstanceThatIsTheOnlyOneCanBeCheckedToo() {
        IndicatorContract.of(Indicators.WIN_RATE).tries(5).check();
    }

    @Test
    void moreTriesFindWhatFewerDoNot() {
        IndicatorContract contract = IndicatorContract.of(() -> new Lengths() {
            @Override
            void tell(Fact<Role> call, Contributions out) {
                if ("k4".equals(call.as(CallEnded.class).personId())) {
                    super.tell(call, out);
                } else {
                    out.credit(call.rep(), call).count(CALLS);
                }
            }
        });
        assertThatCode(() -> contract.tries(2).check(Law.EXCEPTION)).doesNotThrowAnyException();
        assertThatThrownBy(() -> contract.check(Law.EXCEPTION)).hasMessageContaining("personId=k4");
        assertThatThrownBy(() -> contract.tries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tries (0): must be at least 1. Maybe 40.");
    }

    @Test
    void theJUnitClassHasATestForEachLaw() {
        List<String> names =
                new CallsContractTest().keeps().map(DynamicTest::getDisplayName).toList();
        assertThat(names)
                .containsExactlyElementsOf(
                        Arrays.stream(Law.values()).map(Law::toString).toList())
                .contains("ORDER: the order in which events come changes nothing");
    }
}
