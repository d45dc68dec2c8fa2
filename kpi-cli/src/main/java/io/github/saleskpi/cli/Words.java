package io.github.saleskpi.cli;

import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the words behind an option mean; what means nothing is a {@link Complaint}. */
final class Words {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String NOBODY = "-";
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

    /**
     * A scope as reports print it, such as {@code rep:r1} or {@code channel:email,rep:r1}, of some of those dimensions; a comma
     * ends a value only before the name of another dimension.
     */
    static Scope scope(String option, String word, List<Dimension> dimensions) {
        if (word.equals(Scope.company().toString())) {
            return Scope.company();
        }
        Scope scope = Scope.company();
        int at = 0;
        while (at < word.length()) {
            Dimension dimension = dimensionAt(word, at, dimensions);
            if (dimension == null || scope.values().containsKey(dimension.name())) {
                break;
            }
            int from = at + dimension.name().length() + 1;
            int end = word.indexOf(',', from);
            while (end >= 0 && dimensionAt(word, end + 1, dimensions) == null) {
                end = word.indexOf(',', end + 1);
            }
            String value = word.substring(from, end < 0 ? word.length() : end);
            scope = scope.and(dimension, value.equals(NOBODY) ? null : value);
            at = end < 0 ? word.length() : end + 1;
        }
        if (at < word.length() || word.isEmpty()) {
            String names = dimensions.stream().map(Dimension::name).collect(Collectors.joining(", "));
            throw Complaint.usage(
                    option,
                    word,
                    "must be company, or name a value of what --by tells apart: "
                            + (names.isEmpty() ? "nothing" : names),
                    hint(word, dimensions));
        }
        return scope;
    }

    private static String hint(String word, List<Dimension> dimensions) {
        boolean isBareValue = !word.isEmpty()
                && word.indexOf(':') < 0
                && dimensions.stream().noneMatch(dimension -> dimension.name().equals(word));
        if (isBareValue) {
            return "Maybe " + (dimensions.isEmpty() ? Dimension.REP : dimensions.get(0)) + ":" + word + ".";
        }
        return dimensions.isEmpty() ? "Maybe --by rep." : "Maybe " + dimensions.get(0) + ":NAME, or one more --by.";
    }

    private static @Nullable Dimension dimensionAt(String word, int at, List<Dimension> dimensions) {
        return dimensions.stream()
                .filter(dimension -> word.startsWith(dimension.name() + ":", at))
                .findFirst()
                .orElse(null);
    }

    /** A whole number from one to another, both included. */
    static int number(String option, String word, int least, int greatest, int usual) {
        if (word.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(word);
            if (number >= least && number <= greatest) {
                return number;
            }
        }
        throw Complaint.usage(option, word, "must be " + least + " to " + greatest, "Maybe " + usual + ".");
    }

    /** Whether a text is for programs and not for people. */
    static boolean isJson(String word) {
        return switch (word) {
            case "text" -> false;
            case "json" -> true;
            default -> throw Complaint.usage("--format", word, "must be text or json", "Maybe json.");
        };
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
