package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.value.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code kpi indicators}: every definition. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows every definition: id, version, unit, direction, formula, story and companions.")
final class IndicatorsCommand implements Callable<Integer> {
    private final Surroundings around;

    IndicatorsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        String text = Indicators.all().stream().map(IndicatorsCommand::text).collect(Collectors.joining("\n"));
        Destination.standardOutput(around.out()).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return Status.DONE;
    }

    private static String text(Indicator indicator) {
        StringBuilder text = new StringBuilder();
        String stories = indicator.storylines().stream()
                .map(Storyline::subject)
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        text.append(indicator.id()).append('\n');
        text.append("  unit       ").append(indicator.primary().unit()).append(", ");
        text.append(words(indicator.primary().direction())).append('\n');
        text.append("  formula    ").append(indicator.formula()).append('\n');
        text.append("  story      one ").append(stories).append('\n');
        int name = indicator.companions().stream()
                .mapToInt(f -> f.name().length())
                .max()
                .orElse(0);
        String label = "  companions ";
        for (Figure companion : indicator.companions()) {
            text.append(label).append(Shown.left(companion.name(), name)).append("  ");
            text.append(Shown.left(companion.unit().toString(), 8)).append("  ");
            text.append(companion.text()).append('\n');
            label = " ".repeat(label.length());
        }
        return text.toString();
    }

    private static String words(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
