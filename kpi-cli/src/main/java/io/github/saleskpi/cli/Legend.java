package io.github.saleskpi.cli;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The marks that stand instead of a number, or beside it, and what they mean. Not thread-safe. */
final class Legend {
    /** A sign and its meaning, in the order in which they are explained. */
    enum Mark {
        NO_DATA("–", "no data"),
        BEYOND(">", "not reached within what was seen: at least that long"),
        NO_RATE("– rate", "an exchange rate is missing, see --rates"),
        NOT_APPLICABLE("– n/a", "does not apply here"),
        FAILED("– failed", "the indicator failed"),
        OPEN_LIMIT("…", "the limit is never reached"),
        UNFINISHED("*", "the period was not over at as-of"),
        PRORATED("†", "for the days of employment only"),
        WITHIN_NOISE("≈", "within noise: the plan lies between the 95 % limits of the fact"),
        BELOW_THRESHOLD("↓", "below the threshold, so it counts 0 in the score"),
        POINTS(" pp", "percentage points");

        private final String sign;
        private final String meaning;

        Mark(String sign, String meaning) {
            this.sign = sign;
            this.meaning = meaning;
        }

        String sign() {
            return sign;
        }

        static Mark of(KpiValue.Reason reason) {
            return switch (reason) {
                case NO_DATA -> NO_DATA;
                case CENSORED -> BEYOND;
                case MISSING_RATE -> NO_RATE;
                case NOT_APPLICABLE -> NOT_APPLICABLE;
                case FAILED -> FAILED;
            };
        }
    }

    private static final String NUMBERS = "¹²³⁴⁵⁶⁷⁸⁹";

    private final Set<Mark> used = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();

    /** These marks are to be explained. */
    void explain(Collection<Mark> marks) {
        used.addAll(marks);
    }

    /** The signs of a value's remarks, which are explained whether they are seen or not. */
    String signs(List<String> some) {
        StringBuilder signs = new StringBuilder();
        for (String remark : some) {
            if (!remarks.contains(remark)) {
                remarks.add(remark);
            }
            signs.append(number(remarks.indexOf(remark)));
        }
        return signs.toString();
    }

    private static char number(int index) {
        return NUMBERS.charAt(Math.min(index, NUMBERS.length() - 1));
    }

    /** What each mark means. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        used.forEach(mark -> lines.add(mark.sign.strip() + ": " + mark.meaning));
        for (int i = 0; i < remarks.size(); i++) {
            lines.add(number(i) + ": " + remarks.get(i).replace('-', ' '));
        }
        return lines;
    }
}
