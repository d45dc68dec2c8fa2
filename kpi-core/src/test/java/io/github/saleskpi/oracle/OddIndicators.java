package io.github.saleskpi.oracle;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Indicators that nobody needs, each of which leans on something that the built-in ones do not. */
public final class OddIndicators {
    /** An indicator made of its parts. */
    private record Odd(IndicatorId id, List<Storyline<?>> storylines, List<Figure> figures) implements Indicator {}

    private static final List<Indicator> ALL = Stream.concat(
                    DraftedIndicators.ALL.stream(),
                    Stream.of(
                            OverdueRequests.INDICATOR,
                            Acquaintances.INDICATOR,
                            MaterialsShown.INDICATOR,
                            ActedBy.INDICATOR,
                            Parties.INDICATOR,
                            FragileDeals.INDICATOR,
                            Indicators.winRateWithStale(1),
                            Indicators.winRateWithStale(2),
                            Indicators.RESPONSE_TIME.only("p90")))
            .toList();

    private OddIndicators() {}

    /** All of them. */
    public static List<Indicator> all() {
        return ALL;
    }

    /** All of them and all that are built in. */
    public static List<Indicator> withBuiltIn() {
        List<Indicator> both = new ArrayList<>(Indicators.all());
        both.addAll(ALL);
        return both;
    }

    /** The question of that seed about some of them, on a history that begins about some instant. */
    public static Question question(long seed, Instant start) {
        return Questions.of(seed, start, withBuiltIn());
    }

    static Indicator of(String name, List<Storyline<?>> storylines, Figure... figures) {
        return new Odd(IndicatorId.of(name, 1), storylines, List.of(figures));
    }

    static Figure figure(String name, Unit unit, Function<Totals, KpiValue> reading) {
        return new Figure(name, unit, Direction.NEUTRAL, "", reading);
    }
}
