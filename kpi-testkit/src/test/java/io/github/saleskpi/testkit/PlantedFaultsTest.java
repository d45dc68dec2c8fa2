package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.testkit.IndicatorContract.Law;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indicators with one fault each: the contract names its law, and shows hardly an event more than the fault needs. */
class PlantedFaultsTest {
    @Test
    void withoutAFaultTheContractIsKept() {
        assertThatCode(() -> IndicatorContract.of(Calls::new).check()).doesNotThrowAnyException();
    }

    // Depends on order, on the clock, on what it keeps.

    /** Counts only the calls of the rep whose call it was told of first. */
    private static final class FirstRepOnly extends Calls {
        private @Nullable String first;

        @Override
        void tell(Fact<Role> call, Contributions out) {
            first = first == null ? String.valueOf(call.rep()) : first;
            if (first.equals(String.valueOf(call.rep()))) {
                out.credit(call.rep(), call).count(CALLS);
            } else {
                out.leaveOut(call, new Rule("not-first"));
            }
        }

        @Override
        public List<Rule> rules() {
            return List.of(new Rule("not-first"));
        }
    }

    @Test
    void anIndicatorThatDependsOnOrderIsCaught() {
        assertCaught(FirstRepOnly::new, Law.ORDER, 2);
    }

    /** Counts calls that are past by the computer's clock. */
    private static final class PastCalls extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            Clock.past(call.at()).forEach(past -> out.credit(call.rep(), call).count(CALLS));
        }
    }

    /** Is asked by the indicator. */
    private static final class Clock {
        static List<Instant> past(Instant instant) {
            return instant.isBefore(Instant.now()) ? List.of(instant) : List.of();
        }
    }

    @Test
    void anIndicatorThatReadsTheClockIsCaught() {
        Throwable thrown = assertCaught(PastCalls::new, Law.CLOCK, 0);
        assertThat(thrown)
                .hasMessageContaining("PlantedFaultsTest$Clock calls java.time.Instant.now\n")
                .hasMessageContaining("Minimal example, without any event");
    }

    /** Tells what the machine gives it. */
    private static final class Lottery extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            out.credit(call.rep(), call).add(CALLS, (long) System.identityHashCode(new Object()));
        }
    }

    /** Numbers calls from one telling to the next. */
    private static final class Numbered extends Calls {
        private static long told;

        @Override
        void tell(Fact<Role> call, Contributions out) {
            told++;
            out.credit(call.rep(), call).add(CALLS, told);
        }
    }

    /** Counts each id once in the life of the program. */
    private static final class OncePerProgram extends Calls {
        private static final Set<String> SEEN = new HashSet<>();

        @Override
        void tell(Fact<Role> call, Contributions out) {
            out.credit(call.rep(), call).add(CALLS, SEEN.add(call.id()) ? 1L : 0L);
        }
    }

    @Test
    void anIndicatorThatDependsOnStaticStateIsCaught() {
        assertCaught(Lottery::new, Law.REPETITION, 1);
        assertCaught(Numbered::new, Law.REPETITION, 1);
        Throwable thrown = assertCaught(OncePerProgram::new, Law.REPETITION, 3);
        assertThat(thrown).hasMessageContaining("not a second time: it keeps something from one telling to the next");
    }

    /** Remembers how many calls a person had when it was first told of them. */
    private static final class Cached extends Calls {
        private final Map<String, Long> known = new HashMap<>();

        @Override
        public void tell(Story<Role> story, Contributions out) {
            long calls = known.computeIfAbsent(
                    story.key().orElse("-"), key -> (long) story.facts().size());
            out.credit(story.facts().get(0).rep(), story.facts().get(0)).add(CALLS, calls);
        }

        @Override
        public List<Fact<Role>> judged(Story<Role> story) {
            return story.facts().subList(0, 1);
        }
    }

    @Test
    void anIndicatorThatKeepsWhatItWasToldIsCaught() {
        assertCaught(Cached::new, Law.VIEWPOINTS, 2);
    }

    /** Counts a call for each version of it that it was told of. */
    private static final class EachVersion extends Calls {
        private final Set<SalesEvent> versions = new HashSet<>();

        @Override
        void tell(Fact<Role> call, Contributions out) {
            versions.add(call.event());
            out.credit(call.rep(), call)
                    .add(
                            CALLS,
                            versions.stream()
                                    .filter(event -> event.id().equals(call.id()))
                                    .count());
        }
    }

    @Test
    void anIndicatorThatCountsDuplicatesTwiceIsCaught() {
        assertCaught(EachVersion::new, Law.DUPLICATES, 1);
    }

    // Changes events, throws, divides by zero.

    /** An event of one's own that can be changed. */
    private record Note(Header header, Map<String, Object> words) implements CustomSalesEvent {
        @Override
        public String type() {
            return "note";
        }

        @Override
        public Map<String, Object> details() {
            return words;
        }
    }

    /** Leaves a mark on what it has seen. */
    private static final class Marking extends Calls {
        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof Note ? Role.CALL : null;
        }

        @Override
        void tell(Fact<Role> call, Contributions out) {
            super.tell(call, out);
            call.as(Note.class).words().put("seen", "yes");
        }
    }

    @Test
    void anIndicatorThatChangesEventsIsCaught() {
        Throwable thrown = assertCaught(
                Marking::new,
                Law.MUTATION,
                1,
                contract -> contract.events((header, key) -> new Note(header, new HashMap<>(Map.of("of", key)))));
        assertThat(thrown).hasMessageContaining("seen=yes");
    }

    /** The mean length of calls, without asking whether there are any. */
    private static final class MeanLength extends Calls {
        @Override
        public List<Figure> figures() {
            return List.of(figure("mean", Unit.NUMBER, t -> KpiValue.of(BigDecimal.valueOf(600 / t.of(CALLS)), 1)));
        }
    }

    /** The same, asking for calls, but dividing by those that lasted. */
    private static final class MeanOfLong extends Calls {
        private static final Measure<Long, Long> LONG = Measure.count("long");

        @Override
        void tell(Fact<Role> call, Contributions out) {
            Duration length = call.as(CallEnded.class).duration();
            boolean isLong = length != null && length.toHours() > 0;
            out.credit(call.rep(), call).count(CALLS).add(LONG, isLong ? 1L : 0L);
        }

        @Override
        public List<Figure> figures() {
            return List.of(figure(
                    "calls-per-long",
                    Unit.NUMBER,
                    t -> t.of(CALLS) == 0
                            ? KpiValue.undefined(KpiValue.Reason.NO_DATA)
                            : KpiValue.of(BigDecimal.valueOf(t.of(CALLS) / t.of(LONG)), 1)));
        }
    }

    @Test
    void anIndicatorThatDividesByZeroIsCaught() {
        assertThat(assertCaught(MeanLength::new, Law.NOTHING, 0)).hasMessageContaining("/ by zero");
        assertThat(assertCaught(MeanOfLong::new, Law.EXCEPTION, 1)).hasMessageContaining("/ by zero");
    }

    /** Takes it for granted that a call has a length. */
    private static final class Lengths extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            out.credit(call.rep(), call)
                    .add(CALLS, call.as(CallEnded.class).duration().toMinutes());
        }
    }

    /** Takes it for granted that a call names a person. */
    private static final class Named extends Calls {
        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof CallEnded call && call.personId().isEmpty() ? null : super.role(event);
        }
    }

    @Test
    void anIndicatorThatThrowsIsCaught() {
        assertThat(assertCaught(Lengths::new, Law.EXCEPTION, 1)).hasMessageContaining("NullPointerException");
        assertThat(assertCaught(Named::new, Law.EXCEPTION, 1)).hasMessageContaining("NullPointerException");
    }

    /** Gives no figure of nothing its due. */
    private static final class AtLeastOne extends Calls {
        @Override
        public List<Figure> figures() {
            return List.of(figure("calls", Unit.COUNT, t -> KpiValue.count(Math.max(1, t.of(CALLS)))));
        }
    }

    @Test
    void aCountOfNothingThatIsNotZeroIsCaught() {
        assertThat(assertCaught(AtLeastOne::new, Law.NOTHING, 0)).hasMessageContaining("calls of nothing is 1, not 0");
    }

    // Counts what it should not.

    /** Counts calls of more than an hour twice. */
    private static final class Twice extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            super.tell(call, out);
            Duration length = call.as(CallEnded.class).duration();
            if (length != null && length.toHours() > 1) {
                super.tell(call, out);
            }
        }
    }

    /** Says nothing about calls of nobody. */
    private static final class Silent extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            if (call.rep() != null) {
                super.tell(call, out);
            }
        }
    }

    /** Leaves calls out under a rule that it does not declare. */
    private static final class Undeclared extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            if (call.rep() == null) {
                out.leaveOut(call, new Rule("nobody"));
            } else {
                super.tell(call, out);
            }
        }
    }

    @Test
    void aFactWithoutItsOnePlaceIsCaught() {
        assertThat(assertCaught(Twice::new, Law.JUDGEMENT, 1))
                .hasMessageContaining(
                        "is judged, but counted or left out 2 times; what because(...) names is counted, too");
        assertThat(assertCaught(Silent::new, Law.JUDGEMENT, 1))
                .hasMessageContaining("is judged, but neither counted nor left out");
        assertThat(assertCaught(Undeclared::new, Law.JUDGEMENT, 1))
                .hasMessageContaining("the rule nobody is not in rules(), which has []");
    }

    /** Makes its measure anew each time, and so reads another one than it adds to. */
    private static final class AnotherMeasure extends Calls {
        @Override
        public List<Figure> figures() {
            return List.of(figure(
                    "calls",
                    Unit.COUNT,
                    t -> KpiValue.count(t.of(Measure.<Long, Long>of("calls", Measure.count("calls")::newTally)))));
        }
    }

    @Test
    void aMeasureThatIsNoConstantIsCaught() {
        assertThat(assertCaught(AnotherMeasure::new, Law.MEASURES, 1))
                .hasMessageContaining("two measures are called calls");
    }

    /** Halves a count. */
    private static final class Halves extends Calls {
        @Override
        public List<Figure> figures() {
            return List.of(figure(
                    "calls",
                    Unit.COUNT,
                    t -> KpiValue.of(BigDecimal.valueOf(t.of(CALLS)).divide(BigDecimal.valueOf(2)), t.of(CALLS))));
        }
    }

    /** Counts persons, which do not add up from day to day. */
    private static final class Persons extends Calls {
        private static final Measure<String, ? extends Set<String>> PERSONS = Measure.distinct("persons");

        @Override
        void tell(Fact<Role> call, Contributions out) {
            out.credit(call.rep(), call)
                    .add(PERSONS, "" + call.as(CallEnded.class).personId());
        }

        @Override
        public List<Figure> figures() {
            return List.of(figure(
                    "persons", Unit.COUNT, t -> KpiValue.count(t.of(PERSONS).size())));
        }
    }

    @Test
    void aFigureThatIsNotWhatItSaysIsCaught() {
        assertThat(assertCaught(Halves::new, Law.UNITS, 1)).hasMessageContaining("a count of 0.5");
        assertThat(assertCaught(Persons::new, Law.ACCRUAL, 2))
                .hasMessageContaining("persons is 1, but its days add up to 2");
    }

    /** Has two rules of one name, and storylines that are new each time. */
    private static final class Renewed extends Calls {
        @Override
        public List<Storyline<?>> storylines() {
            return List.of(new Calls());
        }

        @Override
        public List<Rule> rules() {
            return List.of(new Rule("odd"), new Rule("odd"));
        }
    }

    /** Has two figures of one name. */
    private static final class TwoOfOneName extends Calls {
        @Override
        public List<Figure> figures() {
            List<Figure> figures = new ArrayList<>(super.figures());
            figures.addAll(super.figures());
            return figures;
        }
    }

    @Test
    void aDefinitionThatIsNoneIsCaught() {
        assertThat(assertCaught(Renewed::new, Law.DEFINITION, 0))
                .hasMessageContaining("the rule odd is named twice")
                .hasMessageContaining("storylines() gives other objects at the second call");
        assertThat(catchThrowable(() -> IndicatorContract.of(TwoOfOneName::new).check()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("calls-made@1 breaks DEFINITION")
                .hasMessageContaining("figure (calls-made@1 calls): must be named once");
    }

    /** Says that it reads the kind of an event only, and looks at the id. */
    private static final class ReadsMoreThanTheKind extends Calls {
        @Override
        public @Nullable Role role(SalesEvent event) {
            return event.id().hashCode() % 2 == 0 ? null : super.role(event);
        }

        @Override
        public boolean readsKindOnly() {
            return true;
        }
    }

    /** Takes what is in an event from one that is only like it. */
    private static final class AsksOneThatIsLike extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            Duration length = call.like(CallEnded.class).duration();
            out.credit(call.rep(), call).add(CALLS, length == null ? 0L : length.toSeconds());
        }

        @Override
        public boolean readsKindOnly() {
            return true;
        }
    }

    @Test
    void whatHoldsForEventObjectsAndNotInColumnsIsCaught() {
        assertCaught(ReadsMoreThanTheKind::new, Law.BATCH, 2);
        assertCaught(AsksOneThatIsLike::new, Law.BATCH, 2);
    }

    /** Lives on events that no history has. */
    private static final class Unheard extends Calls {
        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof CustomEvent custom && custom.name().equals("unheard") ? Role.CALL : null;
        }
    }

    @Test
    void anIndicatorWithoutEventsIsNotPassed() {
        assertThat(catchThrowable(() -> IndicatorContract.of(Unheard::new).check()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("calls-made@1 breaks REACH: at least one fact is counted\n  in none of 40 histories."
                        + " Maybe give makers of the events that it lives on, with events(...).");
        assertThatCode(() -> IndicatorContract.of(Unheard::new)
                        .events((header, key) -> CustomEvent.of(header, "unheard"))
                        .check())
                .doesNotThrowAnyException();
    }

    static Throwable assertCaught(Supplier<Indicator> faulty, Law law, int mostEvents) {
        return assertCaught(faulty, law, mostEvents, contract -> contract);
    }

    /** The law is broken, on so many events at most. */
    private static Throwable assertCaught(
            Supplier<Indicator> faulty, Law law, int mostEvents, UnaryOperator<IndicatorContract> settings) {
        IndicatorContract contract = settings.apply(IndicatorContract.of(faulty));
        Throwable thrown = catchThrowable(() -> contract.check(law));
        assertThat(thrown).isInstanceOf(AssertionError.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message).startsWith("calls-made@1 breaks " + law + "\n").contains("Found with seed 20260301");
        long events = eventsOf(message);
        System.out.println("Planted fault caught by " + law.name() + " on " + events + " events");
        assertThat(events).as(message).isLessThanOrEqualTo(mostEvents);
        return thrown;
    }

    private static long eventsOf(String message) {
        String example = message.substring(message.indexOf("Minimal example"), message.indexOf("  reported "));
        return example.lines().count() - 1;
    }
}
