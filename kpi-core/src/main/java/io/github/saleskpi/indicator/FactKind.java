package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A draft of facts that count one by one.
 *
 * @param worth what a fact adds; null where it has no value
 * @param mayLack whether a fact can be without a value
 * @param spread as in {@link Kind}
 */
record FactKind(
        Which which,
        Function<Fact<?>, @Nullable Consumer<Contribution>> worth,
        boolean mayLack,
        @Nullable Unit spread,
        String text,
        Function<Options, List<Figure>> reading)
        implements Kind {
    static final Rule NO_VALUE = new Rule("no-value", "does not say what is asked of it");
    static final Rule REPEATED = new Rule("repeated", "not the first of its story");

    @Override
    public List<Which> facts() {
        return List.of(which);
    }

    @Override
    public List<Figure> figures(Options options) {
        return reading.apply(options);
    }

    @Override
    public List<Rule> rules(Options options) {
        List<Rule> rules = new ArrayList<>(options.rules());
        if (mayLack) {
            rules.add(NO_VALUE);
        }
        if (options.once()) {
            rules.add(REPEATED);
        }
        return rules;
    }

    @Override
    public List<Storyline<?>> storylines(Options options) {
        return List.of(new Line(this, options));
    }

    /** What an event is to such a draft. */
    enum Role {
        FACT
    }

    private static final class Line implements Storyline<Role> {
        private final FactKind kind;
        private final Options options;

        Line(FactKind kind, Options options) {
            this.kind = kind;
            this.options = options;
        }

        @Override
        public Subject subject() {
            return options.subject();
        }

        @Override
        public boolean readsKindOnly() {
            return kind.which.isAll();
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return kind.which.fits(event) ? Role.FACT : null;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            boolean counted = false;
            for (Fact<Role> fact : story.facts()) {
                String rep = options.rep(story, fact);
                Rule rule = Exclusion.first(options.exclusions(), story, fact, true);
                Consumer<Contribution> worth = rule == null ? kind.worth.apply(fact) : null;
                if (worth == null) {
                    out.leaveOut(rep, fact, rule == null ? NO_VALUE : rule);
                } else if (counted && options.once()) {
                    out.leaveOut(rep, fact, REPEATED);
                } else {
                    counted = true;
                    worth.accept(out.credit(rep, fact));
                }
            }
        }
    }
}
