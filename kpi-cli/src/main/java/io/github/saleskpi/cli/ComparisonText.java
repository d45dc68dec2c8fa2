package io.github.saleskpi.cli;

import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Plan;

/** A comparison's arithmetic for people to read. */
final class ComparisonText {
    private ComparisonText() {}

    /** The target in force, then step by step down to the status. */
    static String of(Comparison comparison, Plan plan, Ink ink) {
        StringBuilder text = new StringBuilder();
        String title = comparison.target().id() + " of " + comparison.who() + " in " + comparison.period();
        text.append(ink.bold(Shown.safe(title)))
                .append(": ")
                .append(comparison.status())
                .append('\n');
        String version = plan.inForceOn(comparison.period().from())
                .map(each -> ", in force from " + each.effectiveFrom())
                .orElse("");
        String row = comparison.row().equals(comparison.who()) ? "" : ", read in " + comparison.row();
        text.append("    ")
                .append(ink.faint(Shown.safe("target of " + comparison.target().audience() + " on "
                        + comparison.target().indicator().id() + version + row)))
                .append('\n');
        comparison
                .arithmetic()
                .forEach(step ->
                        text.append("    ").append(Shown.safe(step.toString())).append('\n'));
        return text.toString();
    }
}
