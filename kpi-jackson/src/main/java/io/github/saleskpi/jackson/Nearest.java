package io.github.saleskpi.jackson;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
    private static final int LONGEST = 40;
    private static final int BEGINNING = 3;

    private Nearest() {}

    /** The nearest of the words, if it is near. */
    static Optional<String> to(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = "";
        int least = Math.max(1, written.length() / 3) + 1;
        for (String word : words) {
            int edits = distance(folded(written), folded(word));
            if (edits < least) {
                least = edits;
                nearest = word;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    private static String folded(String word) {
        return word.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        boolean begun = Math.min(a.length(), b.length()) >= BEGINNING && (a.startsWith(b) || b.startsWith(a));
        return begun ? 1 : edits(a, b);
    }

    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
