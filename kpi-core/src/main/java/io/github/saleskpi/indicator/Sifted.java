package io.github.saleskpi.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The facts of a story that a draft keeps, and those that it leaves out with the rule that says why. Confined. */
final class Sifted<R extends Enum<R>> {
    static final Rule NO_START = new Rule("no-start", "of a story whose beginning is not known");
    static final Rule NO_KEY = new Rule("no-key", "begins a story, but does not say which");

    private final List<Fact<R>> kept = new ArrayList<>();
    private final Map<Fact<R>, Rule> leftOut = new LinkedHashMap<>();

    /**
     * All facts of the story that are judged.
     *
     * @param isJudged by its role
     * @param isAct whether it does something, and does not only begin the story
     */
    Sifted(Story<R> story, Options options, Predicate<R> isJudged, Predicate<R> isAct) {
        for (Fact<R> fact : story.facts()) {
            if (isJudged.test(fact.role())) {
                Rule rule = Exclusion.first(options.exclusions(), story, fact, isAct.test(fact.role()));
                if (rule == null && story.isAlone()) {
                    rule = NO_KEY;
                }
                if (rule == null) {
                    kept.add(fact);
                } else {
                    leftOut.put(fact, rule);
                }
            }
        }
    }

    /** Those kept, in the story's order. */
    List<Fact<R>> kept() {
        return kept;
    }

    /** The first kept in such a role, or null. */
    @Nullable
    Fact<R> first(Predicate<R> role) {
        return kept.stream().filter(fact -> role.test(fact.role())).findFirst().orElse(null);
    }

    /** Leaves out what was kept. */
    void leaveOut(Fact<R> fact, Rule rule) {
        kept.remove(fact);
        leftOut.put(fact, rule);
    }

    /** Leaves out all that is kept. */
    void leaveOutAll(Rule rule) {
        kept.forEach(fact -> leftOut.put(fact, rule));
        kept.clear();
    }

    List<Fact<R>> leftOut() {
        return List.copyOf(leftOut.keySet());
    }

    void tell(Story<R> story, Options options, Contributions out) {
        leftOut.forEach((fact, rule) -> out.leaveOut(options.rep(story, fact), fact, rule));
    }
}
