package io.github.saleskpi.indicator;

import java.util.List;
import java.util.stream.Collectors;

/** A companion that stands for itself: the same storylines, one figure. */
record CompanionOnly(IndicatorId id, Indicator whole, Figure figure) implements Indicator {
    static Indicator of(Indicator whole, String companion) {
        for (Figure figure : whole.companions()) {
            if (figure.name().equals(companion)) {
                return new CompanionOnly(
                        new IndicatorId(
                                whole.id().name(), figure.name(), whole.id().version()),
                        whole,
                        figure);
            }
        }
        String subject = "companion (" + whole.id().name() + ":" + companion + "): there is none";
        String names = whole.companions().stream().map(Figure::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(subject
                + (names.isEmpty()
                        ? ", and no other. Maybe name the indicator alone."
                        : ". Maybe one of " + names + "."));
    }

    @Override
    public List<Storyline<?>> storylines() {
        return whole.storylines();
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public List<Rule> rules() {
        return whole.rules();
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return whole.referenceFigures();
    }

    @Override
    public String formula() {
        return figure.text();
    }
}
