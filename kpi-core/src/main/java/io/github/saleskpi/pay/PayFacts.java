package io.github.saleskpi.pay;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * All that a rep's pay for a period depends on, beside the scheme. What-if is a statement of other facts: {@code
 * scheme.statement(facts.with(input, value))}. Immutable and thread-safe.
 */
public final class PayFacts {
    /** A number that pay depends on; ordered by its text. */
    public sealed interface Input extends Comparable<Input> {
        /**
         * The attainment of a target of the plan, 1 for all of it.
         *
         * @param target the target's id
         */
        record Attainment(String target) implements Input {
            @Override
            public String toString() {
                return "attainment of " + target;
            }
        }

        /**
         * The value of an indicator or companion, in its unit.
         *
         * @param indicator with the version that the scheme was written for
         */
        record Fact(IndicatorId indicator) implements Input {
            @Override
            public String toString() {
                return indicator.toString();
            }
        }

        /** The weighted score over all targets. */
        record Score() implements Input {
            @Override
            public String toString() {
                return "score";
            }
        }

        /** Complete months from the hire to the period's first day; 0 in the period of the hire. */
        record MonthsSinceHire() implements Input {
            @Override
            public String toString() {
                return "months since hire";
            }
        }

        /**
         * Money to be taken back, such as what an earlier period left over; an amount below 0 would be paid.
         *
         * @param id what for
         */
        record Clawback(String id) implements Input {
            @Override
            public String toString() {
                return "clawback of " + id;
            }
        }

        @Override
        default int compareTo(Input other) {
            int byText = toString().compareTo(other.toString());
            return byText != 0
                    ? byText
                    : getClass().getName().compareTo(other.getClass().getName());
        }
    }

    /**
     * Where an input was read, so that a change of it can be looked into.
     *
     * @param indicator what is measured
     * @param scope whose; the company's or a team's where a target is theirs, and the rep's within a team where a figure {@linkplain
     *     io.github.saleskpi.indicator.Figure#needsTeam() needs one}
     */
    public record Source(IndicatorId indicator, Scope scope) {}

    /**
     * One opportunity's part in a fact, shared among reps although the fact credits it to one of them.
     *
     * @param opportunity its id
     * @param fact in which it counts, such as {@code won-amount@1}
     * @param creditedTo the rep whose fact contains it
     * @param amount what it adds there, in the fact's unit
     * @param shares by rep; they add up to 1
     */
    public record Split(
            String opportunity,
            IndicatorId fact,
            String creditedTo,
            BigDecimal amount,
            SortedMap<String, BigDecimal> shares) {
        /** @throws IllegalArgumentException if a share is below 0, or they do not add up to 1 */
        public Split {
            SortedMap<String, BigDecimal> sorted = new TreeMap<>();
            shares.forEach((rep, share) -> {
                Exact.atLeastZero("share of " + rep + " in " + opportunity, share);
                sorted.put(rep, Exact.of(share));
            });
            BigDecimal sum = sorted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException("shares in " + opportunity + " (" + Exact.words(sum)
                        + "): must add up to 1. Maybe a rep is missing.");
            }
            amount = Exact.of(amount);
            shares = Collections.unmodifiableSortedMap(sorted);
        }

        /** What it adds to the fact of that rep. */
        BigDecimal adds(String rep) {
            BigDecimal due = amount.multiply(shares.getOrDefault(rep, BigDecimal.ZERO));
            return rep.equals(creditedTo) ? due.subtract(amount) : due;
        }
    }

    private final String rep;
    private final Period period;
    private final SortedMap<Input, KpiValue> values;
    private final SortedMap<Input, Source> sources;
    private final List<Split> splits;

    private PayFacts(
            String rep,
            Period period,
            SortedMap<Input, KpiValue> values,
            SortedMap<Input, Source> sources,
            List<Split> splits) {
        this.rep = rep;
        this.period = period;
        this.values = values;
        this.sources = sources;
        this.splits = splits;
    }

    /** Nothing known yet of that rep in that period. */
    public static PayFacts of(String rep, Period period) {
        return new PayFacts(rep, period, new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /**
     * What a report and the comparison of a plan with it say, for all that the scheme looks at. Targets are those of the
     * rep, else those of that name of a team or the company; the hire is the beginning of the last employment begun
     * before the period's end, in the organization of the report's query. The rep goes by the name after merges, and
     * money of nothing that adds up, such as revenue, is 0.
     *
     * @param report grouped by rep, with periods such as this one
     * @param scorecard of the plan; null without one
     * @throws IllegalArgumentException if the report does not compute an indicator of the scheme, does not group by rep,
     *     has other periods or does not reach this one, or the scheme needs a plan and there is none
     */
    public static PayFacts read(
            PayScheme scheme, String rep, Period period, KpiReport report, @Nullable Scorecard scorecard) {
        return read(scheme, rep, period, List.of(report), scorecard);
    }

    /**
     * The same of two reports from one viewpoint: one by rep, and one by team and rep, in which facts are read whose figures
     * {@linkplain io.github.saleskpi.indicator.Figure#needsTeam() need a team}: in the one team in which the rep was in the
     * period. Of who was in several or in none they are read by rep, with the note {@code several-teams:north, south} or
     * {@code no-team}.
     *
     * @param reports the one by rep, of all indicators of the scheme, and the one by team and rep, of those that need a team
     * @throws IllegalArgumentException as with one report, or if such a fact needs the one by team and rep and it is not there,
     *     or the two differ in viewpoint
     */
    public static PayFacts read(
            PayScheme scheme, String rep, Period period, Collection<KpiReport> reports, @Nullable Scorecard scorecard) {
        return new FactsReader(rep, period, reports, scorecard).read(scheme);
    }

    /** Whose. */
    public String rep() {
        return rep;
    }

    /** For when. */
    public Period period() {
        return period;
    }

    /** The same, with that value there. */
    public PayFacts with(Input input, KpiValue value) {
        SortedMap<Input, KpiValue> more = new TreeMap<>(values);
        more.put(input, value);
        return new PayFacts(rep, period, more, sources, splits);
    }

    /** The same, with that number there; in a fact that is money, of its currency. */
    public PayFacts with(Input input, BigDecimal number) {
        KpiValue before = values.get(input);
        return with(
                input,
                before instanceof KpiValue.Defined money && money.currency() != null
                        ? KpiValue.money(BigMoney.of(money.currency(), number), money.sample())
                        : KpiValue.of(number, 1));
    }

    /** The same, with that value there, read in that place. */
    public PayFacts with(Input input, KpiValue value, Source source) {
        SortedMap<Input, Source> more = new TreeMap<>(sources);
        more.put(input, source);
        return new PayFacts(rep, period, values, more, splits).with(input, value);
    }

    /** The same, with that attainment. */
    public PayFacts withAttainment(String target, BigDecimal attainment) {
        return with(new Input.Attainment(target), attainment);
    }

    /** The same, with that fact. */
    public PayFacts withFact(IndicatorId indicator, KpiValue value) {
        return with(new Input.Fact(indicator), value);
    }

    /** The same, with that score. */
    public PayFacts withScore(KpiValue score) {
        return with(new Input.Score(), score);
    }

    /** The same, so many complete months after the hire. */
    public PayFacts withMonthsSinceHire(int months) {
        return with(new Input.MonthsSinceHire(), KpiValue.count(months));
    }

    /** The same, with money to be taken back. */
    public PayFacts withClawback(String id, BigMoney amount) {
        return with(new Input.Clawback(id), KpiValue.money(amount, 1));
    }

    /** The same, with an opportunity shared; attainments stay as the plan compared them. */
    public PayFacts withSplit(Split split) {
        List<Split> more = new ArrayList<>(splits);
        more.add(split);
        return new PayFacts(rep, period, values, sources, Collections.unmodifiableList(more));
    }

    /** What is known, by input, before splits; sorted. */
    public SortedMap<Input, KpiValue> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** The opportunities shared, in the order given. */
    public List<Split> splits() {
        return splits;
    }

    /** The value there, splits included; {@code NO_DATA} where nothing is known. */
    public KpiValue value(Input input) {
        KpiValue value = values.getOrDefault(input, KpiValue.undefined(Reason.NO_DATA));
        BigDecimal shared = shared(input);
        if (shared.signum() == 0) {
            return value;
        }
        return value instanceof KpiValue.Defined known
                ? new KpiValue.Defined(
                        known.amount().add(shared),
                        null,
                        null,
                        known.sample(),
                        null,
                        known.currency(),
                        List.of(),
                        known.notes())
                : value;
    }

    /** Where that input was read; a fact not said otherwise is the rep's, and what is neither fact nor attainment has none. */
    public Map<Input, Source> sources() {
        SortedMap<Input, Source> all = sources(values.keySet());
        all.putAll(sources);
        return Collections.unmodifiableSortedMap(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PayFacts that
                && rep.equals(that.rep)
                && period.equals(that.period)
                && values.equals(that.values)
                && sources.equals(that.sources)
                && splits.equals(that.splits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rep, period, values, sources, splits);
    }

    /** Such as {@code r1 2026-03 [score]}: whose, when, and what is known. */
    @Override
    public String toString() {
        return rep + " " + period + " " + values.keySet();
    }

    /** The values of some inputs. */
    SortedMap<Input, KpiValue> values(Collection<Input> some) {
        SortedMap<Input, KpiValue> these = new TreeMap<>();
        some.forEach(input -> these.put(input, value(input)));
        return these;
    }

    /** The sources of some inputs, as far as they have any. */
    SortedMap<Input, Source> sources(Collection<Input> some) {
        SortedMap<Input, Source> these = new TreeMap<>();
        for (Input input : some) {
            Source known = sources.get(input);
            if (known != null) {
                these.put(input, known);
            } else if (input instanceof Input.Fact fact && values.containsKey(input)) {
                these.put(input, new Source(fact.indicator(), Scope.rep(rep)));
            }
        }
        return these;
    }

    /** The number there, and what of it was shared, such as {@code 900 (1000 - 100 of shared opportunities)}. */
    String words(Input input, BigDecimal number) {
        BigDecimal shared = shared(input);
        return Exact.words(number)
                + (shared.signum() == 0
                        ? ""
                        : " (" + Exact.words(number.subtract(shared)) + (shared.signum() < 0 ? " - " : " + ")
                                + Exact.words(shared.abs()) + " of shared opportunities)");
    }

    private BigDecimal shared(Input input) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Split split : splits) {
            if (new Input.Fact(split.fact).equals(input)) {
                sum = sum.add(split.adds(rep));
            }
        }
        return sum;
    }
}
