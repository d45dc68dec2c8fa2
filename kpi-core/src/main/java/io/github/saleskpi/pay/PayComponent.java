package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayFacts.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a scheme pays for: an input, the curve that it is read on, and what the curve's result pays. Immutable
 * and thread-safe.
 *
 * @param id unique in its scheme; that of its line in statements
 * @param input what it looks at; where that is undefined, it pays nothing and says why
 * @param curve what the input gives
 * @param pays what the curve's result is multiplied by
 * @param weight multiplies what it pays; 1 unless said otherwise
 * @param gates all of these must be open, else it pays nothing
 * @param ramp the share that it pays, read by {@link Input.MonthsSinceHire}; null for all
 * @param threshold the input below which it pays nothing; null for none
 * @param cap the most that the curve may give; null for none
 * @param clawback the rate at which a line of its own takes back what is below 0: the input, on which a curve gives nothing
 *     then, or the amount of which a rate is paid; at least 0, null for none
 */
public record PayComponent(
        String id,
        Input input,
        Curve curve,
        Pays pays,
        BigDecimal weight,
        List<Gate> gates,
        @Nullable Curve ramp,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal clawback) {
    private static final List<String> OTHER_LINES =
            List.of("base", "product", "clawback", "protection", "floor", "cap");

    /** @throws IllegalArgumentException if the id is empty, has a colon or is that of another line, or the weight, cap or rate of clawback is below 0 */
    public PayComponent {
        if (id.isEmpty() || id.indexOf(':') >= 0 || OTHER_LINES.contains(id)) {
            throw new IllegalArgumentException(
                    "component (" + id
                            + "): must have an id without a colon that is no other line of a statement. Maybe that of its target.");
        }
        Exact.atLeastZero("weight of " + id, weight);
        Exact.atLeastZero("cap of " + id, cap);
        Exact.atLeastZero("clawback of " + id, clawback);
        weight = Exact.of(weight);
        gates = List.copyOf(gates);
        threshold = Exact.orNull(threshold);
        cap = Exact.orNull(cap);
        clawback = Exact.orNull(clawback);
    }

    /** What the result of a curve is multiplied by. */
    public sealed interface Pays {
        /**
         * That amount of the scheme's currency for each 1 that the curve gives.
         *
         * @param amount such as the variable pay for an attainment of 1; 1 where the curve's rates are money already
         */
        record Amount(BigDecimal amount) implements Pays {
            /** @throws IllegalArgumentException if the amount is below 0 */
            public Amount {
                Exact.atLeastZero("amount", amount);
                amount = Exact.of(amount);
            }
        }

        /**
         * The curve gives a rate of that amount; nothing of one below 0.
         *
         * @param of a fact in the scheme's currency
         */
        record RateOf(Input of) implements Pays {}

        /** The curve gives a share of the base salary. */
        record ShareOfBase() implements Pays {}

        /** The curve gives a factor of a multiplicative scheme. */
        record Factor() implements Pays {}
    }

    /**
     * A condition for pay.
     *
     * @param input what it looks at; undefined keeps it closed
     * @param atLeast from where on it is open, inclusive
     */
    public record Gate(Input input, BigDecimal atLeast) {
        public Gate {
            atLeast = Exact.of(atLeast);
        }

        /** Such as {@code win-rate@1 at least 0.3}. */
        @Override
        public String toString() {
            return input + " at least " + Exact.words(atLeast);
        }
    }

    /** One without gates, ramp, threshold, cap and clawback. */
    public static PayComponent of(String id, Input input, Curve curve, Pays pays) {
        return new PayComponent(id, input, curve, pays, BigDecimal.ONE, List.of(), null, null, null, null);
    }

    /** That amount for each 1 that the curve gives. */
    public static PayComponent amount(String id, Input input, Curve curve, BigDecimal amount) {
        return of(id, input, curve, new Pays.Amount(amount));
    }

    /** What the curve gives is money: a commission, or an amount for each of what is counted. */
    public static PayComponent commission(String id, Input input, Curve curve) {
        return amount(id, input, curve, BigDecimal.ONE);
    }

    /** A factor of a multiplicative scheme. */
    public static PayComponent factor(String id, Input input, Curve curve) {
        return of(id, input, curve, new Pays.Factor());
    }

    /** The same with that weight. */
    public PayComponent withWeight(BigDecimal share) {
        return new PayComponent(id, input, curve, pays, share, gates, ramp, threshold, cap, clawback);
    }

    /** The same with one more gate. */
    public PayComponent withGate(Input of, BigDecimal atLeast) {
        List<Gate> more = new ArrayList<>(gates);
        more.add(new Gate(of, atLeast));
        return new PayComponent(id, input, curve, pays, weight, more, ramp, threshold, cap, clawback);
    }

    /** The same with that ramp. */
    public PayComponent withRamp(@Nullable Curve byMonths) {
        return new PayComponent(id, input, curve, pays, weight, gates, byMonths, threshold, cap, clawback);
    }

    /** The same with that threshold. */
    public PayComponent withThreshold(@Nullable BigDecimal least) {
        return new PayComponent(id, input, curve, pays, weight, gates, ramp, least, cap, clawback);
    }

    /** The same with that cap. */
    public PayComponent withCap(@Nullable BigDecimal most) {
        return new PayComponent(id, input, curve, pays, weight, gates, ramp, threshold, most, clawback);
    }

    /** The same with that rate of clawback. */
    public PayComponent withClawback(@Nullable BigDecimal rate) {
        return new PayComponent(id, input, curve, pays, weight, gates, ramp, threshold, cap, rate);
    }

    /** All that it looks at. */
    public SortedSet<Input> inputs() {
        SortedSet<Input> all = new TreeSet<>(List.of(input));
        gates.forEach(gate -> all.add(gate.input));
        if (pays instanceof Pays.RateOf rate) {
            all.add(rate.of);
        }
        if (ramp != null) {
            all.add(new Input.MonthsSinceHire());
        }
        return all;
    }

    /** What its curve gives for that input: nothing below the threshold, at most the cap. */
    BigDecimal result(BigDecimal of) {
        if (isBelowThreshold(of)) {
            return BigDecimal.ZERO;
        }
        BigDecimal given = curve.at(of);
        return cap == null ? given : given.min(cap);
    }

    boolean isBelowThreshold(BigDecimal of) {
        return threshold != null && of.compareTo(threshold) < 0;
    }
}
