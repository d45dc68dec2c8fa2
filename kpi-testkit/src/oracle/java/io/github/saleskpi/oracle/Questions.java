package io.github.saleskpi.oracle;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Random questions about a history that begins about some instant. */
public final class Questions {
    private static final Dimension REGION = Dimension.attribute("region");
    private static final Dimension AMOUNT = Dimension.of(
            "size",
            event -> event instanceof OpportunityMoved moved && moved.amount() != null
                    ? moved.amount().getAmount().compareTo(BigDecimal.TEN.pow(2)) > 0 ? "large" : "small"
                    : event instanceof CallEnded ? "none" : null);
    private static final Dimension DESK = Dimension.ofRep("desk", (rep, date) -> switch (rep) {
        case "r0" -> "left";
        case "r1" -> date.getDayOfMonth() % 2 == 0 ? "left" : "right";
        case "r2" -> "right";
        default -> null;
    });
    private static final List<List<Dimension>> ROWS = List.of(
            List.of(),
            List.of(Dimension.REP),
            List.of(Dimension.CHANNEL),
            List.of(REGION),
            List.of(AMOUNT),
            List.of(DESK, AMOUNT),
            List.of(Dimension.REP, REGION),
            List.of(REGION, Dimension.CHANNEL, Dimension.REP));
    private static final List<List<Dimension>> TEAM_ROWS = List.of(
            List.of(Dimension.TEAM),
            List.of(Dimension.TEAM, Dimension.REP),
            List.of(REGION, Dimension.TEAM),
            List.of(Dimension.TEAM, DESK));
    private static final List<String> ZONES =
            List.of("Europe/Sofia", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns");

    private Questions() {}

    /** The question of that seed: about three to ten of these indicators, or as many as there are. */
    public static Question of(long seed, Instant start, List<Indicator> all) {
        Chance chance = new Chance(~seed);
        List<Indicator> indicators = new ArrayList<>(all);
        Collections.shuffle(indicators, chance.random());
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        @Nullable LocalDate from = chance.percent(60) ? null : first.plusDays(chance.below(5));
        @Nullable LocalDate to = chance.percent(60) ? null : first.plusDays(5 + chance.below(6));
        Organization people = organization(chance, first);
        return new Question(
                List.copyOf(indicators.subList(0, Math.min(all.size(), 3 + chance.below(8)))),
                chance.percent(30) ? Granularity.ALL : chance.of(Granularity.values()),
                from,
                to,
                new ReportingCalendar(
                        ZoneId.of(chance.of(ZONES)), chance.of(Month.JANUARY, Month.APRIL, Month.DECEMBER)),
                people != null && chance.percent(50) ? chance.of(TEAM_ROWS) : chance.of(ROWS),
                rates(chance, first),
                people,
                hours(chance, first));
    }

    /** Three of the four reps that histories have, moving between teams in mid-period, employed and absent; the fourth is not there. */
    private static @Nullable Organization organization(Chance chance, LocalDate first) {
        if (chance.percent(40)) {
            return null;
        }
        Organization.Builder people = Organization.builder()
                .team("north", null)
                .team("north-east", "north")
                .team("north-east-1", "north-east")
                .team("south", null);
        for (String rep : List.of("r0", "r1", "r2")) {
            for (int lines = chance.below(3); lines >= 0; lines--) {
                LocalDate from = first.plusDays(chance.below(12) - 4L);
                LocalDate to = chance.percent(50) ? null : from.plusDays(1 + chance.below(6));
                people.member(rep, chance.of("north", "north-east", "north-east-1", "south"), from, to);
            }
            if (chance.percent(50)) {
                LocalDate hired = first.plusDays(chance.below(5) - 2L);
                people.employed(rep, hired, chance.percent(50) ? null : hired.plusDays(1 + chance.below(9)));
            }
            if (chance.percent(50)) {
                LocalDate away = first.plusDays(chance.below(9));
                people.absent(rep, away, away.plusDays(1 + chance.below(3)));
            }
        }
        return people.build();
    }

    private static @Nullable WorkingCalendar hours(Chance chance, LocalDate first) {
        if (chance.percent(40)) {
            return null;
        }
        return WorkingCalendar.mondayToFriday(ZoneId.of(chance.of(ZONES)))
                .withWindows(DayOfWeek.MONDAY, "09:00-13:00", "14:00-18:00")
                .withWindows(DayOfWeek.SATURDAY, "10:00-12:00")
                .withHolidays(List.of(first.plusDays(chance.below(9))))
                .withException(first.plusDays(chance.below(9)), "08:00-24:00");
    }

    private static @Nullable Rates rates(Chance chance, LocalDate first) {
        Rates base = Rates.in(CurrencyUnit.of("EUR"));
        LocalDate early = first.minusYears(1);
        CurrencyUnit dollar = CurrencyUnit.of("USD");
        CurrencyUnit lev = CurrencyUnit.of("BGN");
        return switch (chance.below(3)) {
            case 0 -> null;
            case 1 ->
                base.with(dollar, early, new BigDecimal("0.9"))
                        .with(dollar, first.plusDays(4), new BigDecimal("0.8765"))
                        .with(lev, early, new BigDecimal("0.51129"));
            default -> base.with(dollar, first.plusDays(4), new BigDecimal("0.9"));
        };
    }
}
