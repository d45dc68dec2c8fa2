package io.github.saleskpi.indicator;

import java.util.List;
import java.util.stream.Collectors;

/** The built-in definitions. Immutable and thread-safe. */
public final class Indicators {
    /** How long requests wait for the first human response: a median, in seconds. */
    public static final Indicator RESPONSE_TIME = new ResponseTime(ResponseTime.Variant.STANDARD);
    /** How many of the decided opportunities were won: a proportion. */
    public static final Indicator WIN_RATE = WinRate.of(WinRate.Variant.STANDARD, "win-rate");

    private static final String STALE = "win-rate/with-stale(";
    private static final List<Indicator> STANDARD = List.of(RESPONSE_TIME, WIN_RATE);
    private static final List<Indicator> ALL = List.of(
            RESPONSE_TIME,
            new ResponseTime(ResponseTime.Variant.ANSWERED_ONLY),
            new ResponseTime(ResponseTime.Variant.BY_RESPONSE),
            new ResponseTime(ResponseTime.Variant.CONTACT),
            new ResponseTime(ResponseTime.Variant.ANY_ACTOR),
            new ResponseTime(ResponseTime.Variant.FROM_ASSIGNMENT),
            WIN_RATE,
            WinRate.of(WinRate.Variant.CREATED_COHORT, "win-rate/created-cohort"),
            WinRate.of(WinRate.Variant.FIRST_CLOSE, "win-rate/first-close"),
            WinRate.of(WinRate.Variant.BY_VALUE, "win-rate/by-value"),
            winRateWithStale(90));

    private Indicators() {}

    /** The default definitions. */
    public static List<Indicator> standard() {
        return STANDARD;
    }

    /** The default definitions, each followed by its variants; {@code with-stale} with 90 days. */
    public static List<Indicator> all() {
        return ALL;
    }

    /**
     * The win rate in which an opportunity that is open for more than so many times 24 hours counts as lost.
     *
     * @throws IllegalArgumentException if days is not at least 1
     */
    public static Indicator winRateWithStale(int days) {
        return WinRate.withStale(days);
    }

    /**
     * The definition of that name: an indicator ({@code win-rate}), a variant ({@code win-rate/first-close},
     * {@code win-rate/with-stale(30)}), or a companion of either ({@code win-rate:won}); a version ({@code @1}) may follow.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Indicator named(String text) {
        String name = text.endsWith("@1") ? text.substring(0, text.length() - 2) : text;
        int colon = name.indexOf(':');
        Indicator whole = whole(colon < 0 ? name : name.substring(0, colon));
        return colon < 0 ? whole : whole.only(name.substring(colon + 1));
    }

    private static Indicator whole(String name) {
        for (Indicator indicator : ALL) {
            if (indicator.id().name().equals(name)) {
                return indicator;
            }
        }
        if (name.startsWith(STALE) && name.matches(".*\\([0-9]{1,5}\\)")) {
            return winRateWithStale(Integer.parseInt(name.substring(STALE.length(), name.length() - 1)));
        }
        throw new IllegalArgumentException("indicator (" + name + "): there is none. Maybe one of "
                + ALL.stream().map(i -> i.id().name()).collect(Collectors.joining(", ")) + ".");
    }
}
