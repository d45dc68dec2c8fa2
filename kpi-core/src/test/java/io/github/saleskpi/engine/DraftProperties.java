package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Draft;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.value.KpiValue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What the factories make is, over dense histories and whatever question, what the built-in definition has that says the
 * same, to the last digit and the last fact left out.
 */
class DraftProperties {
    /** How often each pair must have had a value in a run of full length. */
    private static final int OFTEN = 5;

    /** A figure of a built-in definition, the same made by a factory, and the events over which they are the same. */
    private record Twins(
            Indicator builtIn, Map<String, String> figures, Indicator drafted, Predicate<SalesEvent> over) {
        static Twins of(String builtIn, Draft drafted) {
            return of(builtIn, drafted.build(), event -> true);
        }

        static Twins of(String builtIn, Indicator drafted, Predicate<SalesEvent> over) {
            Indicator whole = Indicators.named(builtIn);
            return new Twins(
                    whole, Map.of(whole.primary().name(), drafted.primary().name()), drafted, over);
        }

        Twins and(String figure, String drafted) {
            Map<String, String> more = new TreeMap<>(figures);
            more.put(figure, drafted);
            return new Twins(builtIn, more, this.drafted, over);
        }
    }

    private static final List<Twins> TWINS = List.of(
            Twins.of(
                    "activities/call",
                    Indicator.count("calls-again")
                            .of(
                                    CallEnded.class,
                                    call -> call.direction() == CallDirection.OUTBOUND
                                            ? call.outcome() != CallOutcome.FAILED
                                            : call.outcome().atLeast(CallOutcome.ANSWERED))
                            .humansOnly()),
            Twins.of(
                    "activities/task:call",
                    Indicator.count("tasks-again")
                            .of(TaskCompleted.class, task -> task.kind().equals("call"))
                            .humansOnly()),
            Twins.of("revenue", Indicator.sum("revenue-again").money(PaymentReceived.class, PaymentReceived::amount)),
            Twins.of(
                            "email-links",
                            Indicator.ratio("links-again")
                                    .of(
                                            MessageSent.class,
                                            sent -> sent.links().stream()
                                                    .anyMatch(link -> link.kind() == Link.Kind.CONTENT))
                                    .over(MessageSent.class)
                                    .humansOnly()
                                    .leaveOut("invisible", MessageSent.class, sent -> !sent.visible())
                                    .leaveOut(
                                            "not-email",
                                            MessageSent.class,
                                            sent -> !"email"
                                                    .equals(sent.header().channel()))
                                    .leaveOut("not-a-follow-up", MessageSent.class, sent -> !sent.followUp())
                                    .oncePer(Subject.MESSAGE)
                                    .build(),
                            event -> !event.type().equals("linkClicked"))
                    .and("messages", "whole"),
            Twins.of(
                            "win-rate/first-close",
                            Indicator.ratio("wins-again")
                                    .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
                                    .over(
                                            OpportunityMoved.class,
                                            move -> move.status() == OpportunityMoved.Status.WON
                                                    || move.status() == OpportunityMoved.Status.LOST)
                                    .oncePer(Subject.OPPORTUNITY)
                                    .creditOwnerOf(Subject.OPPORTUNITY)
                                    .build(),
                            DraftProperties::isNoInvalidMove)
                    .and("won", "part"),
            waits("response-time", "waits-again", false),
            waits("response-time/working-time", "work-again", true));

    private static boolean isNoInvalidMove(SalesEvent event) {
        return !(event instanceof OpportunityMoved move && move.status() == OpportunityMoved.Status.INVALID);
    }

    private static Twins waits(String builtIn, String name, boolean working) {
        Draft waits = Indicator.perStory(name, Subject.REQUEST)
                .from(RequestReceived.class, request -> request.duplicateOf() == null)
                .cutOffBy(RequestClosed.class)
                .to(
                        SalesEvent.class,
                        event -> event instanceof MeetingHeld || (event instanceof MessageSent sent && sent.visible()))
                .humansOnly()
                .shareWithin(Duration.ofHours(1))
                .shareWithin(Duration.ofMinutes(5));
        return Twins.of(
                        builtIn,
                        (working ? waits.inWorkingTime() : waits).build(),
                        event -> !(event instanceof CallEnded)
                                && !(event instanceof RequestClosed closed
                                        && closed.reason() == RequestClosed.Reason.NO_ANSWER_NEEDED))
                .and("p90", "p90")
                .and("mean", "mean")
                .and("within-1h", "within-1h")
                .and("within-5m", "within-5m")
                .and("unanswered", "unfinished")
                .and("requests", "stories");
    }

    @Test
    void whatTheFactoriesMakeIsWhatTheBuiltInDefinitionHas() {
        Map<String, Integer> census = new TreeMap<>();
        for (long seed = 0; seed < Tries.of(60); seed++) {
            DenseHistory history = new DenseHistory(seed + 3_000_000);
            Question question = OddIndicators.question(seed + 3_000_000, history.start());
            List<SalesEvent> events = history.next(60 + new Chance(seed).below(60));
            Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            for (Twins twins : TWINS) {
                boolean isOfResponders = twins.builtIn.id().name().startsWith("response-time");
                Question of = isOfResponders ? question.ofTheCompany() : question;
                KpiLedger ledger = KpiEngine.of(Script.queryOf(of.of(List.of(twins.builtIn, twins.drafted))))
                        .newLedger();
                events.stream().filter(twins.over).forEach(ledger::add);
                for (int look = 0; look < 2; look++) {
                    check("seed " + seed, twins, ledger.report(viewpoints.next(events)), census);
                }
            }
        }
        System.out.println("Census of the twins: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .hasSize(2 * TWINS.size() - 3) // counts and the share of follow-ups have a value in each cell
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThanOrEqualTo(OFTEN));
        }
    }

    /** Under their names in the built-in definitions. */
    private static final Map<String, String> RULES = Map.of("repeated", "repeated-message", "no-start", "no-request");

    private static void check(String name, Twins twins, KpiReport report, Map<String, Integer> census) {
        if (!twins.builtIn.id().name().startsWith("win-rate")) { // which leaves out opportunities, not moves
            SortedMap<String, Long> expected = leftOut(report, twins.builtIn);
            leftOut(report, twins.drafted)
                    .forEach((rule, times) -> assertThat(expected.get(RULES.getOrDefault(rule, rule)))
                            .as(name + " " + rule + " of " + twins.drafted.id())
                            .isEqualTo(times));
        }
        twins.figures.forEach((figure, drafted) -> {
            Map<String, KpiValue> expected = values(report, twins.builtIn, figure);
            assertThat(values(report, twins.drafted, drafted))
                    .as(name + " " + drafted + " of " + twins.drafted.id())
                    .isEqualTo(expected);
            expected.values()
                    .forEach(value -> census.merge(
                            twins.builtIn.id() + (value instanceof KpiValue.Defined ? " defined" : " undefined"),
                            1,
                            Integer::sum));
        });
    }

    private static SortedMap<String, Long> leftOut(KpiReport report, Indicator indicator) {
        return report.leftOut().getOrDefault(indicator.id().toString(), Collections.emptySortedMap());
    }

    /** In each place where either has a cell. */
    private static Map<String, KpiValue> values(KpiReport report, Indicator indicator, String figure) {
        Map<String, KpiValue> values = new TreeMap<>();
        report.cells()
                .forEach(cell -> values.put(
                        cell.scope() + " " + cell.period(),
                        report.value(indicator, figure, cell.scope(), cell.period())));
        return values;
    }
}
