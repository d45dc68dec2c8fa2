package io.github.saleskpi.tally;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time to the nanosecond, each either ended or censored: known only to be at least that long. Values are
 * in seconds. Immutable and thread-safe; equal when the lengths of each kind are.
 */
public final class Distribution {
    private final long[] ended;
    private final long[] censored;
    private final long[] cutOff;
    private final long[] since;
    private final Instant now;

    /**
     * Of lengths in nanoseconds, and of instants since which lengths run and the lengths that these have now, all in
     * ascending order and written by nobody any more.
     */
    Distribution(long[] ended, long[] cutOff, long[] since, long[] running, Instant now) {
        this.ended = ended;
        this.cutOff = cutOff;
        this.since = since;
        this.censored = merged(cutOff, running);
        this.now = now;
    }

    /**
     * The same with the lengths still running measured by another clock, such as one that counts working time only, from
     * the instant at which each began to that from which one looks; none is negative.
     */
    public Distribution runningBy(BiFunction<Instant, Instant, Duration> clock) {
        long[] running = new long[since.length];
        for (int i = 0; i < since.length; i++) {
            running[i] = Math.max(0, Nanos.of(clock.apply(Nanos.instant(since[i]), now)));
        }
        Arrays.sort(running);
        return new Distribution(ended, cutOff, since, running, now);
    }

    /** How many lengths, censored ones included; 0 when empty. */
    public long size() {
        return (long) ended.length + censored.length;
    }

    /** How many of them ended; 0 when empty. */
    public long ended() {
        return ended.length;
    }

    /**
     * The p-quantile by Kaplan and Meier (JASA 53, 1958) with the 95 % limits of Brookmeyer and Crowley (Biometrics 38,
     * 1982) on the log-log scale; its sample is {@link #size()}.
     *
     * <p>The survival curve S drops at each length that ended, at ties before those censored. The quantile is the least
     * length t with S(t) &lt;= 1 - p, compared exactly; where they are equal, the midpoint of t and the next length that
     * ended, or of t and the greatest length if no further one ended. With nothing censored this is the quantile of type
     * 2 of Hyndman and Fan (The American Statistician 50, 1996). A limit that is never reached is null.
     *
     * @return {@code NO_DATA} when empty; {@code CENSORED} with the greatest length as lower bound when S stays above 1 - p
     * @throws IllegalArgumentException unless 0 &lt; p &lt; 1
     */
    public KpiValue quantile(BigDecimal p) {
        checkShare(p);
        if (size() == 0) {
            return KpiValue.undefined(Reason.NO_DATA);
        }
        KaplanMeier curve = curve();
        BigDecimal quantile = curve.quantile(p);
        return quantile == null
                ? KpiValue.censored(Nanos.seconds(curve.greatest()), size())
                : KpiValue.of(quantile, size()).withBounds(curve.limits(p));
    }

    /** The mean of those that ended, to 34 digits, half-even; {@code NO_DATA} when none did; its sample is {@link #size()}. */
    public KpiValue mean() {
        if (ended.length == 0) {
            return KpiValue.undefined(Reason.NO_DATA, size());
        }
        BigInteger total = sum(ended);
        boolean isWhole = total.bitLength() < Long.SIZE && total.longValue() % ended.length == 0;
        BigDecimal mean = isWhole // in nanoseconds, so that no zeros are to be taken off 34 digits
                ? Nanos.seconds(total.longValue() / ended.length)
                : new BigDecimal(total, 9).divide(BigDecimal.valueOf(ended.length), MathContext.DECIMAL128);
        return KpiValue.of(mean, size());
    }

    /**
     * The share of those that ended within the limit, inclusive, among all that ended and those censored at a length
     * strictly beyond it, with its Wilson interval; {@code NO_DATA} when there are none of these.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public KpiValue within(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(
                    "limit (" + limit + "): must not be negative. Maybe its two instants are swapped.");
        }
        long nanos = Nanos.of(limit);
        return KpiValue.proportion(upTo(nanos, ended), size() - upTo(nanos, censored));
    }

    /** The greatest length seen, whether ended or censored; {@code NO_DATA} when empty; its sample is {@link #size()}. */
    public KpiValue greatest() {
        return size() == 0
                ? KpiValue.undefined(Reason.NO_DATA)
                : KpiValue.of(Nanos.seconds(curve().greatest()), size());
    }

    private KaplanMeier curve() {
        return new KaplanMeier(ended, censored, Nanos::seconds);
    }

    private static void checkShare(BigDecimal p) {
        if (p.signum() <= 0 || p.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "p of a quantile (" + p + "): must lie strictly between 0 and 1. Maybe it is in per cent.");
        }
    }

    private static BigInteger sum(long[] lengths) {
        BigInteger sum = BigInteger.ZERO;
        long part = 0;
        for (long length : lengths) {
            if (part > Long.MAX_VALUE - length) {
                sum = sum.add(BigInteger.valueOf(part));
                part = 0;
            }
            part += length;
        }
        return sum.add(BigInteger.valueOf(part));
    }

    private static long[] merged(long[] some, long[] others) {
        if (others.length == 0) {
            return some;
        }
        long[] all = new long[Math.addExact(some.length, others.length)];
        int i = 0;
        int j = 0;
        for (int k = 0; k < all.length; k++) {
            boolean first = j == others.length || (i < some.length && some[i] <= others[j]);
            all[k] = first ? some[i++] : others[j++];
        }
        return all;
    }

    /** How many of the ascending lengths are at most that. */
    private static long upTo(long limit, long[] lengths) {
        int low = 0;
        int high = lengths.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lengths[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Distribution lengths
                && Arrays.equals(ended, lengths.ended)
                && Arrays.equals(censored, lengths.censored);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ended) + Arrays.hashCode(censored);
    }

    @Override
    public String toString() {
        return ended.length + " ended, " + censored.length + " censored";
    }

    /**
     * Decimals, of whatever sign and however many digits, all of them known. Immutable and thread-safe; equal when each
     * amount is there as often.
     */
    public static final class Numbers {
        private static final long[] NONE = {};

        private final NavigableMap<BigDecimal, Long> times;
        private final long size;

        /** @param times how often each amount is there; positive */
        Numbers(Map<BigDecimal, Long> times) {
            this.times = new TreeMap<>(times);
            this.size = sum(times);
        }

        /** How many numbers; 0 when empty. */
        public long size() {
            return size;
        }

        /**
         * The p-quantile of type 2 of Hyndman and Fan with the limits of Brookmeyer and Crowley, as {@link
         * Distribution#quantile} has it of lengths of which none is censored.
         *
         * @return {@code NO_DATA} when empty
         * @throws IllegalArgumentException unless 0 &lt; p &lt; 1
         */
        public KpiValue quantile(BigDecimal p) {
            checkShare(p);
            if (size == 0) {
                return KpiValue.undefined(Reason.NO_DATA);
            }
            KaplanMeier curve = curve();
            return KpiValue.of(Objects.requireNonNull(curve.quantile(p)), size).withBounds(curve.limits(p));
        }

        /** The curve of the ranks, for a quantile asks for nothing but the order. */
        private KaplanMeier curve() {
            List<BigDecimal> amounts = List.copyOf(times.keySet());
            long[] ranks = new long[Math.toIntExact(size)];
            int filled = 0;
            int rank = 0;
            for (long each : times.values()) {
                Arrays.fill(ranks, filled, filled += (int) each, rank++);
            }
            return new KaplanMeier(ranks, NONE, at -> amounts.get((int) at));
        }

        /** The mean, to 34 digits, half-even; {@code NO_DATA} when empty. */
        public KpiValue mean() {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<BigDecimal, Long> amount : times.entrySet()) {
                sum = sum.add(amount.getKey().multiply(BigDecimal.valueOf(amount.getValue())));
            }
            return size == 0
                    ? KpiValue.undefined(Reason.NO_DATA)
                    : KpiValue.of(sum.divide(BigDecimal.valueOf(size), MathContext.DECIMAL128), size);
        }

        /** The share of those that are at most the limit, with its Wilson interval; {@code NO_DATA} when empty. */
        public KpiValue atMost(BigDecimal limit) {
            return KpiValue.proportion(sum(times.headMap(limit, true)), size);
        }

        private static long sum(Map<BigDecimal, Long> times) {
            return times.values().stream().reduce(0L, Math::addExact);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numbers numbers && times.equals(numbers.times);
        }

        @Override
        public int hashCode() {
            return times.hashCode();
        }

        @Override
        public String toString() {
            return size + " numbers";
        }
    }
}
