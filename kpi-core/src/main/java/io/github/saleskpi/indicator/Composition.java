package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A draft made of other indicators: it reads what their storylines tell, and has their primary figures as companions.
 *
 * @param storylines those that tell; of the parts, and maybe more
 * @param needsTeam whether it reads the team of its row
 */
record Composition(
        List<Indicator> parts,
        List<Storyline<?>> storylines,
        Unit unit,
        Direction direction,
        String text,
        boolean needsTeam,
        Function<Totals, KpiValue> reading)
        implements Kind {
    /** It needs a team where one of its parts does. */
    static Composition of(
            List<Indicator> parts, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {
        boolean needs = parts.stream().anyMatch(part -> part.primary().needsTeam());
        return new Composition(parts, storylinesOf(parts), unit, direction, text, needs, reading);
    }

    /** The same, which reads the team of its row itself. */
    Composition ofTeam() {
        return new Composition(parts, storylines, unit, direction, text, true, reading);
    }

    /** Each storyline once. */
    static List<Storyline<?>> storylinesOf(List<Indicator> parts) {
        Set<Storyline<?>> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.storylines()));
        return List.copyOf(all);
    }

    /** Each rule once. */
    static List<Rule> rulesOf(List<Indicator> parts) {
        Set<Rule> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.rules()));
        return List.copyOf(all);
    }

    /** The primary figure of an indicator, as a companion of another: {@code revenue}, or {@code win-rate/won}. */
    static Figure companion(Indicator part) {
        Figure figure = part.primary();
        return new Figure(
                nameOf(part),
                figure.unit(),
                figure.direction(),
                figure.text(),
                figure.accrues(),
                figure.needsTeam(),
                figure.reading());
    }

    static String nameOf(Indicator part) {
        String companion = part.id().companion();
        return part.id().name() + (companion == null ? "" : "/" + companion);
    }

    @Override
    public List<Which> facts() {
        return List.of();
    }

    @Override
    public List<Storyline<?>> storylines(Options options) {
        return storylines;
    }

    @Override
    public List<Rule> rules(Options options) {
        return rulesOf(parts);
    }

    @Override
    public List<Figure> figures(Options options) {
        List<Figure> figures = new ArrayList<>();
        figures.add(options.primary(unit, reading).accruing(false).needingTeam(needsTeam));
        parts.forEach(part -> figures.add(companion(part)));
        return figures;
    }
}
