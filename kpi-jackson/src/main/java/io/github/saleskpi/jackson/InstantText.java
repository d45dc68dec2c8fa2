package io.github.saleskpi.jackson;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * Parses {@code 2026-03-01T10:00:00.123456789+02:00}: seconds and their fraction may be absent; the offset is {@code Z},
 * {@code ±HH:MM}, {@code ±HHMM} or {@code ±HH}, at most 18 hours.
 */
final class InstantText {
    private static final int FRACTION_DIGITS = 9;
    private static final int FARTHEST = 18 * 3600;

    private final char[] characters;
    private final int end;
    private int at;

    InstantText(char[] characters, int from, int length) {
        this.characters = characters;
        this.at = from;
        this.end = from + length;
    }

    /** @throws BrokenRule if it is none */
    Instant instant() {
        long day = epochDay();
        expect('T');
        int hour = twoDigits(23);
        expect(':');
        int minute = twoDigits(59);
        int second = 0;
        int nanos = 0;
        if (skip(':')) {
            second = seconds();
            nanos = skip('.') ? fraction() : 0;
        }
        int offset = offset();
        if (at != end) {
            throw malformed();
        }
        long secondOfDay = (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(day * 86_400 + secondOfDay - offset, nanos);
    }

    private long epochDay() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            throw BrokenRule.of("must be a date of the calendar", "Maybe day and month are swapped.");
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private int seconds() {
        int second = digits(2);
        if (second == 60) {
            throw BrokenRule.of("must not be a leap second", "Maybe write it as second 59.");
        }
        if (second > 60) {
            throw malformed();
        }
        return second;
    }

    private int fraction() {
        int start = at;
        int nanos = 0;
        while (at < end && isDigit(characters[at])) {
            if (at - start == FRACTION_DIGITS) {
                throw BrokenRule.of("must have at most 9 digits after the second", "Maybe round it to nanoseconds.");
            }
            nanos = nanos * 10 + characters[at++] - '0';
        }
        if (at == start) {
            throw malformed();
        }
        for (int i = at - start; i < FRACTION_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int offset() {
        if (skip('Z')) {
            return 0;
        }
        if (at == end) {
            throw BrokenRule.of("must have an offset or Z", "Maybe it is local time; add the offset of its zone.");
        }
        boolean west = characters[at] == '-';
        if (!west) {
            expect('+');
        } else {
            at++;
        }
        int seconds = twoDigits(18) * 3600;
        if (at < end) {
            skip(':');
            seconds += twoDigits(59) * 60;
        }
        if (seconds > FARTHEST) {
            throw malformed();
        }
        return west ? -seconds : seconds;
    }

    private int twoDigits(int most) {
        int value = digits(2);
        if (value > most) {
            throw malformed();
        }
        return value;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at == end || !isDigit(characters[at])) {
                throw malformed();
            }
            value = value * 10 + characters[at++] - '0';
        }
        return value;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean skip(char wanted) {
        if (at < end && characters[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw malformed();
        }
    }

    private static BrokenRule malformed() {
        return BrokenRule.of(
                "must be an instant in ISO 8601, such as \"2026-03-01T10:00:00Z\"",
                "Maybe it is in another format; T and Z are capital letters.");
    }
}
