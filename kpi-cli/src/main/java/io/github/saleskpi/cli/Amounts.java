package io.github.saleskpi.cli;

import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts in the units of people: per cent, hours and minutes, thousands set apart. */
final class Amounts {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int FEW = 10;
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal SMALL_SHARE = new BigDecimal("0.1");

    private Amounts() {}

    /** An amount of any unit but money. */
    static String of(Unit unit, BigDecimal amount) {
        return switch (unit) {
            case RATIO -> percent(amount, 1) + " %";
            case DURATION -> duration(amount);
            case COUNT, LIST -> grouped(amount, 0);
            case SCORE, NUMBER, MONEY -> grouped(amount, amount.scale() > 0 ? 2 : 0);
        };
    }

    /** With so many decimals if below a thousand; where amounts go into thousands, nobody reads the cents. */
    static String money(BigDecimal amount, int decimals) {
        boolean large = amount.abs().compareTo(THOUSAND) >= 0;
        return grouped(amount, large ? 0 : Math.max(0, decimals));
    }

    /** So many decimals, half up, and a comma between thousands. */
    static String grouped(BigDecimal amount, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", amount.setScale(decimals, RoundingMode.HALF_UP));
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 19–68 %} or {@code 12m–1h 10m}; an end that is never reached is three dots, two are nothing. */
    static String limits(Unit unit, Bounds bounds) {
        BigDecimal low = bounds.low();
        BigDecimal high = bounds.high();
        if (unit == Unit.RATIO && low != null && high != null) {
            int decimals = high.compareTo(SMALL_SHARE) < 0 ? 1 : 0;
            return percent(low, decimals) + "–" + percent(high, decimals) + " %";
        }
        return low == null && high == null ? "" : limit(unit, low) + "–" + limit(unit, high);
    }

    private static String limit(Unit unit, @Nullable BigDecimal limit) {
        return limit == null ? "…" : of(unit, limit);
    }

    private static String percent(BigDecimal share, int decimals) {
        return share.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** The two greatest units, or one if there are ten of it: {@code 3d 4h}, {@code 1h 23m}, {@code 41m}, {@code 4m 10s}. */
    private static String duration(BigDecimal seconds) {
        if (seconds.signum() > 0 && seconds.compareTo(BigDecimal.ONE) < 0) {
            return "<1s";
        }
        long exact = seconds.setScale(0, RoundingMode.HALF_UP).longValueExact();
        long rounded = rounded(exact, step(exact));
        if (rounded >= DAY) {
            return pair(rounded / DAY, "d", rounded % DAY / HOUR, "h");
        }
        if (rounded >= HOUR) {
            return pair(rounded / HOUR, "h", rounded % HOUR / MINUTE, "m");
        }
        return rounded >= MINUTE ? pair(rounded / MINUTE, "m", rounded % MINUTE, "s") : rounded + "s";
    }

    /** To what it is rounded. */
    private static long step(long seconds) {
        if (seconds >= FEW * DAY) {
            return DAY;
        }
        if (seconds >= DAY) {
            return HOUR;
        }
        return seconds >= FEW * MINUTE ? MINUTE : 1;
    }

    private static long rounded(long seconds, long step) {
        return (seconds + step / 2) / step * step;
    }

    private static String pair(long great, String greatUnit, long small, String smallUnit) {
        return great + greatUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
