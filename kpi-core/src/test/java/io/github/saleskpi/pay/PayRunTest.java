package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.CENTS;
import static io.github.saleskpi.pay.Schemes.MARCH;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.WIN_RATE;
import static io.github.saleskpi.pay.Schemes.eur;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.revenue;
import static io.github.saleskpi.pay.Schemes.scheme;
import static io.github.saleskpi.pay.Schemes.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayRun.ChangedInput;
import io.github.saleskpi.pay.PayRun.RestatedLine;
import io.github.saleskpi.pay.PayRun.Restatement;
import io.github.saleskpi.pay.PayRun.Seal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PayRunTest {
    private static final PayComponent COMMISSION =
            PayComponent.commission("commission", REVENUE_FACT, Curve.flat(n("0.1")));
    private static final PayComponent BONUS =
            PayComponent.amount("bonus", QUOTA, Curve.steps(tier("1", null, "1")), n("500"));
    private static final PayScheme SCHEME = scheme("1000", COMMISSION, BONUS);
    private static final Source TEAM = new Source(WIN_RATE, Scope.company());
    private static final PayFacts FACTS = revenue("1000").with(QUOTA, KpiValue.of(n("0.9"), 10), TEAM);

    private static Seal seal(PayScheme scheme, PayFacts... facts) {
        return PayRun.of(scheme, List.of(facts)).seal();
    }

    @Test
    void statementsAreSortedByRepAndPeriod() {
        PayFacts april = PayFacts.of("r1", Period.month(2026, 4));
        PayFacts other = PayFacts.of("r0", MARCH);
        assertThat(PayRun.of(SCHEME, List.of(april, FACTS, other)).statements())
                .extracting(statement -> statement.rep() + " " + statement.period())
                .containsExactly("r0 2026-03", "r1 2026-03", "r1 2026-04");
    }

    @Test
    void aRepHasOneSetOfFactsForAPeriod() {
        assertThatThrownBy(() -> PayRun.of(SCHEME, List.of(FACTS, revenue("5"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facts of r1 (2026-03): must be given once. Maybe one is of another period.");
    }

    @Test
    void aSealIsVerifiedWithoutAnyEvents() {
        Seal seal = seal(SCHEME, FACTS);
        assertThat(seal.isIntact()).isTrue();
        Seal other = seal(SCHEME, FACTS.withFact(REVENUE, eur("1000.01")));
        assertThat(with(seal, seal.digest(), other.facts(), seal.statements()).isIntact())
                .isFalse();
        assertThat(with(seal, seal.digest(), seal.facts(), other.statements()).isIntact())
                .isFalse();
        assertThat(with(seal, other.digest(), seal.facts(), seal.statements()).isIntact())
                .isFalse();
    }

    private static Seal with(Seal seal, String digest, List<PayFacts> facts, List<PayStatement> statements) {
        return new Seal(digest, seal.scheme(), seal.planVersions(), seal.definitions(), facts, statements);
    }

    @Test
    void theDigestIsOfNumbersAndNotOfHowTheyAreWritten() {
        assertThat(seal(SCHEME, FACTS).digest())
                .hasSize(64)
                .isEqualTo(seal(SCHEME, FACTS.withFact(REVENUE, eur("1000.00"))).digest());
    }

    @Test
    void theDigestChangesWithEveryInputAndEveryTerm() {
        String digest = seal(SCHEME, FACTS).digest();
        PayFacts shared = FACTS.withSplit(PayFactsTest.split("r1", "0.5", "r2", "0.5"));
        Plan plan = Plan.of("p").with(LocalDate.of(2026, 1, 1), List.of());
        assertThat(List.of(
                        seal(SCHEME, FACTS.withFact(REVENUE, eur("1000.01"))).digest(),
                        seal(SCHEME, FACTS.withFact(REVENUE, KpiValue.undefined(KpiValue.Reason.FAILED)))
                                .digest(),
                        seal(SCHEME, FACTS.withMonthsSinceHire(3)).digest(),
                        seal(SCHEME, shared).digest(),
                        seal(SCHEME.withFloor(n("1")), FACTS).digest(),
                        seal(SCHEME.deductingFromBase("it may"), FACTS).digest(),
                        seal(scheme("1000", COMMISSION.withGate(QUOTA, n("0")), BONUS), FACTS)
                                .digest(),
                        seal(scheme("1000", COMMISSION.withGate(QUOTA, n("0.1")), BONUS), FACTS)
                                .digest(),
                        seal(scheme("1000", COMMISSION.withWeight(n("1.1")), BONUS), FACTS)
                                .digest(),
                        PayRun.of(SCHEME, List.of(FACTS)).underPlan(plan).seal().digest(),
                        digest))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSealKeepsDefinitionsAndTheVersionOfThePlanInForceOnTheFirstDay() {
        Plan plan = Plan.of("p")
                .with(LocalDate.of(2026, 1, 1), List.of())
                .with(LocalDate.of(2026, 3, 1), List.of())
                .with(LocalDate.of(2026, 3, 2), List.of());
        Seal seal = PayRun.of(SCHEME, List.of(FACTS)).underPlan(plan).seal();
        assertThat(seal.planVersions()).containsExactly("p from 2026-03-01");
        assertThat(seal.definitions()).containsExactly(REVENUE, WIN_RATE);
        assertThat(seal.scheme()).isEqualTo(SCHEME);
        assertThat(seal.statements()).containsExactly(SCHEME.statement(FACTS));
    }

    @Test
    void anUnchangedRunRestatesNothing() {
        Restatement none = seal(SCHEME, FACTS)
                .restate(seal(SCHEME, FACTS.withFact(REVENUE, KpiValue.money(BigMoney.parse("EUR 1000"), 77))));
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.inputs()).isEmpty();
        assertThat(none.terms()).isEmpty();
        assertThat(none.difference()).isEqualTo("0");
    }

    @Test
    void aRestatementNamesTheLineAndTheInputsBehindIt() {
        PayFacts later = FACTS.withFact(REVENUE, eur("700"));
        Restatement restatement = seal(SCHEME, FACTS).restate(seal(SCHEME, later));
        ChangedInput changed = new ChangedInput(
                "r1", MARCH, REVENUE_FACT, new Source(REVENUE, Scope.rep("r1")), eur("1000"), eur("700"));
        assertThat(restatement.lines())
                .containsExactly(
                        new RestatedLine("r1", MARCH, "commission", n("100.00"), n("70.00"), List.of(changed)));
        assertThat(restatement.difference()).isEqualTo("-30.00");
    }

    @Test
    void aChangedInputSaysWhoseTargetItIs() {
        Restatement restatement = seal(SCHEME, FACTS).restate(seal(SCHEME, FACTS.withAttainment("quota", n("1"))));
        assertThat(restatement.inputs()).singleElement().satisfies(changed -> {
            assertThat(changed.source()).isEqualTo(TEAM);
            assertThat(changed.after()).isEqualTo(KpiValue.of(n("1"), 1));
        });
        assertThat(restatement.difference()).isEqualTo("500.00");
    }

    @Test
    void aLimitIsRestatedForWhatChangedInTheStatement() {
        PayScheme capped = SCHEME.withCap(n("1050"));
        Restatement restatement = seal(capped, FACTS).restate(seal(capped, FACTS.withFact(REVENUE, eur("2000"))));
        assertThat(restatement.lines()).extracting(RestatedLine::line).containsExactly("commission", "cap");
        assertThat(restatement.lines())
                .allSatisfy(line -> assertThat(line.inputs()).hasSize(1));
        assertThat(restatement.difference()).isEqualByComparingTo("0");
    }

    @Test
    void aChangedInputThatPaysNoOtherwiseIsToldWithoutALine() {
        Restatement restatement = seal(SCHEME, FACTS).restate(seal(SCHEME, FACTS.withAttainment("quota", n("0.8"))));
        assertThat(restatement.isEmpty()).isTrue();
        assertThat(restatement.inputs()).hasSize(1);
    }

    @Test
    void whoIsNewOrGoneIsRestatedFromOrToNothing() {
        PayFacts other = PayFacts.of("r2", MARCH);
        Restatement restatement = seal(SCHEME, FACTS).restate(seal(SCHEME, other));
        assertThat(restatement.lines())
                .extracting(RestatedLine::rep, RestatedLine::line, RestatedLine::before, RestatedLine::after)
                .containsExactly(
                        tuple("r1", "base", n("1000.00"), n("0")),
                        tuple("r1", "commission", n("100.00"), n("0")),
                        tuple("r2", "base", n("0"), n("1000.00")));
        assertThat(restatement.inputs())
                .extracting(ChangedInput::input, ChangedInput::source)
                .containsExactly(tuple(QUOTA, TEAM), tuple(REVENUE_FACT, new Source(REVENUE, Scope.rep("r1"))));
        assertThat(seal(SCHEME, other).restate(seal(SCHEME, FACTS)).inputs())
                .extracting(ChangedInput::source)
                .containsExactly(TEAM, new Source(REVENUE, Scope.rep("r1")));
    }

    @Test
    void changedTermsAreToldInWords() {
        PayScheme second = new PayScheme(
                "s",
                2,
                SCHEME.currency(),
                n("1100"),
                SCHEME.components(),
                SCHEME.combination(),
                SCHEME.rounding(),
                null,
                null,
                null);
        Plan plan = Plan.of("p").with(LocalDate.of(2026, 1, 1), List.of());
        Restatement restatement = seal(SCHEME, FACTS)
                .restate(PayRun.of(
                                second,
                                List.of(FACTS.with(
                                        QUOTA, KpiValue.of(n("0.9"), 1), new Source(REVENUE, Scope.company()))))
                        .underPlan(plan)
                        .seal());
        assertThat(restatement.terms())
                .containsExactly(
                        "scheme s@1 became s@2",
                        "plan [] became [p from 2026-01-01]",
                        "definitions [revenue@1, win-rate@1] became [revenue@1]");
        assertThat(restatement.lines()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo("base");
            assertThat(line.difference()).isEqualTo("100.00");
            assertThat(line.inputs()).isEmpty();
        });
    }

    @Test
    void aRunInAnotherCurrencyRestatesNothing() {
        Seal dollars = seal(PayScheme.of("s", 1, CurrencyUnit.USD, n("1"), CENTS), FACTS);
        assertThatThrownBy(() -> seal(SCHEME, FACTS).restate(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency (USD): the sealed run pays in EUR. Maybe it is another scheme.");
    }
}
