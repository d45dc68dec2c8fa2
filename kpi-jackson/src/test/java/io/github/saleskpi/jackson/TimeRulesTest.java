package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallEnded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRulesTest {
    private static String at(String occurredAt) {
        return "{\"type\":\"assetPublished\",\"id\":\"e\",\"assetId\":\"a\",\"occurredAt\":" + occurredAt + "}";
    }

    private static String rejectAt(String occurredAt) {
        return rejectOf(at("\"" + occurredAt + "\""))
                .replace("line 1, byte 61: occurredAt (\"" + occurredAt + "\"): ", "");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z,2026-03-01T10:00:00Z",
        "2026-03-01T10:00Z,2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.5Z,2026-03-01T10:00:00.500Z",
        "2026-03-01T10:00:00.123456789Z,2026-03-01T10:00:00.123456789Z",
        "2026-03-01T10:00:00+05:30,2026-03-01T04:30:00Z",
        "2026-03-01T10:00+0530,2026-03-01T04:30:00Z",
        "2026-03-01T10:00:00-03,2026-03-01T13:00:00Z",
        "2026-03-01T10:00:00+18:00,2026-02-28T16:00:00Z",
        "2024-02-29T00:00:00Z,2024-02-29T00:00:00Z",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "2200-12-31T23:59:59.999999999Z,2200-12-31T23:59:59.999999999Z",
        "2201-01-01T00:59:59+01:00,2200-12-31T23:59:59Z"
    })
    void anInstantHasAnOffsetOrZ(String written, Instant meant) {
        assertThat(eventOf(at("\"" + written + "\"")).occurredAt()).isEqualTo(meant);
    }

    @Test
    void aLeapSecondIsRejected() {
        assertThat(rejectAt("2026-06-30T23:59:60Z"))
                .isEqualTo("must not be a leap second. Maybe write it as second 59.");
    }

    @Test
    void moreThanNineDigitsOfASecondAreRejected() {
        assertThat(rejectAt("2026-03-01T10:00:00.1234567890Z"))
                .isEqualTo("must have at most 9 digits after the second. Maybe round it to nanoseconds.");
    }

    @Test
    void anInstantWithoutOffsetIsRejected() {
        String rule = "must have an offset or Z. Maybe it is local time; add the offset of its zone.";
        assertThat(rejectAt("2026-03-01T10:00:00")).isEqualTo(rule);
        assertThat(rejectAt("2026-03-01T10:00")).isEqualTo(rule);
        assertThat(rejectAt("2026-03-01T10:00:00.5")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30T10:00:00Z", "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-04-31T10:00Z"})
    void aDateOutsideTheCalendarIsRejected(String written) {
        assertThat(rejectAt(written)).isEqualTo("must be a date of the calendar. Maybe day and month are swapped.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01 10:00:00Z",
                "2026-03-01t10:00:00z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:60:00Z",
                "2026-03-01T10:00:61Z",
                "2026-03-01T10Z",
                "2026-03-01T10:00:00.Z",
                "2026-03-01T10:00:00,5Z",
                "2026-03-01T10:00:00+19:00",
                "2026-03-01T10:00:00+18:01",
                "2026-03-01T10:00:00+05:60",
                "2026-03-01T10:00:00+5",
                "2026-03-01T10:00:00+05:",
                "2026-03-01T10:00:00ZZ",
                "+2026-03-01T10:00:00Z",
                "20260301T100000Z",
                "1772359200",
                "\u0662\u0660\u0662\u0666-03-01T10:00:00Z"
            })
    void anythingElseIsNoInstant(String written) {
        assertThat(rejectAt(written))
                .isEqualTo("must be an instant in ISO 8601, such as \"2026-03-01T10:00:00Z\". "
                        + "Maybe it is in another format; T and Z are capital letters.");
    }

    @Test
    void aNumberIsNoInstant() {
        assertThat(rejectOf(at("1772359200")))
                .isEqualTo("line 1, byte 61: occurredAt (1772359200): must be an instant in ISO 8601, such as "
                        + "\"2026-03-01T10:00:00Z\". Maybe it is a number of seconds since 1970.");
    }

    @Test
    void theYearsAreLimitedInUtc() {
        String rule = "must lie in the years 1970 to 2200 in UTC (limit ";
        String hint = "). Maybe the unit of a timestamp is off.";
        assertThat(rejectAt("1969-12-31T23:59:59.999Z")).isEqualTo(rule + "firstYear" + hint);
        assertThat(rejectAt("1970-01-01T00:30:00+01:00")).isEqualTo(rule + "firstYear" + hint);
        assertThat(rejectAt("2201-01-01T00:00:00Z")).isEqualTo(rule + "lastYear" + hint);
        assertThat(rejectAt("2200-12-31T23:30:00-01:00")).isEqualTo(rule + "lastYear" + hint);
    }

    @ParameterizedTest
    @CsvSource({
        "PT4M20S,PT4M20S",
        "PT1H2M3S,PT1H2M3S",
        "PT0S,PT0S",
        "PT90M,PT1H30M",
        "PT3.5S,PT3.5S",
        "P1DT1S,PT24H1S",
        "pt5s,PT5S",
        "PT999999999S,PT999999999S"
    })
    void aDurationIsIso(String written, Duration meant) {
        assertThat(eventOf(call(",\"duration\":\"" + written + "\"")))
                .isInstanceOfSatisfying(
                        CallEnded.class, call -> assertThat(call.duration()).isEqualTo(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT5S", "PT-5S", "PT1M-61S"})
    void aNegativeDurationIsRejected(String written) {
        assertThat(rejectOf(call(",\"duration\":\"" + written + "\"")))
                .isEqualTo("line 1, byte 112: duration (\"" + written
                        + "\"): must not be negative. Maybe start and end are swapped.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"5 min\"", "\"PT\"", "\"PT5\"", "\"PT5S3M\"", "\"P99999999999999999D\"", "260"})
    void anythingElseIsNoDuration(String written) {
        assertThat(rejectOf(call(",\"duration\":" + written)))
                .startsWith("line 1, byte 112: duration (" + written + "): ");
        assertThat(rejectOf(call(",\"duration\":260")))
                .isEqualTo("line 1, byte 112: duration (260): must be a duration in ISO 8601, such as \"PT4M20S\". "
                        + "Maybe it is a number of seconds; write \"PT260S\".");
    }

    @Test
    void aCallThatBeganBeforeTheFirstYearIsRejected() {
        assertThat(rejectOf(call(",\"duration\":\"P999999D\"")))
                .isEqualTo("line 1, byte 0: duration (PT23999976H): the call must begin in the year 1678 or later. "
                        + "Maybe the unit is off.");
    }

    @Test
    void theInstantOfRecordingIsSharedWhereItIsTheSame() {
        CallEnded call = (CallEnded) eventOf(call(",\"recordedAt\":\"2026-03-01T11:00:00+01:00\""));
        assertThat(call.recordedAt()).isSameAs(call.occurredAt());
    }
}
