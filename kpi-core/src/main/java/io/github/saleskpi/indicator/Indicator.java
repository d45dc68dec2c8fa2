package io.github.saleskpi.indicator;

import java.util.List;

/**
 * A definition that can be computed: storylines tell, figures read. Implementations are immutable and thread-safe, keep
 * no state between calls and read no clock.
 *
 * <p>To write one: choose what a story is about ({@link Subject}); write a {@link Storyline} over roles of your own (an
 * enum); name {@link io.github.saleskpi.tally.Measure measures} as constants; let {@link Storyline#tell} add amounts to
 * them; read them in {@link Figure}s. Put it into a query beside the built-in ones.
 */
public interface Indicator {
    /** Its name and version. */
    IndicatorId id();

    /** How it reads events; the same objects at each call. Figures see what all of them contribute. */
    List<Storyline<?>> storylines();

    /** What it yields, the primary figure first; their names differ. */
    List<Figure> figures();

    /** The formula of the primary figure in words, for people; empty if it says nothing. */
    default String formula() {
        return "";
    }

    /**
     * The rules under which its storylines leave facts out, those that concern companions only included, in the order in
     * which they are asked: of several that fit a fact, the first is told. By default none; a definition that leaves facts
     * out declares all its rules here, since catalogues and explanations read them. An unmodifiable list.
     */
    default List<Rule> rules() {
        return List.of();
    }

    /** What others found on its subject; empty if nothing is known. Nothing is computed from them. An unmodifiable list. */
    default List<ReferenceFigure> referenceFigures() {
        return List.of();
    }

    /** The primary figure. */
    default Figure primary() {
        return figures().get(0);
    }

    /** The other figures, in the order of the definition. */
    default List<Figure> companions() {
        return figures().subList(1, figures().size());
    }

    /**
     * One of its companions as an indicator that stands for itself.
     *
     * @throws IllegalArgumentException if it has no companion of that name
     */
    default Indicator only(String companion) {
        return CompanionOnly.of(this, companion);
    }
}
