package io.github.saleskpi.testkit;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** In which lines two texts differ that should be equal. */
final class Difference {
    private Difference() {}

    /** The lines of each that the other lacks, each after its name; empty if the texts are equal. */
    static Optional<String> between(String one, String expected, String other, String got) {
        if (expected.equals(got)) {
            return Optional.empty();
        }
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(expected.split("\n", -1)));
        Set<String> found = new LinkedHashSet<>(Arrays.asList(got.split("\n", -1)));
        String lines = lines(one, wanted, found) + lines(other, found, wanted);
        return Optional.of(lines.isEmpty() ? "  the order of lines differs\n" : lines);
    }

    private static String lines(String name, Set<String> some, Set<String> others) {
        return some.stream()
                .filter(line -> !others.contains(line))
                .map(line -> "  " + name + ": " + (line.isEmpty() ? "nothing" : line) + "\n")
                .collect(Collectors.joining());
    }
}
