package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.time.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {
    private static final String WEEK = "\"zone\":\"Europe/Sofia\",\"week\":{\"mon\":[\"09:00-13:00\",\"14:00-18:00\"]}";
    private static final LocalDate LIBERATION = LocalDate.of(2026, 3, 3);

    private static WorkingCalendar read(String document) throws IOException {
        return KpiJackson3.readCalendar(new ByteArrayInputStream(utf8(document)));
    }

    private static WorkingCalendar read(String document, PublicHolidays holidays) throws IOException {
        return KpiJackson3.readCalendar(new ByteArrayInputStream(utf8(document)), holidays);
    }

    private static String with(String more) {
        return "{" + WEEK + "," + more + "}";
    }

    private static String week(String days) {
        return "{\"zone\":\"UTC\",\"week\":" + days + "}";
    }

    private static void refused(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aCalendarIsReadAsItStandsInTheSpecification() throws IOException {
        assertThat(read(with("\"holidays\":[\"2026-03-03\"],\"exceptions\":{\"2026-12-24\":[\"09:00-12:00\"]}")))
                .isEqualTo(WorkingCalendar.closed(ZoneId.of("Europe/Sofia"))
                        .withWindows(DayOfWeek.MONDAY, "09:00-13:00", "14:00-18:00")
                        .withHolidays(List.of(LIBERATION))
                        .withException(LocalDate.of(2026, 12, 24), "09:00-12:00"));
    }

    @Test
    void aFieldThatCannotBePrintedIsShownInAMessageByItsEscapesAndNotAtAnyLength() {
        refused(
                "{\"\\u001b[31m\":1,\"zone\":\"UTC\",\"week\":{}}",
                "\\u001b[31m (1): must be a known field: zone, week, holidays, exceptions."
                        + " Maybe the file is of another kind.");
        refused(
                "{\"" + "k".repeat(100_000) + "\":1,\"zone\":\"UTC\",\"week\":{}}",
                "k".repeat(80) + "\u2026 (1): must be a known field: zone, week, holidays, exceptions."
                        + " Maybe the file is of another kind.");
    }

    @Test
    void daysThatAreNotNamedAreClosed() throws IOException {
        WorkingCalendar calendar = read("\ufeff" + week("{\"sun\":[\"00:00-24:00\"],\"sat\":[],\"fri\":null}") + "\n");
        assertThat(calendar)
                .isEqualTo(WorkingCalendar.closed(ZoneId.of("UTC")).withWindows(DayOfWeek.SUNDAY, "00:00-24:00"));
    }

    @Test
    void holidaysAndExceptionsMayBeAbsent() throws IOException {
        assertThat(read(with("\"holidays\":null,\"exceptions\":null")))
                .isEqualTo(read("{" + WEEK + "}"))
                .isEqualTo(read(with("\"holidays\":[],\"exceptions\":{}")));
    }

    @Test
    void theHolidaysOfACountryComeFromWhoeverKnowsThem() throws IOException {
        List<String> asked = new java.util.ArrayList<>();
        PublicHolidays known = (country, region) -> {
            asked.add(country + " " + region);
            return List.of(LIBERATION);
        };
        WorkingCalendar expected = read(with("\"holidays\":[\"2026-03-03\"]"));
        assertThat(read(with("\"holidays\":{\"country\":\"BG\",\"region\":null}"), known))
                .isEqualTo(expected);
        assertThat(read(with("\"holidays\":{\"country\":\"DE\",\"region\":\"by\"}"), known))
                .isEqualTo(expected);
        assertThat(read(with("\"holidays\":{\"country\":\"BG\"}"), known)).isEqualTo(expected);
        assertThat(asked).containsExactly("BG null", "DE by", "BG null");
    }

    @Test
    void aCountryIsRefusedWhereNobodyKnowsItsHolidays() {
        refused(
                with("\"holidays\":{\"country\":\"BG\",\"region\":null}"),
                "holidays (an object): needs somebody who knows the public holidays of countries, and nobody was given. "
                        + "Maybe list the dates, or read the calendar with PublicHolidays.");
    }

    @Test
    void anUnknownCountryOrRegionIsShownWhereItStands() {
        PublicHolidays none = (country, region) -> {
            throw new IllegalArgumentException(
                    region == null ? "country (x): must be known. Maybe BG." : "region (x): must be known. Maybe by.");
        };
        assertThatThrownBy(() -> read(with("\"holidays\":{\"country\":\"ZZ\"}"), none))
                .hasMessage("holidays.country (\"ZZ\"): must be known. Maybe BG.");
        assertThatThrownBy(() -> read(with("\"holidays\":{\"country\":\"DE\",\"region\":\"zz\"}"), none))
                .hasMessage("holidays.region (\"zz\"): must be known. Maybe by.");
    }

    @Test
    void theMessageBeginsWithThePath() {
        refused(
                "{\"zone\":\"Sofia\",\"week\":{}}",
                "zone (\"Sofia\"): must be a time zone that is known, such as \"Europe/Sofia\". Maybe a spelling differs.");
        refused(
                week("{\"mon\":[\"09:00-13:00\",\"14:00-13:00\"]}"),
                "week.mon[1] (\"14:00-13:00\"): must end after it starts. "
                        + "Maybe it goes past midnight; then end it at 24:00 and give the rest to the next day.");
        refused(
                week("{\"mon\":[\"9:00-13:00\"]}"),
                "week.mon[0] (\"9:00-13:00\"): must be HH:MM-HH:MM, seconds allowed, such as 09:00-17:30. "
                        + "Maybe a leading zero is missing, or midnight at the end, which is 24:00.");
        refused(
                week("{\"mon\":[\"09:00-13:00\",\"12:00-18:00\"]}"),
                "week.mon (an array): must not overlap. Maybe one is given twice, or an end is off.");
        refused(
                week("{\"mon\":\"09:00-13:00\"}"),
                "week.mon (\"09:00-13:00\"): must be an array. Maybe brackets are missing.");
        refused(week("{\"mon\":[9]}"), "week.mon[0] (9): must be a text. Maybe quotes are missing.");
        refused(
                with("\"holidays\":[\"2026-03-03\",\"2026-02-30\"]"),
                "holidays[1] (\"2026-02-30\"): must be a date of the calendar, such as \"2026-01-31\". Maybe it has a time.");
        refused(
                with("\"holidays\":[\"0206-03-03\"]"),
                "holidays[0] (\"0206-03-03\"): must lie in the years 1600 to 2400. Maybe a digit or a unit is off.");
        refused(
                with("\"exceptions\":{\"24.12.2026\":[]}"),
                "exceptions.24.12.2026 (\"24.12.2026\"): must be a date of the calendar, such as \"2026-01-31\". "
                        + "Maybe it has a time.");
        refused(
                with("\"exceptions\":{\"2026-12-24\":[\"12:00-12:00\"]}"),
                "exceptions.2026-12-24[0] (\"12:00-12:00\"): must end after it starts. "
                        + "Maybe it goes past midnight; then end it at 24:00 and give the rest to the next day.");
        refused(with("\"exceptions\":[]"), "exceptions (an array): must be an object. Maybe a brace is missing.");
        refused("[]", "the calendar (an array): must be an object. Maybe a brace is missing.");
    }

    @Test
    void missingUnknownAndDoubledFieldsAreRefused() {
        refused("{\"week\":{}}", "zone (absent): is required. Maybe it has another name.");
        refused("{\"zone\":\"UTC\"}", "week (absent): is required. Maybe it has another name.");
        refused(
                with("\"holiday\":[]"),
                "holiday (an array): must be a known field: zone, week, holidays, exceptions. Maybe holidays.");
        refused(
                week("{\"monday\":[]}"),
                "week.monday (an array): must be a known field: mon, tue, wed, thu, fri, sat, sun. Maybe mon.");
        refused(
                week("{\"mon\":[],\"mon\":[]}"),
                "week.mon (\"mon\"): must not stand twice in one object. Maybe one is a left-over.");
        refused(
                with("\"exceptions\":{\"2026-12-24\":[],\"2026-12-24\":[]}"),
                "exceptions.2026-12-24 (\"2026-12-24\"): must not stand twice in one object. Maybe one is a left-over.");
        refused(
                with("\"holidays\":{\"region\":null}"),
                "holidays.country (absent): is required. Maybe it has another name.");
        refused(
                with("\"holidays\":{\"country\":\"BG\",\"year\":2026}"),
                "holidays.year (2026): must be a known field: country, region. Maybe the file is of another kind.");
    }
}
