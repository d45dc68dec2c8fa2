package io.github.saleskpi.value;

import io.github.saleskpi.value.KpiValue.Defined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Quotients of small counts, each worked out once: a report has thousands of cells of a few facts each, and long division
 * costs more than all else about them. Thread-safe.
 */
final class SmallShares {
    static final SmallShares RATIOS = new SmallShares(SmallShares::ratio);
    static final SmallShares PROPORTIONS =
            new SmallShares((part, whole) -> ratio(part, whole).withBounds(Bounds.wilson(part, whole)));

    private static final int MOST = 64;

    private final AtomicReferenceArray<@Nullable Defined> known =
            new AtomicReferenceArray<>((MOST + 1) * (MOST + 2) / 2);
    private final Quotient quotient;

    /** Works one out. */
    private interface Quotient {
        Defined of(long part, long whole);
    }

    private SmallShares(Quotient quotient) {
        this.quotient = quotient;
    }

    private static Defined ratio(long part, long whole) {
        BigDecimal numerator = BigDecimal.valueOf(part);
        BigDecimal denominator = BigDecimal.valueOf(whole);
        BigDecimal amount = numerator.divide(denominator, MathContext.DECIMAL128);
        return new Defined(amount, numerator, denominator, whole, null, null, List.of(), List.of());
    }

    /** That of a whole that is not 0; the part need not be less. */
    Defined of(long part, long whole) {
        if (part < 0 || part > whole || whole > MOST) {
            return quotient.of(part, whole);
        }
        int place = (int) (whole * (whole + 1) / 2 + part);
        Defined share = known.get(place);
        if (share == null) {
            share = quotient.of(part, whole);
            known.set(place, share);
        }
        return share;
    }
}
