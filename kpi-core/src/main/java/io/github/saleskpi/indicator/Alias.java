package io.github.saleskpi.indicator;

import java.util.List;

/** A definition under another name. */
record Alias(IndicatorId id, Indicator definition) implements Indicator {
    static Alias of(String name, Indicator definition) {
        return new Alias(IndicatorId.of(name, definition.id().version()), definition);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return definition.storylines();
    }

    @Override
    public List<Figure> figures() {
        return definition.figures();
    }

    @Override
    public List<Rule> rules() {
        return definition.rules();
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return definition.referenceFigures();
    }

    @Override
    public String formula() {
        return definition.formula();
    }
}
