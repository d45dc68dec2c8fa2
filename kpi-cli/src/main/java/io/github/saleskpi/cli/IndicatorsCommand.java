package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorCatalog;
import io.github.saleskpi.jackson.KpiJackson3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi indicators}: every definition, or those that are named. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows every definition, or those named: id, version, name, unit, direction, formula, story,",
            "the rules under which facts are left out, companions, and what others found."
        })
final class IndicatorsCommand implements Callable<Integer> {
    private static final List<String> LANGUAGES = List.of("en", "bg");

    private final Surroundings around;
    private final Definitions definitions;

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = {
                "Only these, such as win-rate, response-time/contact or response-time:p90;",
                "also win-rate/with-stale(DAYS) and activities/task:KIND. Default: all with a fixed name."
            })
    private List<String> names = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json, for a program to render.")
    private String format = "text";

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of names, descriptions and rules: en (default) or bg.")
    private String language = "en";

    IndicatorsCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.definitions = definitions;
    }

    @Override
    public Integer call() {
        IndicatorCatalog catalog = IndicatorCatalog.of(chosen(), language());
        Destination destination = Destination.standardOutput(around.out());
        switch (format) {
            case "text" -> destination.write(out -> out.write(text(catalog).getBytes(StandardCharsets.UTF_8)));
            case "json" -> destination.write(out -> KpiJackson3.writeCatalog(catalog, out));
            default -> throw Complaint.usage("--format", format, "must be text or json", "Maybe json.");
        }
        return Status.DONE;
    }

    private Locale language() {
        if (!LANGUAGES.contains(language)) {
            throw Complaint.usage("--language", language, "must be en or bg", "Maybe en.");
        }
        return Locale.forLanguageTag(language);
    }

    private String text(IndicatorCatalog catalog) {
        Ink ink = Ink.of(around.colourful());
        return catalog.definitions().stream()
                .map(definition -> DefinitionText.of(definition, ink))
                .collect(Collectors.joining("\n"));
    }

    private List<Indicator> chosen() {
        try {
            return names.isEmpty()
                    ? definitions.all()
                    : names.stream().map(definitions::named).toList();
        } catch (IllegalArgumentException unknown) {
            throw Complaint.usage(String.valueOf(unknown.getMessage()));
        }
    }
}
