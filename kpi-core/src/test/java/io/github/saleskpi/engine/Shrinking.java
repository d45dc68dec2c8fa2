package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Script.Difference;
import io.github.saleskpi.engine.Script.MergePart;
import io.github.saleskpi.engine.Script.Step;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Leaves steps, events and indicators out of a failing script as long as it fails, and tells what is left. */
final class Shrinking {
    private Shrinking() {}

    /** The message for a script that differs from the reference. */
    static String tell(long seed, Script failing) {
        Script least = smallest(failing);
        Difference difference = least.run().orElseThrow();
        Question question = least.question();
        String steps = least.steps().stream().map(step -> "  " + step + "\n").collect(Collectors.joining());
        return "seed " + seed + ", step " + difference.step() + ", seen from " + difference.from() + "\n"
                + question.indicators().stream()
                        .map(indicator -> indicator.id().toString())
                        .toList()
                + " by " + question.groupBy() + " every " + question.every() + " from " + question.from() + " to "
                + question.to() + " in " + question.calendar() + " rates "
                + (question.rates() == null ? "none" : question.rates().steps()) + "\n" + steps
                + differing(difference.expected(), difference.got());
    }

    private static Script smallest(Script failing) {
        Script least = failing.with(
                failing.steps().subList(0, failing.run().orElseThrow().step() + 1));
        int size;
        do {
            size = least.steps().size();
            least = withFewerSteps(least);
        } while (least.steps().size() < size);
        return withFewerIndicators(withSmallerParts(least));
    }

    private static Script withFewerSteps(Script failing) {
        Script least = failing;
        for (int length = Math.max(1, least.steps().size() / 2); length >= 1; length /= 2) {
            for (int at = 0; at + length <= least.steps().size(); ) {
                List<Step> fewer = new ArrayList<>(least.steps());
                fewer.subList(at, at + length).clear();
                Script smaller = least.with(fewer);
                if (smaller.run().isPresent()) {
                    least = smaller;
                } else {
                    at++;
                }
            }
        }
        return least;
    }

    private static Script withSmallerParts(Script failing) {
        Script least = failing;
        for (int i = 0; i < least.steps().size(); i++) {
            for (int j = 0;
                    least.steps().get(i) instanceof MergePart part
                            && j < part.events().size(); ) {
                List<SalesEvent> fewer = new ArrayList<>(part.events());
                fewer.remove(j);
                List<Step> steps = new ArrayList<>(least.steps());
                steps.set(i, new MergePart(fewer, part.seenFrom()));
                Script smaller = least.with(steps);
                if (smaller.run().isPresent()) {
                    least = smaller;
                } else {
                    j++;
                }
            }
        }
        return least;
    }

    private static Script withFewerIndicators(Script failing) {
        Question all = failing.question();
        for (Indicator indicator : all.indicators()) {
            Script alone = new Script(
                    new Question(
                            List.of(indicator),
                            all.every(),
                            all.from(),
                            all.to(),
                            all.calendar(),
                            all.groupBy(),
                            all.rates(),
                            all.organization(),
                            all.hours()),
                    failing.steps());
            if (alone.run().isPresent()) {
                return alone;
            }
        }
        return failing;
    }

    private static String differing(String expected, String got) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(expected.split("\n")));
        Set<String> found = new TreeSet<>(Arrays.asList(got.split("\n")));
        String missing = wanted.stream()
                .filter(line -> !found.contains(line))
                .map(line -> "  reference: " + line + "\n")
                .collect(Collectors.joining());
        String surplus = found.stream()
                .filter(line -> !wanted.contains(line))
                .map(line -> "  ledger:    " + line + "\n")
                .collect(Collectors.joining());
        return missing + surplus + (missing.isEmpty() && surplus.isEmpty() ? "  the order of lines\n" : "");
    }
}
