package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Definitions as data, with names and descriptions in a language, for a host to render. Immutable and thread-safe; nothing
 * is computed from it.
 *
 * <p>The library has texts in English and in Bulgarian; in other languages it speaks English. What no text names, such as
 * an indicator of one's own, is called by its id in words ({@code demo-rate}: Demo rate) and described by the texts of its
 * figures and rules.
 *
 * @param language of the texts
 * @param definitions in the order in which they were given
 */
public record IndicatorCatalog(Locale language, List<Definition> definitions) {
    public IndicatorCatalog {
        definitions = List.copyOf(definitions);
    }

    /**
     * A definition.
     *
     * @param id its name and version; the version changes when results do
     * @param name for people
     * @param description what the primary figure is, for people
     * @param unit of the primary figure
     * @param direction which way the primary figure is better
     * @param formula of the primary figure in words, in English; may be empty
     * @param stories what its stories are about, such as {@code opportunity}; each once, in the order of its storylines
     * @param rules why facts are left out, in the order in which they are asked
     * @param companions its further figures
     * @param referenceFigures what others found, in English
     */
    public record Definition(
            IndicatorId id,
            String name,
            String description,
            Unit unit,
            Direction direction,
            String formula,
            List<String> stories,
            List<Rule> rules,
            List<Companion> companions,
            List<ReferenceFigure> referenceFigures) {
        public Definition {
            stories = List.copyOf(stories);
            rules = List.copyOf(rules);
            companions = List.copyOf(companions);
            referenceFigures = List.copyOf(referenceFigures);
        }
    }

    /**
     * A further figure of a definition.
     *
     * @param id the name by which plans and reports call it, such as {@code within-1h}
     * @param name for people
     * @param description what it is, for people
     * @param unit of its amounts
     * @param direction which way is better
     * @param accrues whether it adds up over the parts of a period
     */
    public record Companion(
            String id, String name, String description, Unit unit, Direction direction, boolean accrues) {}

    /** The catalogue of these definitions in that language. */
    public static IndicatorCatalog of(Collection<? extends Indicator> indicators, Locale language) {
        return of(indicators, language, Map.of());
    }

    /**
     * The same with texts of one's own, which go before those of the library: {@code demo-rate} names an indicator,
     * {@code demo-rate.about} describes it, {@code demo-rate.given} and {@code demo-rate.given.about} are those of a
     * companion, {@code rule.not-human} is the text of a rule.
     */
    public static IndicatorCatalog of(
            Collection<? extends Indicator> indicators, Locale language, Map<String, String> texts) {
        CatalogTexts words = CatalogTexts.in(language, texts);
        List<Definition> definitions = new ArrayList<>();
        for (Indicator indicator : indicators) {
            definitions.add(definition(indicator, words));
        }
        return new IndicatorCatalog(language, definitions);
    }

    private static Definition definition(Indicator indicator, CatalogTexts words) {
        Figure primary = indicator.primary();
        return new Definition(
                indicator.id(),
                words.name(indicator.id()),
                words.description(indicator.id(), primary),
                primary.unit(),
                primary.direction(),
                indicator.formula(),
                indicator.storylines().stream()
                        .map(storyline -> storyline.subject().name())
                        .distinct()
                        .toList(),
                indicator.rules().stream().map(words::rule).toList(),
                indicator.companions().stream()
                        .map(figure -> companion(indicator.id(), figure, words))
                        .toList(),
                indicator.referenceFigures());
    }

    private static Companion companion(IndicatorId of, Figure figure, CatalogTexts words) {
        return new Companion(
                figure.name(),
                words.name(of, figure),
                words.description(of, figure.name(), figure),
                figure.unit(),
                figure.direction(),
                figure.accrues());
    }
}
