package io.github.saleskpi.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the names that somebody probably meant. */
final class Nearest {
    private static final int SHOWN = 3;
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The nearest, or several that are equally near, by UTF-16 code unit; empty if none is near. */
    static List<String> to(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        String folded = written.toLowerCase(Locale.ROOT);
        SortedMap<Integer, List<String>> byEdits = new TreeMap<>();
        names.stream()
                .filter(name -> name.length() <= LONGEST)
                .sorted()
                .forEach(name -> byEdits.computeIfAbsent(
                                edits(folded, name.toLowerCase(Locale.ROOT)), edits -> new ArrayList<>())
                        .add(name));
        boolean isNear = !byEdits.isEmpty() && byEdits.firstKey() <= Math.max(1, (written.length() + 1) / 3);
        return isNear
                ? Objects.requireNonNull(byEdits.get(byEdits.firstKey())).stream()
                        .limit(SHOWN)
                        .toList()
                : List.of();
    }

    /** The end of a complaint: those that are near, or else some that there are. */
    static String hint(String written, Collection<String> names) {
        List<String> near = to(written, names);
        List<String> shown =
                near.isEmpty() ? names.stream().sorted().limit(SHOWN).toList() : near;
        return shown.isEmpty() ? "Maybe it is misspelt." : "Maybe " + String.join(" or ", shown) + ".";
    }

    /** How many characters must be put in, taken out or exchanged; one that begins the other is one away. */
    private static int edits(String a, String b) {
        if (!a.equals(b) && !a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a))) {
            return 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
