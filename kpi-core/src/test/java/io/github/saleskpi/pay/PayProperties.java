package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.MARCH;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.WIN_RATE;
import static io.github.saleskpi.pay.Schemes.WIN_RATE_FACT;
import static io.github.saleskpi.pay.Schemes.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.pay.Curve.Point;
import io.github.saleskpi.pay.Curve.Reading;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Split;
import io.github.saleskpi.pay.PayRun.RestatedLine;
import io.github.saleskpi.pay.PayRun.Restatement;
import io.github.saleskpi.pay.PayRun.Seal;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.pay.PayScheme.Rounding;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.pay.PayStatement.Next;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Laws of pay, over schemes in which everything that a scheme can say is said often. */
class PayProperties {
    private static final int TRIES = 1_200;
    private static final SortedMap<String, Integer> CENSUS = new TreeMap<>();
    private static final Input SCORE = new Input.Score();

    private final Chance chance = new Chance(20260326);

    @AfterAll
    static void printCensus() {
        System.out.println("Pay: " + CENSUS);
        assertThat(CENSUS.keySet())
                .contains("BASE", "COMPONENT", "FACTOR", "PRODUCT", "CLAWBACK", "PROTECTION", "FLOOR", "CAP")
                .contains("MARGINAL", "WHOLE", "STEP", "Linear", "unpaid", "next step", "restated line", "split");
    }

    private static void count(String what) {
        CENSUS.merge(what, 1, Integer::sum);
    }

    @Test
    void linesAddUpToTheTotalToTheLastDigitForAnySchemeAndRounding() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            PayStatement statement = scheme.statement(facts("r1"));
            BigDecimal exact = sum(statement.lines().stream().map(Line::exact).toList());
            assertThat(statement.total())
                    .isEqualTo(exact.setScale(
                            scheme.rounding().scale(), scheme.rounding().mode()));
            assertThat(sum(statement.lines().stream().map(Line::amount).toList()))
                    .isEqualByComparingTo(statement.total());
            BigDecimal unit = BigDecimal.ONE.movePointLeft(scheme.rounding().scale());
            for (Line line : statement.lines()) {
                assertThat(line.amount().subtract(line.exact()).abs()).isLessThan(unit);
                assertThat(line.amount().scale()).isEqualTo(scheme.rounding().scale());
                count(line.kind().name());
                count(line.unpaid() == null ? "paid" : "unpaid");
            }
        }
    }

    @Test
    void noLineFallsBelowItsSchemesPromises() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            BigDecimal exact = sum(scheme.statement(facts("r1")).lines().stream()
                    .map(Line::exact)
                    .toList());
            if (scheme.deductsFromBase() == null && scheme.cap() == null) {
                assertThat(exact).isGreaterThanOrEqualTo(scheme.base());
                count("base kept");
            }
            if (scheme.floor() != null) {
                assertThat(exact).isGreaterThanOrEqualTo(scheme.floor());
            }
            if (scheme.cap() != null) {
                assertThat(exact).isLessThanOrEqualTo(scheme.cap());
            }
        }
    }

    @Test
    void marginalTiersAndLinesNeverFallAndNeverJump() {
        BigDecimal step = n("0.001");
        for (int i = 0; i < TRIES; i++) {
            Curve curve = curve(chance.percent(50) ? Reading.MARGINAL : null, false);
            BigDecimal steepest = steepest(curve);
            BigDecimal at =
                    curve.bends().get(chance.below(curve.bends().size())).add(number(-20, 20, 3));
            for (BigDecimal input : List.of(
                    at, curve.bends().get(0), curve.bends().get(curve.bends().size() - 1))) {
                BigDecimal below = input.subtract(step);
                BigDecimal rise = curve.at(input).subtract(curve.at(below));
                assertThat(rise)
                        .as("%s at %s", curve, input)
                        .isBetween(BigDecimal.ZERO, steepest.multiply(step).add(n("1e-20")));
            }
        }
    }

    @Test
    void onSuchCurvesTheTotalNeverFallsAsAFactRises() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = PayScheme.of("s", 1, CurrencyUnit.EUR, number(0, 500, 2), Schemes.CENTS);
            int count = 1 + chance.below(3);
            for (int c = 0; c < count; c++) {
                Curve curve = curve(chance.percent(50) ? Reading.MARGINAL : null, false);
                PayComponent component = PayComponent.of("c" + c, input(), curve, pays());
                component = chance.percent(30) ? component.withGate(input(), number(0, 2, 1)) : component;
                component = chance.percent(30) ? component.withCap(number(0, 3, 2)) : component;
                component = chance.percent(30) ? component.withThreshold(number(0, 1, 2)) : component;
                scheme = scheme.with(chance.percent(50) ? component.withClawback(number(0, 1, 2)) : component);
            }
            scheme = chance.percent(30) ? scheme.withFloor(number(500, 600, 2)) : scheme;
            scheme = chance.percent(30) ? scheme.withCap(number(600, 900, 2)) : scheme;
            PayFacts facts = facts("r1");
            for (Input input : scheme.inputs()) {
                if (facts.values().get(input) instanceof KpiValue.Defined known && scheme.isIn(known)) {
                    PayFacts higher = facts.with(input, known.amount().add(number(0, 300, 3)));
                    BigDecimal total = scheme.statement(facts).total();
                    assertThat(scheme.statement(higher).total())
                            .as("%s %s", input, scheme)
                            .isGreaterThanOrEqualTo(total);
                    count(scheme.statement(higher).total().compareTo(total) > 0 ? "rises" : "stays");
                }
            }
        }
    }

    @Test
    void wholeTiersAndStepsJumpJustWhereTheLinterSaysSo() {
        for (int i = 0; i < TRIES; i++) {
            Curve.Tiers curve = (Curve.Tiers) curve(chance.of(Reading.WHOLE, Reading.STEP), true);
            PayScheme scheme = PayScheme.of("s", 1, CurrencyUnit.EUR, BigDecimal.ZERO, Schemes.CENTS)
                    .with(PayComponent.commission("c", REVENUE_FACT, curve));
            String findings = scheme.lint(null, List.of()).toString();
            for (BigDecimal at : curve.bends()) {
                BigDecimal jump = curve.at(at).subtract(curve.at(at.subtract(n("1e-12"))));
                boolean jumps = jump.abs().compareTo(n("1e-6")) > 0 && (at.signum() > 0 || jump.signum() < 0);
                String word = jump.signum() > 0 ? "cliff" : "fall";
                assertThat(findings.contains(word + " at " + Exact.words(at) + ")"))
                        .as("%s at %s: %s", curve, at, findings)
                        .isEqualTo(jumps);
                count(jumps ? word : "no jump");
            }
        }
    }

    @Test
    void theWordsOfALineHoldEveryNumberThatEntersIt() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            PayStatement statement = scheme.statement(facts("r1"));
            for (PayComponent component : scheme.components()) {
                Line line = statement.line(component.id()).orElseThrow();
                if (line.unpaid() == null) {
                    List<BigDecimal> numbers = new ArrayList<>(
                            List.of(component.curve().at(amount(line.inputs().get(component.input())))));
                    line.inputs().values().forEach(value -> numbers.add(amount(value)));
                    component.gates().forEach(gate -> numbers.add(gate.atLeast()));
                    assertThat(line.words())
                            .contains(numbers.stream().map(Exact::words).toList())
                            .contains(Payout.weighted(component), Outlook.rounding(line.exact(), line.amount()));
                }
            }
        }
    }

    @Test
    void theNextStepPaysWhatAWhatIfSaysThatItPays() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            PayFacts facts = facts("r1");
            PayStatement statement = scheme.statement(facts);
            for (Line line : statement.lines()) {
                Next next = line.next();
                if (next != null && facts.splits().isEmpty()) {
                    BigDecimal then = scheme.statement(facts.with(next.input(), next.at()))
                            .total();
                    assertThat(next.more()).isPositive().isEqualTo(then.subtract(statement.total()));
                    count("next step");
                }
            }
        }
    }

    @Test
    void aWhatIfWithTheSameFactsIsTheStatement() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            PayFacts facts = facts("r1");
            PayFacts again = facts;
            for (Map.Entry<Input, KpiValue> entry : facts.values().entrySet()) {
                again = again.with(entry.getKey(), KpiValue.of(BigDecimal.TEN, 1))
                        .with(entry.getKey(), entry.getValue());
            }
            assertThat(again).isEqualTo(facts);
            assertThat(scheme.statement(again)).isEqualTo(scheme.statement(facts));
        }
    }

    @Test
    void anUnchangedRunRestatesNothingAndAChangedOneAddsUpToTheDifferenceOfTheTotals() {
        for (int i = 0; i < TRIES; i++) {
            PayScheme scheme = scheme();
            List<PayFacts> facts = List.of(facts("r1"), facts("r2"));
            Seal before = PayRun.of(scheme, facts).seal();
            Seal same = PayRun.of(scheme, List.of(facts.get(1), facts.get(0))).seal();
            assertThat(same.digest()).isEqualTo(before.digest());
            assertThat(before.restate(same).isEmpty()).isTrue();
            assertThat(before.restate(same).inputs()).isEmpty();
            PayScheme changed = chance.percent(30) ? scheme() : scheme;
            Seal after = PayRun.of(changed, List.of(chance.percent(70) ? facts("r1") : facts.get(0), facts.get(1)))
                    .seal();
            Restatement restatement = before.restate(after);
            assertThat(restatement.difference())
                    .isEqualByComparingTo(total(after).subtract(total(before)));
            for (RestatedLine line : restatement.lines()) {
                assertThat(line.difference().signum()).isNotZero();
                assertThat(line.inputs().isEmpty() && restatement.terms().isEmpty())
                        .as("%s", line)
                        .isFalse();
                count("restated line");
            }
        }
    }

    @Test
    void splitsMoveAFactBetweenRepsAndLoseNothing() {
        for (int i = 0; i < TRIES; i++) {
            BigDecimal share = number(0, 1, 3);
            Split split = new Split(
                    "o1",
                    REVENUE,
                    "r1",
                    number(-100, 1000, 2),
                    new TreeMap<>(Map.of("r1", share, "r2", BigDecimal.ONE.subtract(share))));
            KpiValue first = PayFacts.of("r1", MARCH)
                    .withFact(REVENUE, Schemes.eur("1000"))
                    .withSplit(split)
                    .value(REVENUE_FACT);
            KpiValue second = PayFacts.of("r2", MARCH)
                    .withFact(REVENUE, Schemes.eur("50"))
                    .withSplit(split)
                    .value(REVENUE_FACT);
            assertThat(amount(first).add(amount(second))).isEqualByComparingTo("1050");
            count("split");
        }
    }

    private static BigDecimal amount(KpiValue value) {
        return ((KpiValue.Defined) value).amount();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(Seal seal) {
        return sum(seal.statements().stream().map(PayStatement::total).toList());
    }

    private BigDecimal number(int from, int to, int scale) {
        int unit = BigDecimal.TEN.pow(scale).intValueExact();
        return BigDecimal.valueOf(from * (long) unit + chance.below((to - from) * unit + 1), scale);
    }

    /** The greatest rise per unit of input; overlapping tiers are not drawn where this is asked. */
    private static BigDecimal steepest(Curve curve) {
        if (curve instanceof Curve.Tiers tiers) {
            return tiers.tiers().stream().map(Tier::rate).reduce(BigDecimal.ZERO, BigDecimal::max);
        }
        BigDecimal steepest = BigDecimal.ZERO;
        List<Point> points = ((Curve.Linear) curve).points();
        for (int i = 1; i < points.size(); i++) {
            BigDecimal rise = points.get(i).gives().subtract(points.get(i - 1).gives());
            BigDecimal run = points.get(i).at().subtract(points.get(i - 1).at());
            steepest = steepest.max(rise.divide(run, 10, RoundingMode.UP));
        }
        return steepest;
    }

    /** Tiers one after the other, in some tries with a gap, or for null a line; rates never fall unless they may. */
    private Curve curve(Reading reading, boolean mayFall) {
        int count = 1 + chance.below(4);
        BigDecimal at = number(chance.percent(30) ? -2 : 0, 2, 1);
        BigDecimal gives = number(0, 1, 1);
        List<Tier> tiers = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal end = at.add(number(0, 3, 2)).add(n("0.01"));
            gives = mayFall ? number(0, 3, 2) : gives.add(number(0, 2, 3));
            boolean isOpen = i == count - 1 && chance.percent(80);
            tiers.add(new Tier(at, isOpen ? null : end, reading == Reading.MARGINAL ? number(0, 3, 2) : gives));
            points.add(new Point(at, gives));
            at = chance.percent(15) ? end.add(n("0.5")) : end;
        }
        count(reading == null ? "Linear" : reading.name());
        return reading == null ? new Curve.Linear(points) : new Curve.Tiers(reading, tiers);
    }

    private Curve anyCurve() {
        return curve(chance.percent(25) ? null : chance.of(Reading.values()), chance.percent(30));
    }

    private Input input() {
        return chance.of(List.of(QUOTA, REVENUE_FACT, WIN_RATE_FACT, SCORE));
    }

    private Pays pays() {
        return chance.of(
                List.of(new Pays.Amount(number(0, 500, 1)), new Pays.RateOf(REVENUE_FACT), new Pays.ShareOfBase()));
    }

    private PayComponent component(String id, boolean isFactor) {
        PayComponent component = PayComponent.of(id, input(), anyCurve(), isFactor ? new Pays.Factor() : pays());
        component = chance.percent(25) ? component.withGate(input(), number(0, 2, 1)) : component;
        component = chance.percent(20)
                ? component.withRamp(Curve.linear(Schemes.point("0", "0.25"), Schemes.point("6", "1")))
                : component;
        component = chance.percent(20) ? component.withThreshold(number(0, 1, 2)) : component;
        component = chance.percent(20) ? component.withCap(number(0, 3, 2)) : component;
        if (!isFactor) {
            component = chance.percent(40) ? component.withClawback(number(0, 1, 2)) : component;
            component = chance.percent(20) ? component.withWeight(number(0, 1, 3)) : component;
        }
        return component;
    }

    private PayScheme scheme() {
        RoundingMode mode = chance.of(
                RoundingMode.HALF_UP,
                RoundingMode.HALF_EVEN,
                RoundingMode.DOWN,
                RoundingMode.UP,
                RoundingMode.FLOOR,
                RoundingMode.CEILING);
        BigDecimal base = chance.percent(30) ? BigDecimal.ZERO : number(0, 2000, 3);
        PayScheme scheme = PayScheme.of("s", 1, CurrencyUnit.EUR, base, new Rounding(mode, chance.below(4)));
        boolean multiplies = chance.percent(30);
        if (multiplies) {
            scheme = scheme.withCombination(
                    chance.percent(50) ? new Combination.OfBase() : new Combination.OnTop(pays()));
        }
        int count = chance.below(5);
        for (int i = 0; i < count; i++) {
            scheme = scheme.with(component("c" + i, multiplies));
        }
        scheme = chance.percent(20) ? scheme.deductingFromBase("as agreed") : scheme;
        scheme = chance.percent(25) ? scheme.withFloor(paid(base.add(number(0, 200, 2)), scheme)) : scheme;
        BigDecimal least = scheme.floor() == null ? base : scheme.floor();
        return chance.percent(25) ? scheme.withCap(paid(least.add(number(0, 300, 2)), scheme)) : scheme;
    }

    /** Not less, and no finer than what is paid. */
    private static BigDecimal paid(BigDecimal amount, PayScheme scheme) {
        return amount.setScale(scheme.rounding().scale(), RoundingMode.CEILING);
    }

    private PayFacts facts(String rep) {
        PayFacts facts = PayFacts.of(rep, MARCH);
        facts = chance.percent(85) ? facts.with(QUOTA, third(number(0, 5, 3))) : facts;
        facts = chance.percent(85)
                ? facts.withFact(REVENUE, Schemes.eur(number(-300, 900, 2).toPlainString()))
                : facts;
        facts = chance.percent(85) ? facts.withFact(WIN_RATE, KpiValue.ratio(chance.below(5), 4)) : facts;
        facts = chance.percent(5) ? facts.withFact(WIN_RATE, KpiValue.undefined(Reason.FAILED)) : facts;
        facts = chance.percent(5) ? facts.withFact(REVENUE, KpiValue.money(BigMoney.parse("USD 5"), 1)) : facts;
        facts = chance.percent(80) ? facts.withScore(KpiValue.of(number(0, 2, 2), 1)) : facts;
        facts = chance.percent(80) ? facts.withMonthsSinceHire(chance.below(9)) : facts;
        facts = chance.percent(15)
                ? facts.withClawback("earlier", BigMoney.of(CurrencyUnit.EUR, number(0, 90, 2)))
                : facts;
        return chance.percent(10) ? facts.withSplit(PayFactsTest.split("r1", "0.25", "r2", "0.75")) : facts;
    }

    private static BigDecimal third(BigDecimal of) {
        return of.divide(n("3"), MathContext.DECIMAL128);
    }
}
