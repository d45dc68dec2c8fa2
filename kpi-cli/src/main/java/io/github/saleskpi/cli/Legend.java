package io.github.saleskpi.cli;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The marks that a table used, and what they mean. Not thread-safe. */
final class Legend {
    /** What stands instead of a number, or beside it. */
    enum Mark {
        NO_DATA("–", "no data"),
        BEYOND(">", "not reached within what was seen: at least that long"),
        NO_RATE("– rate", "an exchange rate is missing: see --rates"),
        NOT_APPLICABLE("– n/a", "does not apply here"),
        FAILED("– failed", "the indicator failed"),
        OPEN_LIMIT("…", "the limit is never reached"),
        UNFINISHED("*", "the period was not over at as-of");

        private final String sign;
        private final String meaning;

        Mark(String sign, String meaning) {
            this.sign = sign;
            this.meaning = meaning;
        }
    }

    private static final String NUMBERS = "¹²³⁴⁵⁶⁷⁸⁹";

    private final Set<Mark> used = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    /** The mark's sign, which is explained from now on. */
    String sign(Mark mark) {
        used.add(mark);
        return mark.sign;
    }

    static Mark markOf(KpiValue.Reason reason) {
        return switch (reason) {
            case NO_DATA -> Mark.NO_DATA;
            case CENSORED -> Mark.BEYOND;
            case MISSING_RATE -> Mark.NO_RATE;
            case NOT_APPLICABLE -> Mark.NOT_APPLICABLE;
            case FAILED -> Mark.FAILED;
        };
    }

    /** The signs of a value's remarks. */
    String signs(List<String> remarks) {
        StringBuilder signs = new StringBuilder();
        for (String remark : remarks) {
            if (!notes.contains(remark)) {
                notes.add(remark);
            }
            signs.append(NUMBERS.charAt(Math.min(notes.indexOf(remark), NUMBERS.length() - 1)));
        }
        return signs.toString();
    }

    /** What each used mark means. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        used.forEach(mark -> lines.add(mark.sign + ": " + mark.meaning));
        for (int i = 0; i < notes.size(); i++) {
            lines.add(NUMBERS.charAt(Math.min(i, NUMBERS.length() - 1)) + ": " + notes.get(i).replace('-', ' '));
        }
        return lines;
    }
}
