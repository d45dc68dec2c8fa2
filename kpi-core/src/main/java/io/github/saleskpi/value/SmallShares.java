package io.github.saleskpi.value;

import io.github.saleskpi.value.KpiValue.Defined;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Quotients of small counts, each worked out once: a report has thousands of cells of a few facts each, and long division
 * costs more than all else about them. Thread-safe.
 */
final class SmallShares {
    private static final int MOST = 64;

    static final SmallShares RATIOS = new SmallShares(4 * MOST, SmallShares::ratio);
    static final SmallShares PROPORTIONS =
            new SmallShares(MOST, (part, whole) -> ratio(part, whole).withBounds(Bounds.wilson(part, whole)));

    private final int mostOfPart;
    private final AtomicReferenceArray<@Nullable Defined> known;
    private final Quotient quotient;

    /** Works one out. */
    private interface Quotient {
        Defined of(long part, long whole);
    }

    private SmallShares(int mostOfPart, Quotient quotient) {
        this.mostOfPart = mostOfPart;
        this.known = new AtomicReferenceArray<>((mostOfPart + 1) * MOST);
        this.quotient = quotient;
    }

    private static Defined ratio(long part, long whole) {
        BigDecimal numerator = BigDecimal.valueOf(part);
        BigDecimal denominator = BigDecimal.valueOf(whole);
        return new Defined(
                Numbers.quotient(part, whole), numerator, denominator, whole, null, null, List.of(), List.of());
    }

    /** That of a whole that is not 0; the part need not be less. */
    Defined of(long part, long whole) {
        if (part < 0 || part > mostOfPart || whole < 0 || whole > MOST) {
            return quotient.of(part, whole);
        }
        int place = (int) ((whole - 1) * (mostOfPart + 1) + part);
        Defined share = known.get(place);
        if (share == null) {
            share = quotient.of(part, whole);
            known.set(place, share);
        }
        return share;
    }
}
