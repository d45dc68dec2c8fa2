package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.testkit.IndicatorContract.Law;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class CallingsTest {
    /** Asks for all that an indicator must not ask for. */
    @SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"}) // that is the point
    private static final class Curious {
        List<Object> ask() {
            List<Object> answers = new ArrayList<>();
            answers.add(Clock.systemUTC());
            answers.add(Instant.now());
            answers.add(LocalDate.now());
            answers.add(ZoneId.systemDefault());
            answers.add(TimeZone.getDefault());
            answers.add(Locale.getDefault());
            answers.add(System.currentTimeMillis());
            answers.add(System.nanoTime());
            answers.add(new Date());
            answers.add(Calendar.getInstance());
            answers.add(Math.random());
            answers.add(new Random());
            answers.add(new SplittableRandom());
            answers.add(ThreadLocalRandom.current());
            answers.add(UUID.randomUUID());
            answers.add(new Date(0));
            answers.add(new Random(0));
            answers.add(Clock.fixed(Instant.EPOCH, ZoneId.of("UTC")));
            return answers;
        }
    }

    @Test
    void everythingThatAnIndicatorMustNotAskForIsFound() {
        assertThat(new Curious().ask()).hasSize(18);
        String who = Curious.class.getName() + " calls ";
        assertThat(Callings.of(List.of(Curious.class)))
                .containsExactly(
                        who + "java.lang.Math.random",
                        who + "java.lang.System.currentTimeMillis",
                        who + "java.lang.System.nanoTime",
                        who + "java.time.Clock.systemUTC",
                        who + "java.time.Instant.now",
                        who + "java.time.LocalDate.now",
                        who + "java.time.ZoneId.systemDefault",
                        who + "java.util.Calendar.getInstance",
                        who + "java.util.Date.<init>",
                        who + "java.util.Locale.getDefault",
                        who + "java.util.Random.<init>",
                        who + "java.util.SplittableRandom.<init>",
                        who + "java.util.TimeZone.getDefault",
                        who + "java.util.UUID.randomUUID",
                        who + "java.util.concurrent.ThreadLocalRandom.current");
    }

    /** Is in a class that reads the clock, and does not. */
    private static final class InnocentCalls extends Calls {}

    @Test
    void theClassAroundAnIndicatorMayReadTheClock() {
        assertThat(Instant.now()).isAfter(Instant.EPOCH);
        IndicatorContract.of(InnocentCalls::new).check(Law.CLOCK);
        assertThat(Callings.of(List.of(CallingsTest.class))).isNotEmpty();
    }

    @Test
    void aClassWithoutAFileIsPassedOver() {
        Runnable made = () -> {};
        assertThat(Callings.of(List.of(made.getClass(), int[].class))).isEmpty();
    }
}
