package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft of the time in each story from its first fact of one kind to the first of another. */
final class StoryLengths implements Kind {
    static final Rule DAY_PRECISION =
            new Rule("day-precision", "only the date is known of what starts or stops its clock");

    private final Subject subject;
    private final Which start;
    private final @Nullable Which cutOff;
    private final Which end;
    private final Measure<Observation, Distribution> lengths;
    private final Measure<Long, Long> unfinished = Measure.count("unfinished");

    StoryLengths(String name, Subject subject, Which start, @Nullable Which cutOff, Which end) {
        this.subject = subject;
        this.start = start;
        this.cutOff = cutOff;
        this.end = end;
        this.lengths = Measure.distribution(name);
    }

    @Override
    public String text() {
        return "median time from " + start + " to " + end + " of each " + subject
                + (cutOff == null ? "" : ", cut off by " + cutOff)
                + ", Kaplan-Meier over ended and censored";
    }

    @Override
    public List<Which> facts() {
        return List.of(start, end);
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public Unit spread() {
        return Unit.DURATION;
    }

    @Override
    public List<Rule> rules(Options options) {
        List<Rule> rules = new ArrayList<>(options.rules());
        rules.addAll(List.of(Sifted.NO_KEY, Sifted.NO_START, DAY_PRECISION));
        return rules;
    }

    @Override
    public List<Storyline<?>> storylines(Options options) {
        return List.of(new Line(options));
    }

    @Override
    public List<Figure> figures(Options options) {
        List<Figure> figures = new ArrayList<>(LengthFigures.of(options, "stories", t -> measured(options, t)));
        figures.add(new Figure(
                "unfinished",
                Unit.COUNT,
                Direction.NEUTRAL,
                "Of how many the end is not known",
                LengthFigures.known(options, t -> KpiValue.count(t.of(unfinished)))));
        return figures;
    }

    private Distribution measured(Options options, Totals totals) {
        Distribution read = totals.of(lengths);
        return options.workingTime()
                ? totals.frame()
                        .workingCalendar()
                        .map(hours -> read.runningBy(hours::between))
                        .orElse(read)
                : read;
    }

    /** What an event is to the story. */
    enum Role {
        START,
        END,
        START_OR_END,
        CUT_OFF;

        boolean isStart() {
            return this == START || this == START_OR_END;
        }

        boolean isEnd() {
            return this == END || this == START_OR_END;
        }
    }

    /** What decides a story; without a start it has no length. */
    private record Course(
            Sifted<Role> facts,
            @Nullable Fact<Role> start,
            @Nullable Fact<Role> end,
            @Nullable Fact<Role> cutOff) {}

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
            return start.isAll() && end.isAll() && (cutOff == null || cutOff.isAll()) && subject.isStandard();
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            if (start.fits(event)) {
                return end.fits(event) ? Role.START_OR_END : Role.START;
            }
            Role role = end.fits(event) ? Role.END : cutOff != null && cutOff.fits(event) ? Role.CUT_OFF : null;
            return role == null || subject.keysOf(event).isEmpty() ? null : role;
        }

        private Course course(Story<Role> story) {
            Sifted<Role> facts = new Sifted<>(story, options, role -> role != Role.CUT_OFF, role -> role != Role.START);
            Fact<Role> begun = facts.first(Role::isStart);
            if (begun == null) {
                facts.leaveOutAll(Sifted.NO_START);
                return new Course(facts, null, null, null);
            }
            Fact<Role> ended = facts.kept().stream()
                    .filter(fact -> fact.role().isEnd() && fact != begun && !fact.isBefore(begun))
                    .findFirst()
                    .orElse(null);
            Fact<Role> cut = story.facts(Role.CUT_OFF).stream()
                    .filter(fact -> !fact.isBefore(begun))
                    .findFirst()
                    .orElse(null);
            Fact<Role> last = ended != null ? ended : cut;
            if (begun.dayOnly() || (last != null && last.dayOnly())) {
                facts.leaveOut(begun, DAY_PRECISION);
                return new Course(facts, null, null, null);
            }
            return new Course(facts, begun, ended, cut);
        }

        @Override
        public List<Fact<Role>> judged(Story<Role> story) {
            Course course = course(story);
            List<Fact<Role>> judged = new ArrayList<>(course.facts.leftOut());
            if (course.start != null) {
                judged.add(course.start);
            }
            return judged;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            Course course = course(story);
            course.facts.tell(story, options, out);
            Fact<Role> begun = course.start;
            if (begun == null) {
                return;
            }
            Contribution counted = out.credit(options.rep(story, begun), begun);
            if (course.end != null) {
                counted.add(lengths, Observation.ended(length(story, begun.at(), course.end.at())))
                        .because(course.end);
            } else if (course.cutOff != null) {
                counted.add(lengths, Observation.cutOff(length(story, begun.at(), course.cutOff.at())))
                        .count(unfinished)
                        .because(course.cutOff);
            } else {
                counted.add(lengths, Observation.running(begun.at())).count(unfinished);
            }
        }

        private Duration length(Story<Role> story, Instant from, Instant to) {
            return options.workingTime()
                    ? story.workingCalendar()
                            .map(hours -> hours.between(from, to))
                            .orElse(Duration.between(from, to))
                    : Duration.between(from, to);
        }
    }
}
