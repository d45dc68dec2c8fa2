package io.github.saleskpi.pay;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statements of one scheme for many reps and periods. Immutable and thread-safe. */
public final class PayRun {
    private final PayScheme scheme;
    private final List<PayFacts> facts;
    private final SortedSet<String> planVersions;
    private final List<PayStatement> statements;

    private PayRun(PayScheme scheme, List<PayFacts> facts, SortedSet<String> planVersions) {
        this.scheme = scheme;
        this.facts = facts;
        this.planVersions = planVersions;
        this.statements = facts.stream().map(scheme::statement).toList();
    }

    /**
     * A run without a plan.
     *
     * @throws IllegalArgumentException if a rep has two sets of facts for one period
     */
    public static PayRun of(PayScheme scheme, Collection<PayFacts> facts) {
        List<PayFacts> sorted = new ArrayList<>(facts);
        sorted.sort(Comparator.comparing(PayFacts::rep).thenComparing(PayFacts::period));
        for (int i = 1; i < sorted.size(); i++) {
            PayFacts one = sorted.get(i);
            if (one.rep().equals(sorted.get(i - 1).rep())
                    && one.period().equals(sorted.get(i - 1).period())) {
                throw new IllegalArgumentException("facts of " + one.rep() + " (" + one.period()
                        + "): must be given once. Maybe one is of another period.");
            }
        }
        return new PayRun(scheme, List.copyOf(sorted), new TreeSet<>());
    }

    /** The same, remembering which versions of that plan are in force on the first days of its periods. */
    public PayRun underPlan(Plan plan) {
        SortedSet<String> versions = new TreeSet<>();
        for (PayFacts one : facts) {
            plan.inForceOn(one.period().from())
                    .ifPresent(version -> versions.add(plan.id() + " from " + version.effectiveFrom()));
        }
        return new PayRun(scheme, facts, versions);
    }

    /** The statements, by rep and period. */
    public List<PayStatement> statements() {
        return statements;
    }

    /** All of it, frozen. */
    public Seal seal() {
        SortedSet<IndicatorId> definitions = new TreeSet<>(scheme.indicators());
        facts.forEach(one -> one.sources().values().forEach(source -> definitions.add(source.indicator())));
        return seal(definitions);
    }

    private Seal seal(SortedSet<IndicatorId> definitions) {
        CanonicalText text = new CanonicalText().scheme(scheme);
        text.all(planVersions, CanonicalText::add);
        text.all(definitions, (to, id) -> to.add(id.toString()));
        text.all(facts, CanonicalText::facts);
        return new Seal(
                text.sha256(),
                scheme,
                Collections.unmodifiableSortedSet(planVersions),
                Collections.unmodifiableSortedSet(definitions),
                facts,
                statements);
    }

    /**
     * What was paid and by what: facts, definitions, and versions of plan and scheme.
     *
     * @param digest SHA-256, in hexadecimal digits, of a text of all the rest but the statements, in which equal numbers
     *     are written equally
     * @param scheme as it was
     * @param planVersions such as {@code p from 2026-01-01}
     * @param definitions indicators and companions behind facts and attainments, with their versions
     * @param facts by rep and period
     * @param statements by rep and period
     */
    public record Seal(
            String digest,
            PayScheme scheme,
            SortedSet<String> planVersions,
            SortedSet<IndicatorId> definitions,
            List<PayFacts> facts,
            List<PayStatement> statements) {
        /**
         * Whether nothing was altered since: the digest is that of the rest, and the statements follow from it. It needs no
         * events, and so holds whatever became of them.
         */
        public boolean isIntact() {
            Seal again = new PayRun(scheme, facts, planVersions).seal(definitions);
            return digest.equals(again.digest) && statements.equals(again.statements);
        }

        /**
         * What a later run changes.
         *
         * @throws IllegalArgumentException if it pays in another currency
         */
        public Restatement restate(Seal later) {
            return Restating.between(this, later);
        }
    }

    /**
     * What a later run pays otherwise than an earlier one. An unchanged run restates nothing.
     *
     * @param before the earlier one
     * @param after the later one
     * @param terms what changed beside the inputs, in words: versions of scheme, plan and definitions
     * @param lines the lines whose amounts changed, by rep and period; their differences add up to that of the totals
     * @param inputs all inputs that changed, also those that make no difference
     */
    public record Restatement(
            Seal before, Seal after, List<String> terms, List<RestatedLine> lines, List<ChangedInput> inputs) {
        public Restatement {
            terms = List.copyOf(terms);
            lines = List.copyOf(lines);
            inputs = List.copyOf(inputs);
        }

        /** By how much all totals together changed. */
        public BigDecimal difference() {
            return lines.stream().map(RestatedLine::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Whether every line is paid as before. */
        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /**
     * A line that is paid otherwise.
     *
     * @param rep whose
     * @param period for when
     * @param line its id
     * @param before the amount as it was, 0 if there was no such line
     * @param after the amount as it is, 0 if there is no such line
     * @param inputs what changed of that which the line looks at; if none of it did (a limit, a cent of rounding), what
     *     changed for the whole statement; empty where only the terms changed
     */
    public record RestatedLine(
            String rep, Period period, String line, BigDecimal before, BigDecimal after, List<ChangedInput> inputs) {
        public RestatedLine {
            inputs = List.copyOf(inputs);
        }

        /** After minus before. */
        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /**
     * An input that has another value now; who wants the events behind it explains its source in the period.
     *
     * @param rep whose pay depends on it
     * @param period when
     * @param input what
     * @param source indicator and scope that it was read from, or null of what is neither fact nor attainment
     * @param before as it was, {@code NO_DATA} if it was not known
     * @param after as it is, {@code NO_DATA} if it is not known
     */
    public record ChangedInput(
            String rep,
            Period period,
            Input input,
            @Nullable Source source,
            KpiValue before,
            KpiValue after) {}
}
