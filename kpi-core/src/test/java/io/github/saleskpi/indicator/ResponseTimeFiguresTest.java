package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskpi.History;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the response time, over waits in seconds; {@code 10+} is one that was censored at 10. */
class ResponseTimeFiguresTest {
    private static History waits(String... waits) {
        History history = new History();
        int number = 0;
        for (String wait : waits) {
            String request = "q" + ++number;
            String end = History.instant("03-02 09:00")
                    .plusSeconds(Long.parseLong(wait.replace("+", "")))
                    .toString();
            history.and(
                    "03-02 09:00 - asks " + request,
                    wait.endsWith("+") ? end + " - closes " + request + " WITHDRAWN" : end + " r1 writes " + request);
        }
        return history;
    }

    @ParameterizedTest(name = "the median of {0} is {1}")
    @CsvSource({
        "10, 10",
        "10 20, 15",
        "10 20 60, 20",
        "10 10 10 60, 10",
        "10 20+ 30, 30",
        "10 40+, 25",
        "10 10+, 10",
        "10+ 20, 20",
        "10+ 20 30, 25",
        "10 20 30+ 40+, 30",
        "10 20 30+ 40 50+, 40",
    })
    void theMedianIsThatOfKaplanAndMeier(String waits, String median) {
        assertThat(waits(waits.split(" ", -1)).says(RESPONSE_TIME)).isEqualTo(median);
    }

    @ParameterizedTest(name = "the median of {0} is at least {1}")
    @CsvSource({"10+, 10", "10 20+ 30+, 30", "20+ 10 30+ 25+, 30"})
    void aMedianNeverReachedIsCensoredAtTheGreatestWait(String waits, String bound) {
        History history = waits(waits.split(" ", -1));
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("CENSORED >= " + bound);
        assertThat(history.value(RESPONSE_TIME).sample()).isEqualTo(waits.split(" ", -1).length);
    }

    @Test
    void ninetyPerCentAreAnsweredByP90() {
        assertThat(waits("1", "2", "3", "4", "5", "6", "7", "8", "9", "10").says(RESPONSE_TIME, "p90"))
                .isEqualTo("9.5");
        assertThat(waits("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
                        .says(RESPONSE_TIME, "p90"))
                .isEqualTo("10");
        assertThat(waits("1", "2", "3+").says(RESPONSE_TIME, "p90")).isEqualTo("CENSORED >= 3");
    }

    @Test
    void aQuantileHasTheLimitsThatSurvfitGives() {
        // R: survfit(Surv(1:10) ~ 1, conf.type = "log-log"): median 5.5, 0.95LCL 1 or 2, from the curves below
        Bounds bounds = bounds(waits("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), "median");
        assertThat(bounds.low()).isEqualByComparingTo(firstAtMostHalf(1));
        assertThat(bounds.high()).isEqualByComparingTo(firstAtMostHalf(-1));
    }

    /** The least of 1..10 at which a limit of S falls to a half; side 1 is the lower limit of S. */
    private static BigDecimal firstAtMostHalf(int side) {
        double greenwood = 0;
        for (int t = 1; t < 10; t++) {
            int atRisk = 11 - t;
            greenwood += 1.0 / (atRisk * (atRisk - 1.0));
            double s = (atRisk - 1) / 10.0;
            double error = Math.sqrt(greenwood) / Math.abs(Math.log(s));
            double limit = Math.pow(s, Math.exp(side * Bounds.Z * error));
            if (limit <= 0.5) {
                return BigDecimal.valueOf(t);
            }
        }
        throw new AssertionError("never");
    }

    @Test
    void aLimitNeverReachedIsAbsent() {
        Bounds bounds = bounds(waits("1", "2", "3+"), RESPONSE_TIME.primary().name());
        assertThat(bounds.low()).isEqualTo(BigDecimal.ONE);
        assertThat(bounds.high()).isNull();
    }

    private static Bounds bounds(History history, String figure) {
        String name = figure.equals("median") ? RESPONSE_TIME.primary().name() : figure;
        return ((KpiValue.Defined) history.value(RESPONSE_TIME, name)).bounds();
    }

    @Test
    void theSampleOfQuantilesAndOfTheMeanIncludesTheCensored() {
        History history = waits("10", "20", "30", "25+");
        assertThat(history.value(RESPONSE_TIME).sample()).isEqualTo(4);
        assertThat(history.value(RESPONSE_TIME, "p90").sample()).isEqualTo(4);
        assertThat(history.value(RESPONSE_TIME, "mean").sample()).isEqualTo(4);
    }

    @Test
    void theMeanIsThatOfTheAnswered() {
        assertThat(waits("10", "20", "60", "25+").says(RESPONSE_TIME, "mean")).isEqualTo("30");
        assertThat(waits("25+").says(RESPONSE_TIME, "mean")).isEqualTo("NO_DATA");
        assertThat(waits("1", "1", "0").says(RESPONSE_TIME, "mean")).startsWith("0.66666666666666666666");
    }

    @ParameterizedTest(name = "within an hour of {0} are {1}")
    @CsvSource({
        "3600, 1/1",
        "3601, 0/1",
        "3600 3601 7200+, 1/3",
        "10 3600+, 1/1",
        "10 3601+, 1/2",
        "10 5+, 1/1",
        "3599+, NO_DATA",
        "0, 1/1",
    })
    void withinAnHourIsOfThoseWhoseHourIsKnown(String waits, String share) {
        assertThat(waits(waits.split(" ", -1)).says(RESPONSE_TIME, "within-1h")).isEqualTo(share);
    }

    @ParameterizedTest(name = "within five minutes of {0} are {1}")
    @CsvSource({"300, 1/1", "301, 0/1", "10 300+, 1/1", "10 301+, 1/2", "300 300 3600 400+, 2/4"})
    void withinFiveMinutesIsOfThoseWhoseFiveMinutesAreKnown(String waits, String share) {
        assertThat(waits(waits.split(" ", -1)).says(RESPONSE_TIME, "within-5m")).isEqualTo(share);
    }

    @Test
    void aNanosecondOverTheHourIsNotWithinIt() {
        assertThat(new History("03-02 09:00 - asks q1", "03-02 10:00:00.000000001 r1 writes q1")
                        .says(RESPONSE_TIME, "within-1h"))
                .isEqualTo("0/1");
        assertThat(new History("03-02 09:00 - asks q1")
                        .asOf("03-02 10:00:00.000000001")
                        .says(RESPONSE_TIME, "within-1h"))
                .isEqualTo("0/1");
    }

    @Test
    void theSharesHaveAnIntervalAndTheDenominatorAsSample() {
        KpiValue.Defined value = (KpiValue.Defined) waits("10", "3601").value(RESPONSE_TIME, "within-1h");
        assertThat(value.sample()).isEqualTo(2);
        assertThat(value.bounds().low()).isCloseTo(new BigDecimal("0.0945"), within(new BigDecimal("0.0001")));
        assertThat(value.bounds().high()).isCloseTo(new BigDecimal("0.9055"), within(new BigDecimal("0.0001")));
    }

    @Test
    void unansweredAndRequestsAreCounts() {
        History history = waits("10", "20", "25+");
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("1");
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("3");
        assertThat(history.value(RESPONSE_TIME, "requests").sample()).isEqualTo(3);
    }

    @Test
    void nothingAskedIsNoDataAndZeroCounts() {
        History history = new History("03-02 09:00 r1 wins o1");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("NO_DATA");
        assertThat(history.says(RESPONSE_TIME, "p90")).isEqualTo("NO_DATA");
        assertThat(history.says(RESPONSE_TIME, "mean")).isEqualTo("NO_DATA");
        assertThat(history.says(RESPONSE_TIME, "within-1h")).isEqualTo("NO_DATA");
        assertThat(history.says(RESPONSE_TIME, "within-5m")).isEqualTo("NO_DATA");
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("0");
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("0");
    }

    // Censoring

    @Test
    void anUnansweredRequestIsCensoredAtTheMomentOfLooking() {
        History history = new History("03-02 09:00 - asks q1", "03-02 10:00 r1 writes q1");
        assertThat(history.asOf("03-02 09:10").says(RESPONSE_TIME)).isEqualTo("CENSORED >= 600");
        assertThat(history.asOf("03-02 09:59:59").says(RESPONSE_TIME)).isEqualTo("CENSORED >= 3599");
        assertThat(history.asOf("03-02 10:00").says(RESPONSE_TIME)).isEqualTo("3600");
    }

    @Test
    void aRequestOfThisInstantIsCensoredAtZero() {
        assertThat(new History("03-02 09:00 - asks q1").asOf("03-02 09:00").says(RESPONSE_TIME))
                .isEqualTo("CENSORED >= 0");
    }

    @Test
    void aWithdrawnRequestIsCensoredAtItsWithdrawal() {
        assertThat(waits("10+").says(RESPONSE_TIME)).isEqualTo("CENSORED >= 10");
        assertThat(waits("10+").asOf("03-02 09:00:09").says(RESPONSE_TIME)).isEqualTo("CENSORED >= 9");
        assertThat(waits("0+").says(RESPONSE_TIME)).isEqualTo("CENSORED >= 0");
    }

    @Test
    void theFirstClosingAtOrAfterTheRequestCounts() {
        String asked = "03-02 09:00 - asks q1";
        String before = "03-02 08:59 - closes q1 NO_ANSWER_NEEDED";
        String withdrawn = "03-02 09:01 - closes q1 WITHDRAWN";
        String noneNeeded = "03-02 09:02 - closes q1 NO_ANSWER_NEEDED";
        assertThat(new History(asked, before, withdrawn, noneNeeded).says(RESPONSE_TIME))
                .isEqualTo("CENSORED >= 60");
        assertThat(new History(asked, noneNeeded, "03-02 09:03 - closes q1 WITHDRAWN").leftOut(RESPONSE_TIME))
                .isEqualTo(Map.of("no-answer-needed", 1L));
        assertThat(new History(asked, before).asOf("03-02 09:10").says(RESPONSE_TIME))
                .isEqualTo("CENSORED >= 600");
    }

    @Test
    void aWithdrawalKnownOnlyByItsDateLeavesTheRequestOut() {
        History history = new History("03-02 09:00 - asks q1", "03-03 - closes q1 WITHDRAWN");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 1L));
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("0");
    }

    @Test
    void aWithdrawalKnownOnlyByTheDateOfTheRequestIsNotBeforeIt() {
        assertThat(new History("03-02 15:00 - asks q1", "03-02 - closes q1 WITHDRAWN").leftOut(RESPONSE_TIME))
                .isEqualTo(Map.of("day-precision", 1L));
    }

    @Test
    void aWithdrawalKnownOnlyByItsDateDoesNotMatterOnceTheRequestIsAnswered() {
        History history =
                new History("03-02 09:00 - asks q1", "03-03 - closes q1 WITHDRAWN", "03-04 09:00 r1 writes q1");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("172800");
    }
}
