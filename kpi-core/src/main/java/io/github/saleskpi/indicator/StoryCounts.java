package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft of how many facts of one kind there are in each story that has a fact of another. */
final class StoryCounts implements Kind {
    private final Subject subject;
    private final Which which;
    private final Which over;
    private final Measure<Long, Long> facts = Measure.count("facts");
    private final Measure<Long, Long> stories = Measure.count("stories");
    private final Measure<Long, Long> any = Measure.count("with-any");

    StoryCounts(Subject subject, Which which, Which over) {
        this.subject = subject;
        this.which = which;
        this.over = over;
    }

    @Override
    public String text() {
        return "mean number of " + which + " of each " + subject + " with " + over;
    }

    @Override
    public List<Which> facts() {
        return List.of(which, over);
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public List<Rule> rules(Options options) {
        List<Rule> rules = new ArrayList<>(options.rules());
        rules.addAll(List.of(Sifted.NO_KEY, Sifted.NO_START));
        return rules;
    }

    @Override
    public List<Storyline<?>> storylines(Options options) {
        return List.of(new Line(options));
    }

    @Override
    public List<Figure> figures(Options options) {
        return List.of(
                options.primary(Unit.NUMBER, t -> KpiValue.ratio(t.of(facts), t.of(stories))),
                new Figure(
                        "with-any",
                        Unit.RATIO,
                        options.direction(),
                        "Those with at least one / all",
                        t -> KpiValue.proportion(t.of(any), t.of(stories))),
                new Figure(
                        "facts",
                        Unit.COUNT,
                        options.direction(),
                        "How many there are in all",
                        t -> KpiValue.count(t.of(facts))),
                new Figure(
                        "stories",
                        Unit.COUNT,
                        Direction.NEUTRAL,
                        "Among how many",
                        t -> KpiValue.count(t.of(stories))));
    }

    /** What an event is to the story. */
    enum Role {
        COUNTED,
        START,
        COUNTED_START;

        boolean isCounted() {
            return this != START;
        }

        boolean isStart() {
            return this != COUNTED;
        }
    }

    private final class Line implements Storyline<Role> {
        private final Options options;

        Line(Options options) {
            this.options = options;
        }

        @Override
        public Subject subject() {
            return subject;
        }

        @Override
        public boolean readsKindOnly() {
            return over.isAll() && which.isAll() && subject.isStandard();
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            if (over.fits(event)) {
                return which.fits(event) ? Role.COUNTED_START : Role.START;
            }
            return which.fits(event) && !subject.keysOf(event).isEmpty() ? Role.COUNTED : null;
        }

        private Sifted<Role> sifted(Story<Role> story) {
            Sifted<Role> sifted = new Sifted<>(story, options, role -> true, Role::isCounted);
            if (sifted.first(Role::isStart) == null) {
                sifted.leaveOutAll(Sifted.NO_START);
            }
            return sifted;
        }

        @Override
        public List<Fact<Role>> judged(Story<Role> story) {
            Sifted<Role> sifted = sifted(story);
            List<Fact<Role>> judged = new ArrayList<>(sifted.leftOut());
            Fact<Role> start = sifted.first(Role::isStart);
            sifted.kept().stream()
                    .filter(fact -> fact.role().isCounted() || fact == start)
                    .forEach(judged::add);
            return judged;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            Sifted<Role> sifted = sifted(story);
            sifted.tell(story, options, out);
            Fact<Role> start = sifted.first(Role::isStart);
            if (start == null) {
                return;
            }
            List<Fact<Role>> counted = sifted.kept().stream()
                    .filter(fact -> fact.role().isCounted())
                    .toList();
            Contribution told =
                    out.credit(options.rep(story, start), start).count(stories).add(facts, (long) counted.size());
            if (!counted.isEmpty()) {
                told.count(any);
            }
            counted.forEach(told::because);
        }
    }
}
