package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kpi indicators}: every definition, or those that are named. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows every definition, or those named: id, version, unit, direction, formula, story,",
            "the rules under which facts are left out, companions, and what others found."
        })
final class IndicatorsCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = {
                "Only these, such as win-rate, response-time/contact or response-time:p90;",
                "also win-rate/with-stale(DAYS) and activities/task:KIND. Default: all with a fixed name."
            })
    private List<String> names = new ArrayList<>();

    IndicatorsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Ink ink = Ink.of(around.colourful());
        String text = chosen().stream()
                .map(indicator -> DefinitionText.of(indicator, ink))
                .collect(Collectors.joining("\n"));
        Destination.standardOutput(around.out()).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return Status.DONE;
    }

    private List<Indicator> chosen() {
        try {
            return names.isEmpty()
                    ? Indicators.all()
                    : names.stream().map(Indicators::named).toList();
        } catch (IllegalArgumentException unknown) {
            throw Complaint.usage(String.valueOf(unknown.getMessage()));
        }
    }
}
