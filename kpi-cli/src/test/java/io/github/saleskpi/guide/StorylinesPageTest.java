package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.testkit.IndicatorContract;
import io.github.saleskpi.testkit.IndicatorTester;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/6-storylines.md}. */
class StorylinesPageTest {
    /** How long after a meeting the person is called. */
    static final class CallBack implements Indicator, Storyline<CallBack.Role> {
        private static final Duration LIMIT = Duration.ofDays(14);
        private static final Measure<Observation, Distribution> WAIT = Measure.distribution("wait");
        private static final Measure<Long, Long> FORGOTTEN = Measure.count("forgotten");
        private static final Rule DAY_PRECISION = new Rule("day-precision", "only its date is known");
        private static final Rule NO_MEETING = new Rule("no-meeting", "a call without any meeting");
        private static final List<Figure> FIGURES = List.of(
                new Figure(
                        "wait",
                        Unit.DURATION,
                        Direction.LOWER_IS_BETTER,
                        "From the meeting to the call back",
                        totals -> totals.of(WAIT).quantile(new BigDecimal("0.5"))),
                new Figure(
                        "forgotten",
                        Unit.COUNT,
                        Direction.LOWER_IS_BETTER,
                        "Meetings without a call back in 14 days",
                        totals -> KpiValue.count(totals.of(FORGOTTEN))));

        enum Role {
            MEETING,
            CALL
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            if (event.personId() == null) {
                return null;
            }
            if (event instanceof MeetingHeld) {
                return Role.MEETING;
            }
            return event instanceof CallEnded call && call.direction() == CallDirection.OUTBOUND ? Role.CALL : null;
        }

        @Override
        public boolean readsKindOnly() {
            return true;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            Optional<Fact<Role>> meeting = story.first(Role.MEETING);
            if (meeting.isEmpty()) {
                story.facts(Role.CALL).forEach(call -> out.leaveOut(call, NO_MEETING));
                return;
            }
            Fact<Role> met = meeting.get();
            Optional<Fact<Role>> call = story.facts(Role.CALL).stream()
                    .filter(each -> !each.isBefore(met))
                    .findFirst();
            if (met.dayOnly() || call.map(Fact::dayOnly).orElse(false)) {
                out.leaveOut(met, DAY_PRECISION);
                return;
            }
            Moment deadline = met.moment().plus(LIMIT);
            if (call.isPresent() && !call.get().moment().isAfter(deadline)) {
                out.credit(met.rep(), met)
                        .add(WAIT, Observation.ended(met.at(), call.get().at()))
                        .because(call.get());
            } else if (story.reached(deadline)) {
                out.credit(met.rep(), met).add(WAIT, Observation.cutOff(LIMIT)).count(FORGOTTEN);
            } else {
                out.credit(met.rep(), met).add(WAIT, Observation.running(met.at()));
            }
        }

        @Override
        public List<Fact<Role>> judged(Story<Role> story) {
            return story.first(Role.MEETING).map(List::of).orElseGet(() -> story.facts(Role.CALL));
        }

        @Override
        public IndicatorId id() {
            return IndicatorId.of("call-back", 1);
        }

        @Override
        public String formula() {
            return "median time from a person's first meeting to the next call";
        }

        @Override
        public List<Rule> rules() {
            return List.of(DAY_PRECISION, NO_MEETING);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return FIGURES;
        }
    }

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static SalesEvent meeting(String id, Header.Precision precision) {
        return MeetingHeld.of(
                        Header.of(id, MONDAY).withRep("ann").withPrecision(precision), "m1", MeetingHeld.Kind.MEETING)
                .withPersonId("p1");
    }

    private static SalesEvent call(String id, Duration later) {
        return CallEnded.of(Header.of(id, MONDAY.plus(later)).withRep("bob"), id, CallDirection.OUTBOUND)
                .withPersonId("p1");
    }

    @Test
    void aWaitEndsIsCutOffAtTheDeadlineOrRuns() {
        SalesEvent meeting = meeting("e1", Header.Precision.EXACT);

        IndicatorTester.of(new CallBack())
                .story(meeting, call("e2", Duration.ofHours(2)))
                .credits("ann", "7200 s of wait")
                .reads("PT2H");
        IndicatorTester.of(new CallBack())
                .asOf("2026-03-03T09:00:00Z")
                .story(meeting)
                .tells("running since 2026-03-02T09:00:00Z of wait")
                .reads("CENSORED");
        IndicatorTester.of(new CallBack())
                .asOf("2026-03-16T09:00:00Z")
                .story(meeting)
                .tells("at least 1209600 s of wait", "1 forgotten")
                .reads("forgotten", "1");
        IndicatorTester.of(new CallBack())
                .story(meeting, call("e2", Duration.ofDays(20)))
                .reads("forgotten", "1");
    }

    @Test
    void whatIsNotCountedIsLeftOutUnderARule() {
        IndicatorTester.of(new CallBack())
                .story(call("e2", Duration.ZERO))
                .leavesOut("e2", "no-meeting")
                .reads("NO_DATA");
        IndicatorTester.of(new CallBack())
                .story(meeting("e1", Header.Precision.DAY), call("e2", Duration.ofDays(1)))
                .leavesOut("e1", "day-precision");
    }

    @Test
    void itKeepsTheLaws() {
        IndicatorContract.of(CallBack::new).tries(10).check();
    }

    @Test
    void theSampleProjectHasTheSameIndicator() throws IOException {
        String here = bodyOf(Path.of("src/test/java/io/github/saleskpi/guide/StorylinesPageTest.java"));
        String there = bodyOf(Path.of("../samples/custom-indicator/src/main/java/com/example/kpi/CallBack.java"));

        assertThat(here).startsWith(there).hasSizeGreaterThan(there.length());
    }

    /** From the first constant to the end of the file, without white space and the brace that ends the class. */
    private static String bodyOf(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String body = text.substring(text.indexOf("private static final Duration LIMIT"))
                .replaceAll("\\s+", "");
        return body.substring(0, body.length() - 1);
    }
}
