package io.github.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of other libraries, with those that we answer otherwise on purpose. */
class WorkingCalendarPeersTest {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    @ParameterizedTest
    @MethodSource
    void workingTimeBetween(Map<String, String> row) {
        Duration ours = calendar(row).between(instant(row, "from_utc"), instant(row, "to_utc"));
        Duration theirs = Duration.ofSeconds(Long.parseLong(row.get("expected_seconds")));
        switch (row.get("case_id")) {
            case "BH010", "BH028", "BH034" -> { // reversed ends
                assertThat(theirs).isNegative();
                assertThat(ours).isZero();
            }
            case "BH019" -> { // 25 hours by the sun, 24 by the clock
                assertThat(theirs).isEqualTo(Duration.ofHours(24));
                assertThat(ours).isEqualTo(Duration.ofHours(25));
            }
            case "BH016" -> assertThat(ours).isEqualTo(theirs.plusNanos(200_000)); // they round to seconds
            default -> assertThat(ours).isEqualTo(theirs);
        }
    }

    static List<Map<String, String>> workingTimeBetween() throws IOException {
        return rows("business_hours_duration.csv", 41);
    }

    @ParameterizedTest
    @MethodSource
    void instantAfterWorkingTime(Map<String, String> row) {
        Optional<Instant> ours = calendar(row)
                .after(instant(row, "start_utc"), Duration.ofSeconds(Long.parseLong(row.get("working_seconds"))));
        Instant theirs = instant(row, "expected_utc");
        if (row.get("case_id").equals("BT005")) { // used up exactly at closing time
            assertThat(theirs).isEqualTo("2006-01-15T11:00:00Z");
            assertThat(ours).contains(Instant.parse("2006-01-08T12:00:00Z"));
        } else {
            assertThat(ours).contains(theirs);
        }
    }

    static List<Map<String, String>> instantAfterWorkingTime() throws IOException {
        return rows("business_time_target.csv", 17);
    }

    @ParameterizedTest
    @MethodSource
    void localTimeOfAWindow(Map<String, String> row) {
        LocalDate date = LocalDate.parse(row.get("local_date"));
        WorkingCalendar calendar = WorkingCalendar.closed(ZoneId.of(row.get("time_zone")));
        Instant dayBefore = date.atStartOfDay(calendar.zone()).toInstant().minusSeconds(36 * 3600);
        Instant theirs = instant(row, "expected_utc");
        String time = row.get("local_time");
        if (time.equals("24:00")) {
            WorkingCalendar ends = calendar.withException(date, "20:00-24:00");
            Instant opens = ends.after(dayBefore, Duration.ZERO).orElseThrow();
            assertThat(opens.plus(ends.between(dayBefore, theirs.plusSeconds(7200))))
                    .isEqualTo(theirs);
            return;
        }
        Instant ours = calendar.withException(date, time + "-23:00")
                .after(dayBefore, Duration.ZERO)
                .orElseThrow();
        if (row.get("case_id").equals("DST002")) { // they go on from the gap's begin, we take the instant after it
            assertThat(theirs).isEqualTo("2014-03-09T10:30:00Z");
            assertThat(ours).isEqualTo("2014-03-09T10:00:00Z");
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    static List<Map<String, String>> localTimeOfAWindow() throws IOException {
        return rows("dst_local_time_semantics.csv", 4);
    }

    @ParameterizedTest
    @MethodSource
    void workingDaysBetween(Map<String, String> row) {
        WorkingCalendar calendar =
                WorkingCalendar.mondayToFriday(ZoneId.of("UTC")).withHolidays(dates(row.get("holidays")));
        for (LocalDate extra : dates(row.get("extra_working_dates"))) {
            calendar = calendar.withException(extra, "09:00-17:00");
        }
        LocalDate to = LocalDate.parse(row.get("to_date"));
        LocalDate end = row.get("end_rule").equals("both ends inclusive") ? to.plusDays(1) : to;
        assertThat(calendar.workingDays(LocalDate.parse(row.get("from_date")), end))
                .isEqualTo(Long.parseLong(row.get("expected_days")));
    }

    static List<Map<String, String>> workingDaysBetween() throws IOException {
        return rows("business_days_between.csv", 21);
    }

    private static WorkingCalendar calendar(Map<String, String> row) {
        WorkingCalendar calendar = WorkingCalendar.closed(ZoneId.of(row.get("time_zone")));
        for (String part : parts(row.get("weekly_hours"), ";")) {
            String[] daysAndWindows = part.split(" ", -1);
            String[] ends = daysAndWindows[0].split("-", -1);
            for (int day = DAYS.indexOf(ends[0]); day <= DAYS.indexOf(ends[ends.length - 1]); day++) {
                calendar = calendar.withWindows(DayOfWeek.of(day + 1), parts(daysAndWindows[1], ","));
            }
        }
        calendar = calendar.withHolidays(dates(row.get("holidays")));
        for (String part : parts(row.get("date_override_hours"), ";")) {
            String[] dateAndWindows = part.split("=", -1);
            calendar = calendar.withException(LocalDate.parse(dateAndWindows[0]), parts(dateAndWindows[1], ","));
        }
        for (String part : parts(row.get("breaks"), ";")) {
            String[] dateAndBreaks = part.split("=", -1);
            LocalDate date = LocalDate.parse(dateAndBreaks[0]);
            List<String> windows = calendar.week().get(date.getDayOfWeek());
            for (String pause : parts(dateAndBreaks[1], ",")) {
                windows = without(windows, pause.split("-", -1));
            }
            calendar = calendar.withException(date, windows);
        }
        return calendar;
    }

    /** Texts of HH:MM sort as times do. */
    private static List<String> without(List<String> windows, String[] pause) {
        List<String> rest = new ArrayList<>();
        for (String window : windows) {
            String[] ends = window.split("-", -1);
            String stop = pause[0].compareTo(ends[1]) < 0 ? pause[0] : ends[1];
            String resume = pause[1].compareTo(ends[0]) > 0 ? pause[1] : ends[0];
            if (ends[0].compareTo(stop) < 0) {
                rest.add(ends[0] + "-" + stop);
            }
            if (resume.compareTo(ends[1]) < 0) {
                rest.add(resume + "-" + ends[1]);
            }
        }
        return rest;
    }

    private static List<String> parts(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
    }

    private static List<LocalDate> dates(String text) {
        return parts(text, ";").stream().map(LocalDate::parse).toList();
    }

    private static Instant instant(Map<String, String> row, String column) {
        return Instant.parse(row.get(column));
    }

    /** Cells may be quoted. */
    private static List<Map<String, String>> rows(String file, int expected) throws IOException {
        try (InputStream table =
                Objects.requireNonNull(WorkingCalendarPeersTest.class.getResourceAsStream("/peer-cases/" + file))) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = cells(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                assertThat(cells).as(line).hasSameSizeAs(columns);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                rows.add(row);
            }
            assertThat(rows).hasSize(expected);
            return rows;
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("\\G(?:\"([^\"]*)\"|([^,\"]*))(?:,|$)").matcher(line + ",");
        while (cell.find() && cell.start() <= line.length()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
        }
        return cells;
    }
}
