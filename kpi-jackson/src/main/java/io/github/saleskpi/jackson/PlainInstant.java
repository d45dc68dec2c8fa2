package io.github.saleskpi.jackson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as most are written: {@code 2026-03-01T10:00:00Z} or with a fraction of the second, as {@link InstantText} reads them. */
final class PlainInstant {
    private static final int SECONDS = 19;
    private static final int FRACTION_DIGITS = 9;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private PlainInstant() {}

    /** The instant in those bytes, or null if they are something else. */
    static @Nullable Instant of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= SECONDS
                || bytes[to - 1] != 'Z'
                || bytes[from + 4] != '-'
                || bytes[from + 7] != '-'
                || bytes[from + 10] != 'T'
                || bytes[from + 13] != ':'
                || bytes[from + 16] != ':') {
            return null;
        }
        int century = twoDigits(bytes, from);
        int year = century * 100 + twoDigits(bytes, from + 2);
        int month = twoDigits(bytes, from + 5);
        int day = twoDigits(bytes, from + 8);
        int hour = twoDigits(bytes, from + 11);
        int minute = twoDigits(bytes, from + 14);
        int second = twoDigits(bytes, from + 17);
        int nanos = length == SECONDS + 1 ? 0 : fraction(bytes, from + SECONDS, to - 1);
        boolean allDigits = (century | year | month | day | hour | minute | second | nanos) >= 0;
        if (!allDigits || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = DAYS_BEFORE[month] - DAYS_BEFORE[month - 1] + (leap && month == 2 ? 1 : 0);
        if (day > days) {
            return null;
        }
        int dayOfYear = DAYS_BEFORE[month - 1] + day - 1 + (leap && month > 2 ? 1 : 0);
        long epochDay = daysBefore(year) - daysBefore(1970) + dayOfYear;
        return Instant.ofEpochSecond(((epochDay * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    /** How many days lie before a year, from that of number 0 on. */
    private static long daysBefore(int year) {
        int before = year + 399; // so that years that end a cycle of 400 come last in theirs
        return before * 365L + before / 4 - before / 100 + before / 400;
    }

    /** Behind a point; negative if it is none. */
    private static int fraction(byte[] bytes, int from, int to) {
        int digits = to - from - 1;
        if (bytes[from] != '.' || digits < 1 || digits > FRACTION_DIGITS) {
            return -1;
        }
        int nanos = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            nanos = nanos * 10 + digit;
        }
        for (int i = digits; i < FRACTION_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Negative if they are none. */
    private static int twoDigits(byte[] bytes, int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Integer.MIN_VALUE : tens * 10 + ones;
    }
}
