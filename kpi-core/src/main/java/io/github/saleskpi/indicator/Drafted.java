package io.github.saleskpi.indicator;

import java.util.List;

/** An indicator made of its parts. Immutable. */
record Drafted(IndicatorId id, String formula, List<Storyline<?>> storylines, List<Figure> figures, List<Rule> rules)
        implements Indicator {
    Drafted {
        storylines = List.copyOf(storylines);
        figures = List.copyOf(figures);
        rules = List.copyOf(rules);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
