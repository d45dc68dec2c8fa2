package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The option {@code --calendar}, and the holidays of countries. */
class CalendarOptionTest {
    private static final String WEEK = "{\"zone\":\"Europe/Sofia\",\"week\":{\"mon\":[\"09:00-17:00\"],"
            + "\"tue\":[\"09:00-17:00\"],\"wed\":[\"09:00-17:00\"],\"thu\":[\"09:00-17:00\"],\"fri\":[\"09:00-17:00\"]}";
    private static final String POST =
            "{\"type\":\"socialActivity\",\"id\":\"s\",\"occurredAt\":\"2026-03-04T09:00:00Z\",\"network\":\"linkedin\","
                    + "\"kind\":\"post\",\"actor\":{\"repId\":\"ann\"}}\n";
    private static final String ANSWERED =
            "{\"type\":\"requestReceived\",\"id\":\"q\",\"occurredAt\":\"2026-03-02T14:00:00Z\",\"requestId\":\"q1\"}\n"
                    + "{\"type\":\"messageSent\",\"id\":\"m\",\"occurredAt\":\"2026-03-04T08:00:00Z\",\"messageId\":\"m1\","
                    + "\"requestId\":\"q1\",\"actor\":{\"repId\":\"ann\"}}\n";

    @TempDir
    private Path folder;

    private JsonNode cell(String events, String calendar, String indicator) throws IOException {
        Ran ran = report(events, calendar, indicator);
        assertThat(ran.err()).isEmpty();
        return ran.json().get("cells").get(0);
    }

    private Ran report(String events, String calendar, String indicator) throws IOException {
        Path file = Files.writeString(folder.resolve("calendar.json"), calendar);
        return Ran.withInput(
                events.getBytes(StandardCharsets.UTF_8),
                "report",
                "-",
                "--indicators",
                indicator,
                "--calendar",
                file.toString(),
                "--format",
                "json",
                "--zone",
                "Europe/Sofia",
                "--as-of",
                "2026-04-01T00:00:00Z");
    }

    @Test
    void workingDaysAreThoseOfTheCalendar() throws IOException {
        assertThat(cell(POST, WEEK + "}", "social-use").get("denominator").intValue())
                .isEqualTo(22);
        assertThat(cell(POST, WEEK + ",\"holidays\":[\"2026-03-03\"]}", "social-use")
                        .get("denominator")
                        .intValue())
                .isEqualTo(21);
    }

    @Test
    void workingTimeIsThatOfTheCalendar() throws IOException {
        assertThat(cell(ANSWERED, WEEK + ",\"holidays\":[\"2026-03-03\"]}", "response-time/working-time")
                        .get("value")
                        .intValue())
                .isEqualTo(7_200);
    }

    @Test
    void aCountryStandsForItsPublicHolidays() throws IOException {
        assertThat(cell(POST, WEEK + ",\"holidays\":{\"country\":\"BG\",\"region\":null}}", "social-use")
                        .get("denominator")
                        .intValue())
                .isEqualTo(21);
    }

    @Test
    void anUnknownCountryOrRegionIsShownWhereItStands() throws IOException {
        Ran country = report(POST, WEEK + ",\"holidays\":{\"country\":\"ZZ\"}}", "social-use");
        assertThat(country.status()).isEqualTo(3);
        assertThat(country.err())
                .isEqualTo("kpi: --calendar " + folder.resolve("calendar.json") + ": holidays.country (\"ZZ\"): "
                        + "must be the code of a country whose holidays are known. Maybe BG, or list the dates.\n");
        Ran region = report(POST, WEEK + ",\"holidays\":{\"country\":\"BG\",\"region\":\"x\"}}", "social-use");
        assertThat(region.err()).contains("holidays.region (\"x\"): must be one of none in this country. Maybe null");
    }

    @Test
    void aRegionHasMoreHolidaysThanItsCountry() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertThat(new CountryHolidays().of("DE", "BY")).contains(epiphany);
        assertThat(new CountryHolidays().of("DE", "by")).contains(epiphany);
        assertThat(new CountryHolidays().of("DE", null)).doesNotContain(epiphany);
        assertThatThrownBy(() -> new CountryHolidays().of("DE", "zz"))
                .hasMessageStartingWith("region (zz): must be one of bb, be, bw, by, ")
                .hasMessageEndingWith(". Maybe null, for the whole country.");
    }

    @Test
    void holidaysAreKnownForAllYearsThatEventsMayHave() {
        assertThat(new CountryHolidays().of("BG", null))
                .contains(LocalDate.of(1992, 3, 3), LocalDate.of(2026, 5, 25), LocalDate.of(2200, 1, 1))
                .doesNotContain(LocalDate.of(2026, 5, 24), LocalDate.of(2026, 11, 2))
                .allMatch(date -> date.getYear() >= 1970 && date.getYear() <= 2200);
    }

    @Test
    void whereTheIslamicCalendarEndsTheHolidaysEndToo() {
        Collection<LocalDate> dates = new CountryHolidays().of("AE", null);
        assertThat(dates).contains(LocalDate.of(2026, 1, 1), LocalDate.of(2173, 1, 1));
        assertThat(dates).allMatch(date -> date.getYear() < 2175);
    }

    @Test
    void aTurkishMachineKnowsTheHolidaysOfItaly() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            assertThat(new CountryHolidays().of("it", null)).contains(LocalDate.of(2026, 4, 25));
        } finally {
            Locale.setDefault(before);
        }
    }
}
