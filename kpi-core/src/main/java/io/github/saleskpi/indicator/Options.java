package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a draft, of whatever kind. Immutable.
 *
 * @param subject what its stories are about
 * @param once whether of each story only the first fact counts
 * @param toOwner whether the owner is credited, and not who acted
 * @param workingTime whether lengths are of working time
 * @param limits of the shares within, of lengths of time
 * @param ceilings of the shares at most, of numbers
 */
record Options(
        IndicatorId id,
        Direction direction,
        String text,
        Subject subject,
        boolean once,
        boolean toOwner,
        boolean workingTime,
        List<Duration> limits,
        List<BigDecimal> ceilings,
        List<Exclusion> exclusions) {
    /** The primary figure, named as the indicator. */
    Figure primary(Unit unit, Function<Totals, KpiValue> reading) {
        return new Figure(id.name(), unit, direction, text, reading);
    }

    /** To whom a fact is credited. */
    @Nullable
    String rep(Story<?> story, Fact<?> fact) {
        String owner = toOwner ? story.ownerAt(fact.moment()) : null;
        return owner == null ? fact.rep() : owner;
    }

    List<Rule> rules() {
        return exclusions.stream().map(Exclusion::rule).toList();
    }
}
