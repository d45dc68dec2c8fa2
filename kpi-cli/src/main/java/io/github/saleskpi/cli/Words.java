package io.github.saleskpi.cli;

import io.github.saleskpi.time.Granularity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the words behind an option mean; what means nothing is a {@link Complaint}. */
final class Words {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;
    private static final int LETTERS_OF_A_MONTH = 3;

    private Words() {}

    static Granularity granularity(String option, String word) {
        for (Granularity granularity : Granularity.values()) {
            if (granularity.toString().equals(word)) {
                return granularity;
            }
        }
        String words =
                Arrays.stream(Granularity.values()).map(Granularity::toString).collect(Collectors.joining(", "));
        String hint = Arrays.stream(Granularity.values())
                .map(Granularity::toString)
                .filter(known -> word.toLowerCase(Locale.ROOT).startsWith(known))
                .findFirst()
                .orElse("month");
        throw Complaint.usage(option, word, "must be one of " + words, "Maybe " + hint + ".");
    }

    static LocalDate date(String option, String word) {
        try {
            return checked(option, word, LocalDate.parse(word, DATE));
        } catch (DateTimeException unreadable) {
            throw Complaint.usage(option, word, "must be a date that exists", "Maybe 2026-03-01.");
        }
    }

    static Instant instant(String option, String word) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(word, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            checked(option, word, moment.toLocalDate());
            return moment.toInstant();
        } catch (DateTimeException unreadable) {
            throw Complaint.usage(
                    option,
                    word,
                    "must be an instant with its offset or Z",
                    "Maybe 2026-07-01T00:00:00Z or 2026-07-01T00:00:00+03:00.");
        }
    }

    private static LocalDate checked(String option, String word, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw Complaint.usage(
                    option, word, "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR, "Maybe a digit is off.");
        }
        return date;
    }

    static ZoneId zone(String option, String word) {
        try {
            return ZoneId.of(word);
        } catch (DateTimeException unknown) {
            String hint = ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> isMeant(word, id))
                    .sorted()
                    .findFirst()
                    .orElse("Europe/Sofia");
            throw Complaint.usage(option, word, "must be a time zone that is known", "Maybe " + hint + ".");
        }
    }

    private static boolean isMeant(String word, String id) {
        return id.equalsIgnoreCase(word)
                || id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(word);
    }

    static Month month(String option, String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            boolean named = name.length() >= LETTERS_OF_A_MONTH && month.name().startsWith(name);
            if (named || name.equals(String.valueOf(month.getValue()))) {
                return month;
            }
        }
        throw Complaint.usage(option, word, "must be a month, 1 to 12 or its name", "Maybe 4 or april.");
    }
}
