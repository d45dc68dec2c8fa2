package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

class ReferenceRoundTripProperties {
    private static final List<String> NAMES = List.of("ann", "Борис", "\"\\\n", "r,1", "田中", "\ud83d\ude00", " ", "-");
    private static final List<String> WINDOWS =
            List.of("00:00-00:00:01", "08:30-12:00", "12:00-12:30", "13:00-17:45:59", "22:00-24:00");
    private static final List<String> ZONES = List.of("UTC", "Europe/Sofia", "Pacific/Apia", "+05:30");
    private static final TreeMap<String, Integer> CENSUS = new TreeMap<>();

    @AfterContainer
    static void printCensus() {
        System.out.println("Calendars and organizations: " + CENSUS);
    }

    private static void count(String what, int times) {
        CENSUS.merge(what, times, Integer::sum);
    }

    @Property(tries = 200, seed = "20260735")
    void aCalendarIsReadAsItWasWritten(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        WorkingCalendar calendar = WorkingCalendar.closed(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        for (DayOfWeek day : DayOfWeek.values()) {
            calendar = calendar.withWindows(day, windows(random));
        }
        List<LocalDate> holidays = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holidays.add(date(random));
        }
        calendar = calendar.withHolidays(holidays);
        for (int i = random.nextInt(4); i > 0; i--) {
            calendar = calendar.withException(date(random), windows(random));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.writeCalendar(calendar, out);
        assertThat(KpiJackson3.readCalendar(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(calendar);
        count("holidays", calendar.holidays().size());
        count("exceptions", calendar.exceptions().size());
        count("open exceptions", (int) calendar.exceptions().values().stream()
                .filter(windows -> !windows.isEmpty())
                .count());
    }

    @Property(tries = 200, seed = "20260736")
    void anOrganizationIsReadAsItWasWritten(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Organization.Builder organization = Organization.builder();
        int teams = 1 + random.nextInt(NAMES.size());
        for (int i = 0; i < teams; i++) {
            boolean isBelow = i > 0 && random.nextBoolean();
            organization.team(NAMES.get(i), isBelow ? NAMES.get(random.nextInt(i)) : null);
            count("teams below others", isBelow ? 1 : 0);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate from = date(random);
            String team = NAMES.get(random.nextInt(teams));
            organization.member(name(random), team, from, end(from, random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate from = date(random);
            organization.employed(name(random), from, end(from, random));
            organization.absent(name(random), from, end(from, random));
        }
        Organization built = organization.build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.writeOrganization(built, out);
        assertThat(KpiJackson3.readOrganization(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(built);
        count("members", built.members().size());
        count("members without end", (int) built.members().stream()
                .filter(line -> line.dates().isUnboundedEnd())
                .count());
        count("absences", built.absences().size());
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
    }

    private static @Nullable LocalDate end(LocalDate from, Random random) {
        return random.nextInt(3) == 0 ? null : from.plusDays(1 + random.nextInt(90));
    }

    private static List<String> windows(Random random) {
        return WINDOWS.stream().filter(window -> random.nextInt(3) == 0).toList();
    }
}
