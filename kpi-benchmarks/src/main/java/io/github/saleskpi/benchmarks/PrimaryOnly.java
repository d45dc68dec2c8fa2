package io.github.saleskpi.benchmarks;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Storyline;
import java.util.List;

/** An indicator of which the primary figure is read and no companion; what its stories contribute is the same. */
record PrimaryOnly(Indicator whole) implements Indicator {
    @Override
    public IndicatorId id() {
        return whole.id();
    }

    @Override
    public List<Storyline<?>> storylines() {
        return whole.storylines();
    }

    @Override
    public List<Figure> figures() {
        return whole.figures().subList(0, 1);
    }
}
