package io.github.saleskpi.jackson;

import io.github.saleskpi.indicator.IndicatorCatalog;
import io.github.saleskpi.indicator.IndicatorCatalog.Companion;
import io.github.saleskpi.indicator.IndicatorCatalog.Definition;
import io.github.saleskpi.indicator.ReferenceFigure;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.value.Direction;
import java.util.Locale;

/** Writes definitions as data; the same catalogue gives the same bytes. */
final class CatalogWriter {
    private CatalogWriter() {}

    static void write(IndicatorCatalog catalog, ReportOutput json) {
        json.startObject();
        json.text("language", catalog.language().toLanguageTag());
        json.name("definitions").startArray();
        catalog.definitions().forEach(definition -> write(definition, json));
        json.endArray().endObject().end();
    }

    private static void write(Definition definition, ReportOutput json) {
        json.startObject();
        json.text("id", definition.id().toString());
        json.number("version", definition.id().version());
        json.text("name", definition.name());
        json.text("description", definition.description());
        json.text("unit", definition.unit().toString());
        json.text("direction", word(definition.direction()));
        json.text("formula", definition.formula());
        ReportWriter.writeTexts("stories", definition.stories(), json);
        json.name("rules").startArray();
        for (Rule rule : definition.rules()) {
            json.startObject().text("id", rule.name()).text("description", rule.text());
            json.endObject();
        }
        json.endArray();
        json.name("companions").startArray();
        definition.companions().forEach(companion -> write(companion, json));
        json.endArray();
        json.name("referenceFigures").startArray();
        definition.referenceFigures().forEach(reference -> write(reference, json));
        json.endArray().endObject();
    }

    private static void write(Companion companion, ReportOutput json) {
        json.startObject();
        json.text("id", companion.id());
        json.text("name", companion.name());
        json.text("description", companion.description());
        json.text("unit", companion.unit().toString());
        json.text("direction", word(companion.direction()));
        json.name("accrues").flag(companion.accrues());
        json.endObject();
    }

    private static void write(ReferenceFigure reference, ReportOutput json) {
        json.startObject();
        json.text("figure", reference.figure());
        json.text("definition", reference.definition());
        json.text("population", reference.population());
        if (reference.year() != null) {
            json.number("year", reference.year().getValue());
        }
        json.text("source", reference.source());
        json.text("trust", reference.trust().toString());
        json.endObject();
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
