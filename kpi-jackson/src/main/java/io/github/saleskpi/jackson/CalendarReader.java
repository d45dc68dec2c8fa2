package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"zone":"Europe/Sofia","week":{"mon":["09:00-13:00","14:00-18:00"]},"holidays":["2026-03-03"],
 * "exceptions":{"2026-12-24":["09:00-12:00"]}}}.
 */
final class CalendarReader {
    private static final Map<String, DayOfWeek> DAYS = new LinkedHashMap<>();

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            DAYS.put(word(day), day);
        }
    }

    private CalendarReader() {}

    /** Such as {@code mon}. */
    static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the document breaks a rule; the message begins with the path */
    static WorkingCalendar read(byte[] document, JsonTokens tokens, @Nullable PublicHolidays publicHolidays) {
        DocumentValue root = DocumentValue.of("the calendar", document, tokens)
                .withFields(List.of("zone", "week"), List.of("holidays", "exceptions"));
        WorkingCalendar calendar = WorkingCalendar.closed(root.field("zone").text(CalendarReader::zone));
        DocumentValue week = root.field("week").withFields(List.of(), List.copyOf(DAYS.keySet()));
        for (Map.Entry<String, DayOfWeek> day : DAYS.entrySet()) {
            DocumentValue windows = week.fieldOrNull(day.getKey());
            if (windows != null) {
                WorkingCalendar before = calendar;
                calendar = withWindows(windows, texts -> before.withWindows(day.getValue(), texts));
            }
        }
        DocumentValue holidays = root.fieldOrNull("holidays");
        if (holidays != null) {
            calendar = holidays.kind() == Token.START_OBJECT
                    ? calendar.withHolidays(ofCountry(holidays, publicHolidays))
                    : withHolidays(calendar, holidays);
        }
        DocumentValue exceptions = root.fieldOrNull("exceptions");
        return exceptions == null ? calendar : withExceptions(calendar, exceptions);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw BrokenRule.of(
                    "must be a time zone that is known, such as \"Europe/Sofia\"", "Maybe a spelling differs.");
        }
    }

    /** The calendar with these windows; where one is wrong the message names it, unless it is two that overlap. */
    private static WorkingCalendar withWindows(
            DocumentValue windows, Function<Collection<String>, WorkingCalendar> change) {
        List<String> texts = windows.items().stream().map(DocumentValue::word).toList();
        for (DocumentValue window : windows.items()) {
            changed(window, () -> change.apply(List.of(window.text())));
        }
        return changed(windows, () -> change.apply(texts));
    }

    private static WorkingCalendar withHolidays(WorkingCalendar calendar, DocumentValue holidays) {
        List<LocalDate> dates =
                holidays.items().stream().map(DocumentValue::date).toList();
        for (DocumentValue holiday : holidays.items()) {
            changed(holiday, () -> calendar.withHolidays(List.of(holiday.date())));
        }
        return calendar.withHolidays(dates);
    }

    private static Collection<LocalDate> ofCountry(DocumentValue place, @Nullable PublicHolidays publicHolidays) {
        place.withFields(List.of("country"), List.of("region"));
        String country = place.field("country").word();
        DocumentValue regional = place.fieldOrNull("region");
        String region = regional == null ? null : regional.word();
        if (publicHolidays == null) {
            throw place.wrong(
                    "needs somebody who knows the public holidays of countries, and nobody was given",
                    "Maybe list the dates, or read the calendar with PublicHolidays.");
        }
        try {
            return publicHolidays.of(country, region);
        } catch (IllegalArgumentException refused) {
            boolean isRegion = "region".equals(BrokenRule.from(refused).field());
            throw (isRegion && regional != null ? regional : place.field("country")).wrong(refused);
        }
    }

    private static WorkingCalendar withExceptions(WorkingCalendar calendar, DocumentValue exceptions) {
        WorkingCalendar changed = calendar;
        for (Map.Entry<LocalDate, DocumentValue> exception :
                exceptions.byName(DocumentValue::date).entrySet()) {
            WorkingCalendar before = changed;
            changed = withWindows(exception.getValue(), texts -> before.withException(exception.getKey(), texts));
        }
        return changed;
    }

    private static WorkingCalendar changed(DocumentValue value, Supplier<WorkingCalendar> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw value.wrong(refused);
        }
    }
}
