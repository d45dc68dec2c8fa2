package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Evidence;
import java.util.List;

/** An explanation in lines, story by story. */
final class ToldText {
    private ToldText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        explanation.stories().forEach(story -> add(text, story));
        if (explanation.stories().isEmpty()) {
            text.append("  nothing\n");
        }
        explanation
                .failures()
                .forEach(failure -> text.append("  failed ")
                        .append(failure.place())
                        .append(": ")
                        .append(failure.message())
                        .append('\n'));
        explanation
                .values()
                .forEach(value -> text.append("  ")
                        .append(value.figure().name())
                        .append(" reads ")
                        .append(ValueText.of(value.figure().unit(), value.value()))
                        .append("   [")
                        .append(value.arithmetic())
                        .append("]\n"));
        return text + "  seen from " + explanation.viewpoint().asOf();
    }

    /** What a contribution adds; {@code nothing} where it adds nothing. */
    static List<String> amounts(Counted counted) {
        return counted.amounts().isEmpty()
                ? List.of("nothing")
                : counted.amounts().stream().map(Amount::text).toList();
    }

    private static void add(StringBuilder text, Explanation.Story story) {
        text.append("  ").append(story.place()).append('\n');
        for (Counted counted : story.counted()) {
            text.append("    counts ")
                    .append(of(counted.fact()))
                    .append(counted.rep() == null ? " for nobody" : " for " + counted.rep())
                    .append(counted.aside() ? " aside: " : ": ")
                    .append(String.join(" + ", amounts(counted)))
                    .append('\n');
        }
        story.leftOut()
                .forEach(left -> text.append("    leaves out ")
                        .append(of(left.fact()))
                        .append(" as ")
                        .append(left.rule().name())
                        .append(left.aside() ? " aside" : "")
                        .append('\n'));
        story.context()
                .forEach(fact -> text.append("    sees ").append(of(fact)).append('\n'));
    }

    private static String of(Evidence fact) {
        return fact.id() + " (" + fact.role() + ")";
    }
}
