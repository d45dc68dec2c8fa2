package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {
    @Test
    void countsAndSumsOfMoneyAccrueAndNothingElseDoes() {
        Set<String> exceptions = new TreeSet<>();
        for (Indicator indicator : Indicators.all()) {
            for (Figure figure : indicator.figures()) {
                boolean isAmount = figure.unit() == Unit.COUNT || figure.unit() == Unit.MONEY;
                if (figure.accrues() != isAmount) {
                    exceptions.add(indicator.id().name() + ":" + figure.name());
                }
            }
        }
        // distinct ones, stocks and means
        assertThat(exceptions)
                .containsExactlyInAnyOrder(
                        "social-use:networks",
                        "material-use:assets-used",
                        "material-use:catalogue",
                        "win-rate:average-won",
                        "win-rate/created-cohort:average-won",
                        "win-rate/first-close:average-won",
                        "win-rate/by-value:average-won",
                        "win-rate/with-stale(90):average-won");
    }

    @ParameterizedTest
    @EnumSource(
            value = Unit.class,
            names = {"RATIO", "SCORE", "LIST"})
    void whatHasNoPartsCannotAccrue(Unit unit) {
        Figure figure = new Figure("x", unit, Direction.NEUTRAL, "", t -> KpiValue.count(0));
        assertThat(figure.accrues()).isFalse();
        assertThatThrownBy(() -> figure.accruing(true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure (x): a " + unit + " does not accrue. Maybe it has another unit.");
    }

    @Test
    void aFigureMustHaveAName() {
        assertThatThrownBy(() -> new Figure(" ", Unit.COUNT, Direction.NEUTRAL, "", t -> KpiValue.count(0)))
                .hasMessageStartingWith("figure ( ): must have a name.");
    }
}
