package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.plan.Comparison.Step;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Scorecard.Score;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The words of comparisons and scores against their numbers, over every kind of goal, rule, fact and moment. */
class ArithmeticProperties {
    private static final double SCALE = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));
    private static final Period MARCH = Period.month(2026, 3);
    private static final Judge JUDGE = new Judge(BigDecimal.ONE, new BigDecimal("0.90"), new BigDecimal("0.75"));

    private final Map<String, Integer> census = new TreeMap<>();

    private void met(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    private static BigDecimal amount(Chance chance) {
        return BigDecimal.valueOf(chance.below(41) - (chance.percent(30) ? 20L : 0L), chance.below(2));
    }

    private static Target target(Chance chance, int number) {
        BigDecimal a = amount(chance);
        BigDecimal b = chance.percent(10) ? a : amount(chance);
        Goal goal = chance.of(Goal.atLeast(a), Goal.atMost(a), Goal.exactly(a), Goal.within(a.min(b), a.max(b)));
        Indicator indicator = chance.of(Indicators.tasks("visit"), Indicators.WIN_RATE, Indicators.REVENUE);
        Audience audience = Audience.rep("r1");
        Target target = indicator == Indicators.REVENUE
                ? Target.of("t" + number, indicator, audience, Schedule.in(MARCH), goal, CurrencyUnit.EUR)
                : Target.of("t" + number, indicator, audience, Schedule.in(MARCH), goal);
        AttainmentRule rule = chance.of(AttainmentRule.values());
        target = rule.fits(goal) ? target.withAttainment(rule) : target;
        target = chance.percent(40) ? target.withThreshold(amount(chance)) : target;
        target = chance.percent(40) ? target.withStretch(amount(chance)) : target;
        return target.withWeight(BigDecimal.valueOf(chance.below(4)));
    }

    private static KpiValue fact(Chance chance, boolean money) {
        if (chance.percent(10)) {
            return chance.percent(50)
                    ? KpiValue.undefined(Reason.NO_DATA)
                    : KpiValue.censored(amount(chance).abs(), 3);
        }
        BigDecimal amount = amount(chance);
        if (money) {
            return KpiValue.money(BigMoney.of(chance.percent(90) ? CurrencyUnit.EUR : CurrencyUnit.USD, amount), 2);
        }
        @Nullable BigDecimal low = chance.percent(80) ? amount.subtract(BigDecimal.valueOf(chance.below(5))) : null;
        Bounds bounds = new Bounds(low, chance.percent(80) ? amount.add(BigDecimal.ONE) : null);
        return new KpiValue.Defined(
                amount, null, null, 5, chance.percent(50) ? bounds : null, null, List.of(), List.of());
    }

    private static Comparison comparison(Chance chance, int number) {
        Target target = target(chance, number);
        Part part = target.spread() == null
                ? Part.WHOLE
                : new Part(
                        chance.percent(50) ? Fraction.ONE : Fraction.of(1 + chance.below(21), 22),
                        Fraction.of(chance.below(4), 3),
                        chance.below(20));
        Whom.Place place = new Whom.Place(Scope.rep("r1"), Scope.rep("r1"), null);
        return JUDGE.compare(target, place, MARCH, chance.percent(50), part, fact(chance, target.currency() != null));
    }

    private static Optional<String> words(List<Step> steps, String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .map(Step::words)
                .findFirst();
    }

    private void comesTo(String where, Comparison comparison, String name, @Nullable BigDecimal amount) {
        Optional<String> words = words(comparison.arithmetic(), name);
        met(name, amount != null);
        if (amount != null) {
            assertThat(words.orElseThrow())
                    .as(where + " " + name)
                    .matches(text -> text.endsWith(" = " + Arithmetic.digits(amount))
                            || text.startsWith(Arithmetic.digits(amount) + ", "));
        }
    }

    @Test
    void everyEquationInTheWordsHoldsAndComesToTheNumberThatItExplains() {
        int equations = 0;
        for (long seed = 0; seed < 3000 * SCALE; seed++) {
            Comparison comparison = comparison(new Chance(seed), 0);
            String where = "seed " + seed;
            for (Step step : comparison.arithmetic()) {
                equations += Sums.check(step.words());
            }
            comesTo(where, comparison, "deviation", comparison.deviation());
            comesTo(where, comparison, "attainment", comparison.attainment());
            Pace pace = comparison.pace();
            comesTo(where, comparison, "projection", pace == null ? null : pace.projection());
            comesTo(where, comparison, "required pace", pace == null ? null : pace.requiredPace());
            Step last = comparison.arithmetic().get(comparison.arithmetic().size() - 1);
            assertThat(last.name()).as(where).isEqualTo("status");
            assertThat(last.words()).as(where).endsWith(": " + comparison.status());
            saysWhatIsThere(where, comparison);
            met(comparison.status().toString(), true);
            met(comparison.target().attainment().toString(), true);
        }
        System.out.println("Census of the words of comparisons: " + equations + " equations, " + census);
        assertThat(equations).isGreaterThan((int) (3000 * SCALE));
        if (SCALE >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThan(10));
        }
    }

    private void saysWhatIsThere(String where, Comparison comparison) {
        List<Step> steps = comparison.arithmetic();
        boolean isKnown = comparison.fact() instanceof KpiValue.Defined;
        assertThat(words(steps, "goal")).as(where).isPresent();
        assertThat(words(steps, "fact")).as(where).isPresent();
        assertThat(words(steps, "threshold").isPresent()).as(where).isEqualTo(comparison.threshold() != null);
        assertThat(words(steps, "stretch").isPresent()).as(where).isEqualTo(comparison.stretch() != null);
        assertThat(words(steps, "deviation").isPresent()).as(where).isEqualTo(isKnown);
        assertThat(words(steps, "attainment").isPresent()).as(where).isEqualTo(isKnown);
        Pace pace = comparison.pace();
        assertThat(words(steps, "expected by now").isPresent()).as(where).isEqualTo(pace != null);
        assertThat(words(steps, "projection").isPresent())
                .as(where)
                .isEqualTo(pace != null && pace.projection() != null);
        assertThat(words(steps, "required pace").isPresent())
                .as(where)
                .isEqualTo(pace != null && pace.requiredPace() != null);
        words(steps, "within noise").ifPresent(words -> {
            assertThat(words.contains(" contains ")).as(where).isEqualTo(comparison.withinNoise());
            met("within noise", comparison.withinNoise());
        });
        boolean isPart = comparison.share().compareTo(BigDecimal.ONE) < 0;
        assertThat(words(steps, "goal").orElseThrow().endsWith("the part of the days employed"))
                .as(where)
                .isEqualTo(isPart);
        met("pro-rated", isPart);
        met("no answer", isKnown && comparison.attainment() == null);
    }

    @Test
    void theTermsOfEveryScoreAddUpToIt() {
        int scores = 0;
        for (long seed = 0; seed < 600 * SCALE; seed++) {
            Chance chance = new Chance(seed);
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < 1 + chance.below(5); i++) {
                comparisons.add(comparison(chance, i));
            }
            Score score = Scores.of(comparisons, BigDecimal.valueOf(2)).get(0);
            for (Step step : score.arithmetic()) {
                assertThat(Sums.check(step.words())).as("seed " + seed).isPositive();
            }
            BigDecimal amount = score.score();
            assertThat(words(score.arithmetic(), "score").isPresent())
                    .as("seed " + seed)
                    .isEqualTo(amount != null);
            if (amount != null) {
                assertThat(words(score.arithmetic(), "score").orElseThrow())
                        .as("seed " + seed)
                        .endsWith(" = " + Arithmetic.digits(amount));
                scores++;
            }
            assertThat(score.arithmetic().size() + score.noData().size() - (amount == null ? 0 : 1))
                    .as("seed " + seed)
                    .isEqualTo(comparisons.size());
        }
        assertThat(scores).isGreaterThan((int) (300 * SCALE));
    }
}
