package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
    /** Clocks that go back over midnight, a date that was skipped, half hours, few changes, none, and the usual. */
    private static final List<String> ZONES = List.of(
            "America/Sao_Paulo",
            "America/Havana",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "Africa/Monrovia",
            "Etc/UTC",
            "Europe/Sofia",
            "+05:45",
            "Antarctica/Troll");

    @Test
    void daysAndPeriodsAreThoseOfTheCalendarAlsoWhereItsZoneChanges() {
        int changes = 0;
        for (String zone : ZONES) {
            for (Granularity every : Granularity.values()) {
                ReportingCalendar calendar = new ReportingCalendar(ZoneId.of(zone), Month.APRIL);
                Days days = new Days(calendar, every);
                List<Instant> instants = instants(
                        calendar.zone(),
                        new Chance(zone.hashCode() * 31 + every.toString().hashCode()));
                changes += instants.size();
                for (Instant instant : instants) {
                    LocalDate date = calendar.dateOf(instant);
                    assertThat(days.dayOf(instant))
                            .as("%s in %s", instant, zone)
                            .isEqualTo(date.toEpochDay());
                    Period period = calendar.periodOf(date, every);
                    assertThat(days.period(days.periodOf(date.toEpochDay()))).isEqualTo(period);
                }
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }

    /** About each change of the offset, in a random order, and some far from any. */
    private static List<Instant> instants(ZoneId zone, Chance chance) {
        List<Instant> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(Instant.parse("1700-01-01T00:00:00Z").plusSeconds(chance.below(1 << 30) * 16L));
            all.add(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.below(366 * 86_400)));
        }
        for (int i = 0; i < 60; i++) {
            Instant from = Instant.parse("1900-01-01T00:00:00Z").plusSeconds(chance.below(4_000_000) * 1000L);
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            if (change != null) {
                Instant at = change.getInstant();
                all.addAll(
                        List.of(at, at.minusNanos(1), at.plusNanos(1), at.minusSeconds(3_600), at.plusSeconds(3_600)));
                all.addAll(List.of(at.plusSeconds(86_400), at.minusSeconds(1), at));
            }
        }
        Collections.shuffle(all, chance.random());
        return all;
    }
}
