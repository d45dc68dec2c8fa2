package io.github.saleskpi.testkit;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Storyline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Laws of what an indicator says of itself. */
final class DefinitionLaws {
    private DefinitionLaws() {}

    static Optional<String> definition(Case one) {
        Indicator indicator = one.indicator().get();
        List<String> faults = new ArrayList<>();
        twice(indicator.figures().stream().map(Figure::name).toList(), "figure", faults);
        twice(indicator.rules().stream().map(Rule::name).toList(), "rule", faults);
        List<Storyline<?>> first = indicator.storylines();
        List<Storyline<?>> second = indicator.storylines();
        for (int i = 0; i < first.size(); i++) {
            if (second.size() != first.size() || !isSame(first.get(i), second.get(i))) {
                faults.add("storylines() gives other objects at the second call. Maybe keep them in a field");
            } else if (!first.get(i).subject().equals(first.get(i).subject())) {
                faults.add("subject() gives another one at the second call. Maybe keep it in a static field");
            }
        }
        if (!said(indicator).equals(said(indicator))) {
            faults.add("it says at the second call " + said(indicator));
        }
        if (!said(indicator).equals(said(one.indicator().get()))) {
            faults.add("another instance says " + said(one.indicator().get()) + ", not " + said(indicator));
        }
        return TellingLaws.lines(faults.stream());
    }

    @SuppressWarnings("ReferenceEquality") // the same objects is what the contract asks for
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private static void twice(List<String> names, String what, List<String> faults) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> faults.add("the " + what + " " + name + " is named twice"));
    }

    private static String said(Indicator indicator) {
        StringBuilder text = new StringBuilder(indicator.id() + ": " + indicator.formula() + ", figures ");
        indicator
                .figures()
                .forEach(figure -> text.append(figure.name() + " (" + figure.unit() + ", " + figure.direction()
                        + (figure.accrues() ? ", accruing) " : ") ")));
        return text + "rules " + indicator.rules() + " primary "
                + indicator.primary().name();
    }

    static Optional<String> clock(Case one) {
        Indicator indicator = one.indicator().get();
        List<Class<?>> classes = new ArrayList<>(List.of(indicator.getClass()));
        indicator.storylines().forEach(storyline -> classes.add(storyline.getClass()));
        return TellingLaws.lines(Callings.of(classes).stream());
    }
}
