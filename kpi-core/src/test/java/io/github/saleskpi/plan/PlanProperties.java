package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

/** Laws of spreads, attainments, comparisons and scores. Every try has a seed of its own and is the same in every run. */
class PlanProperties {
    private static final double SCALE = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final List<String> REPS = List.of("r1", "r2", "r3", "r4", "r5");

    private final Map<String, Integer> census = new TreeMap<>();

    private void met(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    private void tell(String law) {
        System.out.println("Census of " + law + ": " + census);
        if (SCALE >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThan(10));
        }
    }

    // Spreads

    private static Spread spread(Chance chance) {
        if (chance.percent(60)) {
            return chance.of(Spread.overWorkingDays(), Spread.overCalendarDays());
        }
        int parts = 1 + chance.below(7);
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (int i = 1; i < parts; i++) {
            BigDecimal share = left.multiply(BigDecimal.valueOf(chance.below(11), 1));
            shares.add(share);
            left = left.subtract(share);
        }
        shares.add(left);
        Collections.shuffle(shares, chance.random());
        return Spread.inShares(shares);
    }

    private static Period period(Chance chance) {
        return new ReportingCalendar(ZoneOffset.UTC, chance.of(Month.JANUARY, Month.APRIL))
                .periodOf(
                        START.plusDays(chance.below(800)),
                        chance.of(
                                Granularity.DAY,
                                Granularity.WEEK,
                                Granularity.MONTH,
                                Granularity.QUARTER,
                                Granularity.HALF,
                                Granularity.YEAR));
    }

    private static LocalDate dateIn(Chance chance, Period period) {
        return period.from().plusDays(chance.below((int) ChronoUnit.DAYS.between(period.from(), period.to()) + 1));
    }

    @Test
    void aPlanSplitIntoAnyPartsOfItsPeriodAddsUpToThePlanExactly() {
        for (long seed = 0; seed < 2000 * SCALE; seed++) {
            Chance chance = new Chance(seed);
            Period period = period(chance);
            Spread spread = spread(chance);
            List<LocalDate> cuts = new ArrayList<>(List.of(period.from(), period.to()));
            for (int i = 0; i < chance.below(5); i++) {
                cuts.add(dateIn(chance, period));
            }
            Collections.sort(cuts);
            SpreadDays days = new SpreadDays(spread, period, WorkingCalendar.mondayToFriday(ZoneOffset.UTC));
            Fraction sum = Fraction.ZERO;
            for (int i = 1; i < cuts.size(); i++) {
                Fraction part = days.on(LocalDateRange.of(cuts.get(i - 1), cuts.get(i)));
                assertThat(part.signum()).as("seed " + seed).isNotNegative();
                sum = sum.plus(part);
            }
            assertThat(sum).as("seed " + seed).isEqualTo(Fraction.ONE);
            met("in shares", !spread.shares().isEmpty());
            met("over working days", spread.workingDays());
            met("in several parts", cuts.size() > 2);
            met(period.granularity().toString(), true);
        }
        tell("splits");
    }

    @Test
    void whatIsProRatedAndTheRestAreTheWholeAndElapsedAndRemainingToo() {
        for (long seed = 0; seed < 1000 * SCALE; seed++) {
            Chance chance = new Chance(seed);
            Period period = period(chance);
            LocalDate hired = dateIn(chance, period);
            LocalDate today = period.from().plusDays(chance.below(400) - 20);
            Organization people = Organization.builder()
                    .employed("early", START.minusYears(1), hired)
                    .employed("late", hired, null)
                    .build();
            Spread spread = spread(chance);
            Parts parts = new Parts(people, WorkingCalendar.mondayToFriday(ZoneOffset.UTC), today);
            Part whole = parts.of(spread, period, null).orElseThrow();
            Part none = new Part(Fraction.ZERO, Fraction.ZERO, 0);
            Part early = parts.of(spread, period, "early").orElse(none);
            Part late = parts.of(spread, period, "late").orElse(none);
            assertThat(early.share().plus(late.share())).as("seed " + seed).isEqualTo(Fraction.ONE);
            assertThat(early.share().times(early.elapsed()).plus(late.share().times(late.elapsed())))
                    .as("seed " + seed)
                    .isEqualTo(whole.elapsed());
            long days = early.share().signum() == 0 || late.share().signum() == 0
                    ? whole.remainingDays()
                    : early.remainingDays() + late.remainingDays();
            assertThat(days).as("seed " + seed).isEqualTo(whole.remainingDays());
            met("hired inside", early.share().signum() > 0 && late.share().signum() > 0);
            met("some elapsed", whole.elapsed().signum() > 0 && !whole.elapsed().isOne());
            met("all elapsed", whole.elapsed().isOne());
            met("none elapsed", whole.elapsed().signum() == 0);
        }
        tell("pro-rating");
    }

    // Attainments

    private static BigDecimal amount(Chance chance) {
        return BigDecimal.valueOf(chance.below(41) - 20L, chance.below(2));
    }

    @Test
    void attainmentRisesWithTheFactInTheGoalsDirection() {
        for (long seed = 0; seed < 4000 * SCALE; seed++) {
            Chance chance = new Chance(seed);
            BigDecimal a = amount(chance);
            BigDecimal b = amount(chance);
            Goal goal = switch (chance.below(4)) {
                case 0 -> Goal.atLeast(amount(chance));
                case 1 -> Goal.atMost(amount(chance));
                case 2 -> Goal.exactly(amount(chance));
                default -> Goal.within(a.min(b), a.max(b));
            };
            AttainmentRule rule = AttainmentRule.defaultOf(goal);
            BigDecimal fact = amount(chance);
            BigDecimal better = better(goal, fact, chance.below(5));
            BigDecimal before = rule.attained(goal, fact).orElse(null);
            BigDecimal after = rule.attained(goal, better).orElse(null);
            if (before != null && after != null) {
                assertThat(after).as("seed " + seed).isGreaterThanOrEqualTo(before);
                met("risen", after.compareTo(before) > 0);
            }
            if (before != null) {
                assertThat(before.compareTo(BigDecimal.ONE) >= 0)
                        .as("seed " + seed)
                        .isEqualTo(goal.isMet(fact));
            }
            met("undefined", before == null);
            met(rule.toString(), true);
            met("met", goal.isMet(fact));
        }
        tell("attainments");
    }

    private static BigDecimal better(Goal goal, BigDecimal fact, int step) {
        BigDecimal size = BigDecimal.valueOf(step);
        if (goal instanceof Goal.AtLeast) {
            return fact.add(size);
        }
        return goal instanceof Goal.AtMost
                ? fact.subtract(size)
                : fact.subtract(
                        goal.deviation(fact).signum() > 0
                                ? size.min(goal.deviation(fact))
                                : size.negate().max(goal.deviation(fact)));
    }

    // Comparisons

    private static Organization people(Chance chance) {
        Organization.Builder people =
                Organization.builder().team("top", null).team("a", "top").team("b", "top");
        for (String rep : REPS) {
            LocalDate from = START.plusDays(chance.below(60));
            people.member(
                    rep,
                    chance.of("a", "b", "top"),
                    from,
                    chance.percent(50) ? null : from.plusDays(1 + chance.below(90)));
        }
        return people.build();
    }

    private static KpiLedger ledger(Chance chance, KpiQuery query) {
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        for (int i = 0; i < 60; i++) {
            Header header = Header.of(
                            "e" + i,
                            START.plusDays(chance.below(120)).atTime(9, 0).toInstant(ZoneOffset.UTC))
                    .withActor(Actor.rep(chance.of(REPS)));
            ledger.add(
                    chance.percent(50)
                            ? new TaskCompleted(header, "k" + i, "visit")
                            : PaymentReceived.of(
                                    header,
                                    "p" + i,
                                    BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(chance.below(200) - 50L))));
        }
        return ledger;
    }

    private static List<Target> targets(Chance chance) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Audience audience = chance.of(
                    Audience.company(),
                    Audience.team(chance.of("a", "b", "top")),
                    Audience.rep(chance.of(REPS)),
                    Audience.repsOf(chance.of("a", "top")));
            Schedule schedule = chance.of(
                    Schedule.in(Period.month(2026, 1 + chance.below(4))),
                    Schedule.every(Granularity.MONTH, START, START.plusDays(1 + chance.below(150))));
            Indicator indicator = chance.of(Indicators.tasks("visit"), Indicators.REVENUE);
            Goal goal = chance.of(Goal.atLeast("6"), Goal.atMost("6"), Goal.within("2", "6"), Goal.exactly("4"));
            Target target = indicator == Indicators.REVENUE
                    ? Target.of("t" + i, indicator, audience, schedule, goal, CurrencyUnit.EUR)
                    : Target.of("t" + i, indicator, audience, schedule, goal);
            target = target.withSpread(spread(chance)).withWeight(BigDecimal.valueOf(chance.below(4)));
            targets.add(chance.percent(30) ? target.withThreshold("3") : target);
        }
        return targets;
    }

    @Test
    void comparingIsIndependentOfTheOrderOfTargetsTeamsHaveTheFactOfTheirRowAndScoresAreWithinTheCap() {
        PlanFactComparator comparator = PlanFactComparator.standard().withScoreCap(new BigDecimal("1.5"));
        for (long seed = 0; seed < 150 * SCALE; seed++) {
            Chance chance = new Chance(seed);
            String which = "seed " + seed;
            KpiQuery base = KpiQuery.builder().organization(people(chance)).build();
            KpiLedger ledger = ledger(chance, base);
            Viewpoint viewpoint = Viewpoint.asOf(
                    START.plusDays(chance.below(150)).atStartOfDay().toInstant(ZoneOffset.UTC));
            List<Target> targets = targets(chance);
            Plan plan = Plan.of("p").with(START, targets);
            List<KpiReport> reports = comparator.queries(plan, base).stream()
                    .map(query -> ledger.report(query, viewpoint))
                    .toList();
            Scorecard card = comparator.compare(plan, reports);
            List<Target> shuffled = new ArrayList<>(targets);
            Collections.shuffle(shuffled, chance.random());
            List<KpiReport> turned = new ArrayList<>(reports);
            Collections.shuffle(turned, chance.random());
            Scorecard other = comparator.compare(Plan.of("p").with(START, shuffled), turned);
            assertThat(other.comparisons()).as(which).isEqualTo(card.comparisons());
            assertThat(other.scores()).as(which).isEqualTo(card.scores());
            card.scores().forEach(score -> {
                if (score.score() != null) {
                    assertThat(score.score()).isBetween(BigDecimal.ZERO, new BigDecimal("1.5"));
                    met("at the cap", score.score().compareTo(new BigDecimal("1.5")) == 0);
                    met("at zero", score.score().signum() == 0);
                    met("between", score.score().signum() > 0);
                }
            });
            card.comparisons().forEach(each -> {
                if (each.target().indicator() != Indicators.REVENUE) {
                    assertThat(each.fact()).as(which).isEqualTo(row(ledger, base, viewpoint, each));
                }
                met("pro-rated", each.share().compareTo(BigDecimal.ONE) < 0);
                met("below a threshold", each.belowThreshold());
                met(each.status().toString(), true);
                met("of a team", each.who().values().containsKey(Dimension.TEAM.name()));
                met("of the company", each.who().equals(Scope.company()));
            });
        }
        tell("comparisons");
    }

    private static KpiValue row(KpiLedger ledger, KpiQuery base, Viewpoint viewpoint, Comparison each) {
        KpiQuery query = base.toBuilder()
                .indicators(each.target().indicator())
                .groupBy(each.who().values().keySet().stream()
                        .map(Dimension::new)
                        .toList())
                .build();
        return ledger.report(query, viewpoint).value(each.target().indicator(), each.who(), each.period());
    }
}
