package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.value.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** A plan that is written is read as an equal one. */
class PlanRoundTripProperties {
    private static final Indicator SHARE = Indicator.shareOfTeam("share-of-team", Indicators.named("activities/call"))
            .build();
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final List<Indicator> INDICATORS = List.of(
            Indicators.WIN_RATE,
            Indicators.REVENUE,
            Indicators.FOLLOW_UPS,
            Indicators.named("win-rate:won-amount"),
            Indicators.tasks("errand: Ж"),
            Indicators.winRateWithStale(30),
            Indicators.named("activities/call"),
            SHARE,
            Indicators.named("response-time/working-time:within-1h"));
    private static final List<Granularity> LENGTHS = Stream.of(Granularity.values())
            .filter(length -> length != Granularity.ALL)
            .toList();
    private static final List<Audience> AUDIENCES =
            List.of(Audience.company(), Audience.team("t:1"), Audience.rep("Ж😀\"\\"), Audience.repsOf("t"));

    private static <T> T of(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(4001) - 1000L, random.nextInt(6) - 2);
    }

    private static Goal goal(Random random) {
        BigDecimal a = amount(random);
        BigDecimal b = amount(random);
        return switch (random.nextInt(4)) {
            case 0 -> Goal.atLeast(a);
            case 1 -> Goal.atMost(a);
            case 2 -> Goal.exactly(a);
            default -> Goal.within(a.min(b), a.max(b));
        };
    }

    private static Schedule schedule(Random random, ReportingCalendar calendar) {
        Granularity length = of(random, LENGTHS);
        LocalDate date = START.plusDays(random.nextInt(900));
        return random.nextBoolean()
                ? Schedule.in(calendar.periodOf(date, length))
                : Schedule.every(length, date, date.plusDays(1 + random.nextInt(400)));
    }

    private static Spread spread(Random random) {
        BigDecimal share = BigDecimal.valueOf(random.nextInt(101), 2);
        Spread spread = of(
                random,
                List.of(
                        Spread.overWorkingDays(),
                        Spread.overCalendarDays(),
                        Spread.inShares(List.of(share, BigDecimal.ONE.subtract(share)))));
        return random.nextBoolean() ? spread : spread.withoutProrating();
    }

    private static Target target(Random random, String id, ReportingCalendar calendar) {
        Indicator indicator = of(random, INDICATORS);
        Goal goal = goal(random);
        AttainmentRule any = of(random, List.of(AttainmentRule.values()));
        return new Target(
                id,
                indicator,
                indicator == SHARE && random.nextBoolean()
                        ? Audience.repIn("Ж,\"", "t:1,rep:x")
                        : of(random, AUDIENCES),
                schedule(random, calendar),
                goal,
                random.nextBoolean() ? null : amount(random),
                random.nextBoolean() ? null : amount(random),
                random.nextBoolean() ? BigDecimal.ONE : amount(random).abs(),
                any.fits(goal) ? any : AttainmentRule.defaultOf(goal),
                indicator.primary().unit() == Unit.MONEY ? CurrencyUnit.USD : null,
                indicator.primary().accrues() ? spread(random) : null);
    }

    @Test
    void aPlanThatIsWrittenIsReadAsAnEqualOne() throws IOException {
        Map<String, Integer> census = new TreeMap<>();
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ReportingCalendar calendar =
                    new ReportingCalendar(ZoneOffset.UTC, random.nextBoolean() ? Month.JANUARY : Month.JULY);
            Plan plan = Plan.of("p" + seed);
            for (int version = 0; version < random.nextInt(4); version++) {
                List<Target> targets = new ArrayList<>();
                for (int i = 0; i < random.nextInt(6); i++) {
                    Target target = target(random, "t" + i, calendar);
                    targets.add(target);
                    census.merge(target.goal().getClass().getSimpleName(), 1, Integer::sum);
                    census.merge(target.attainment().toString(), 1, Integer::sum);
                    census.merge(target.schedule().getClass().getSimpleName(), 1, Integer::sum);
                    census.merge(target.spread() == null ? "not spread" : "spread", 1, Integer::sum);
                    boolean isWithinATeam = target.audience().rep().isPresent()
                            && target.audience().team().isPresent();
                    census.merge(isWithinATeam ? "a rep within a team" : "others", 1, Integer::sum);
                }
                plan = plan.with(START.plusDays(100L * version), targets);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            KpiJackson3.writePlan(plan, out);
            assertThat(KpiJackson3.readPlan(
                            new ByteArrayInputStream(out.toByteArray()),
                            calendar,
                            name -> name.equals("share-of-team") ? SHARE : Indicators.named(name)))
                    .as("seed " + seed)
                    .isEqualTo(plan);
        }
        System.out.println("Census of the plans: " + census);
        assertThat(census)
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy((what, times) -> assertThat(times).isGreaterThan(10));
    }

    @Test
    void anIdWithHalfASurrogatePairIsNotWritten() {
        assertThatThrownBy(() -> KpiJackson3.writePlan(Plan.of("\ud800"), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not have half a surrogate pair");
    }
}
