package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a rep is paid for a period and why: lines that add up to the total exactly. Immutable and thread-safe.
 *
 * @param rep whose
 * @param period for when
 * @param scheme the scheme's id and version, such as {@code sales@3}
 * @param currency of all amounts
 * @param total what is paid, rounded as the scheme says
 * @param carriedForward what could not be taken back without touching the base, at least 0: to be given to the next
 *     period as a clawback
 * @param lines in the order of the scheme; what is not paid stands there too, with its reason
 */
public record PayStatement(
        String rep,
        Period period,
        String scheme,
        CurrencyUnit currency,
        BigDecimal total,
        BigDecimal carriedForward,
        List<Line> lines) {
    public PayStatement {
        lines = List.copyOf(lines);
    }

    /** What a line is for. */
    public enum Kind {
        /** The base salary. */
        BASE,
        /** What a component pays. */
        COMPONENT,
        /** A factor of the product; its amount is 0. */
        FACTOR,
        /** What the product of all factors pays. */
        PRODUCT,
        /** What is taken back. */
        CLAWBACK,
        /** Gives back what would else be taken from the base. */
        PROTECTION,
        /** What lacked up to the floor. */
        FLOOR,
        /** What was too much for the cap. */
        CAP
    }

    /**
     * A part of the total.
     *
     * @param id unique in the statement: a component's id, that with {@code :clawback}, {@code clawback:} and
     *     what for, {@code base}, {@code product}, {@code protection}, {@code floor} or {@code cap}
     * @param kind what it is for
     * @param amount what it adds to the total, rounded
     * @param exact the same before rounding
     * @param inputs what it looked at, as it was; undefined inputs pay nothing
     * @param sources of which indicator and scope those inputs are, so that the ledger explains them in the statement's
     *     period: facts and attainments. A score is of all comparisons of the rep in the period
     * @param result what the curve gave, or null where there is no curve or no input
     * @param tier the tier reached, or null for none
     * @param words how the amount came about, with every number that enters it
     * @param unpaid why nothing is paid, or null if something could be
     * @param next what would be the next to pay more, or null if nothing would
     */
    public record Line(
            String id,
            Kind kind,
            BigDecimal amount,
            BigDecimal exact,
            SortedMap<Input, KpiValue> inputs,
            SortedMap<Input, Source> sources,
            @Nullable BigDecimal result,
            Curve.@Nullable Tier tier,
            String words,
            @Nullable String unpaid,
            @Nullable Next next) {
        public Line {
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
            sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        }
    }

    /**
     * The next step upwards, all else being equal.
     *
     * @param input what would have to rise
     * @param at to where; reaching it is enough
     * @param more by how much the total would be greater
     */
    public record Next(Input input, BigDecimal at, BigDecimal more) {
        /** Such as {@code attainment of t1 at 1 pays 200 more}. */
        @Override
        public String toString() {
            return input + " at " + Exact.words(at) + " pays " + more.toPlainString() + " more";
        }
    }

    /** The line of that id. */
    public Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id.equals(id)).findFirst();
    }
}
