package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long a request waits for the first human response that the customer can notice; who still waits is censored, not
 * dropped.
 */
final class ResponseTime implements Indicator, Storyline<ResponseTime.Role> {
    /** What an event is to a request. */
    enum Role {
        RECEIPT,
        DUPLICATE,
        RESPONSE,
        MACHINE_RESPONSE,
        CLOSING,
        ASSIGNMENT
    }

    /** The definitions that differ in one point each. */
    enum Variant {
        STANDARD("response-time", ""),
        ANSWERED_ONLY("response-time/answered-only", "over answered requests only"),
        BY_RESPONSE("response-time/by-response", "over answered requests only, in the period of the response"),
        CONTACT("response-time/contact", "where a call must be answered"),
        ANY_ACTOR("response-time/any-actor", "where anybody and anything may respond"),
        FROM_ASSIGNMENT("response-time/from-assignment", "from the last change of the owner before it"),
        WORKING_TIME("response-time/working-time", "in working time");

        private final String name;
        private final String difference;

        Variant(String name, String difference) {
            this.name = name;
            this.difference = difference;
        }
    }

    private static final Measure<Observation, Distribution> WAIT = Measure.distribution("wait");
    private static final Measure<Long, Long> UNANSWERED = Measure.count("unanswered");
    private static final Rule DUPLICATE_REQUEST = new Rule("duplicate-request", "repeats another request");
    private static final Rule DAY_PRECISION =
            new Rule("day-precision", "only the date is known of what starts or stops its clock");
    private static final Rule NO_REQUEST = new Rule("no-request", "answers a request that was never received");
    private static final Rule NO_ANSWER_NEEDED =
            new Rule("no-answer-needed", "closed unanswered, for it needed no answer");
    private static final Rule LEFT_UNANSWERED = new Rule("unanswered", "not answered yet");
    private static final Comparator<Response> FIRST = Comparator.comparing(
                    (Response response) -> response.at().at())
            .thenComparing(response -> response.fact().id());

    private final Variant variant;
    private final IndicatorId id;
    private final List<Figure> figures;

    ResponseTime(Variant variant) {
        this.variant = variant;
        this.id = IndicatorId.of(variant.name, 1);
        this.figures = List.of(
                figure("median", Unit.DURATION, "Median wait (Kaplan-Meier, the unanswered censored)", quantile("0.5")),
                figure("p90", Unit.DURATION, "Nine in ten wait at most so long", quantile("0.9")),
                figure("mean", Unit.DURATION, "Mean wait of the answered", t -> waits(t).mean()),
                within("within-1h", Duration.ofHours(1)),
                within("within-5m", Duration.ofMinutes(5)),
                figure("unanswered", Unit.COUNT, "Requests without a response", t -> KpiValue.count(t.of(UNANSWERED))),
                figure("requests", Unit.COUNT, "Requests", t -> KpiValue.count(waits(t).size())));
    }

    private Figure within(String name, Duration limit) {
        String text = "Answered within " + limit.toMinutes() + " minutes / answered at all or censored later than that";
        return figure(name, Unit.RATIO, text, t -> waits(t).within(limit));
    }

    private Function<Totals, KpiValue> quantile(String p) {
        BigDecimal share = new BigDecimal(p);
        return totals -> waits(totals).quantile(share);
    }

    private Figure figure(String name, Unit unit, String text, Function<Totals, KpiValue> reading) {
        Direction direction = name.equals("requests")
                ? Direction.NEUTRAL
                : unit == Unit.RATIO ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        return new Figure(
                name,
                unit,
                direction,
                text,
                totals -> lacksCalendar(totals.frame().workingCalendar())
                        ? KpiValue.undefined(KpiValue.Reason.NOT_APPLICABLE)
                        : reading.apply(totals));
    }

    private boolean lacksCalendar(Optional<WorkingCalendar> calendar) {
        return variant == Variant.WORKING_TIME && calendar.isEmpty();
    }

    private Distribution waits(Totals totals) {
        Distribution waits = totals.of(WAIT);
        return variant == Variant.WORKING_TIME
                ? totals.frame()
                        .workingCalendar()
                        .map(hours -> waits.runningBy(hours::between))
                        .orElse(waits)
                : waits;
    }

    /** The length of a wait, in working time where the variant counts only that. */
    private Duration length(Story<Role> story, Instant from, Instant to) {
        return variant == Variant.WORKING_TIME
                ? story.workingCalendar().map(hours -> hours.between(from, to)).orElse(Duration.between(from, to))
                : Duration.between(from, to);
    }

    @Override
    public IndicatorId id() {
        return id;
    }

    @Override
    public String formula() {
        String formula =
                "median time from the request to the first human response, Kaplan-Meier over answered and censored";
        return variant == Variant.STANDARD ? formula : formula + "; " + variant.difference;
    }

    @Override
    public List<Rule> rules() {
        return switch (variant) {
            case ANY_ACTOR -> List.of(DUPLICATE_REQUEST, DAY_PRECISION, NO_REQUEST, NO_ANSWER_NEEDED);
            case ANSWERED_ONLY, BY_RESPONSE ->
                List.of(
                        Rule.NOT_HUMAN,
                        DUPLICATE_REQUEST,
                        DAY_PRECISION,
                        NO_REQUEST,
                        NO_ANSWER_NEEDED,
                        LEFT_UNANSWERED);
            case STANDARD, CONTACT, FROM_ASSIGNMENT, WORKING_TIME ->
                List.of(Rule.NOT_HUMAN, DUPLICATE_REQUEST, DAY_PRECISION, NO_REQUEST, NO_ANSWER_NEEDED);
        };
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return variant == Variant.STANDARD ? List.of(ReferenceFigures.FIRST_HOUR) : List.of();
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }

    @Override
    public Subject subject() {
        return Subject.REQUEST;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event.requestId() == null) {
            return null;
        }
        if (event instanceof RequestReceived received) {
            return received.duplicateOf() == null ? Role.RECEIPT : Role.DUPLICATE;
        }
        if (event instanceof RequestClosed) {
            return Role.CLOSING;
        }
        if (event instanceof OwnerChanged) {
            return variant == Variant.FROM_ASSIGNMENT ? Role.ASSIGNMENT : null;
        }
        if (!isNoticeable(event)) {
            return null;
        }
        return event.actor().isHuman() || variant == Variant.ANY_ACTOR ? Role.RESPONSE : Role.MACHINE_RESPONSE;
    }

    private boolean isNoticeable(SalesEvent event) {
        if (event instanceof CallEnded call) {
            if (call.direction() == CallDirection.INBOUND || variant == Variant.CONTACT) {
                return call.outcome().atLeast(CallOutcome.ANSWERED);
            }
            return call.outcome() != CallOutcome.FAILED && call.outcome() != CallOutcome.WRONG_NUMBER;
        }
        return event instanceof MessageSent sent ? sent.visible() : event instanceof MeetingHeld;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        Optional<Fact<Role>> receipt = story.first(Role.RECEIPT);
        List<Fact<Role>> judged = new ArrayList<>(story.facts(Role.DUPLICATE));
        judged.addAll(story.facts(Role.MACHINE_RESPONSE));
        judged.addAll(receipt.map(List::of).orElseGet(() -> story.facts(Role.RESPONSE)));
        return judged;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Optional<Fact<Role>> receipt = story.first(Role.RECEIPT);
        for (Fact<Role> fact : story.facts()) {
            if (fact.role() == Role.MACHINE_RESPONSE) {
                out.leaveOut(fact, Rule.NOT_HUMAN);
            } else if (fact.role() == Role.DUPLICATE) {
                out.leaveOut(fact, DUPLICATE_REQUEST);
            } else if (fact.role() == Role.RESPONSE && receipt.isEmpty()) {
                out.leaveOut(fact, NO_REQUEST);
            }
        }
        receipt.ifPresent(asked -> tell(story, asked, out));
    }

    private void tell(Story<Role> story, Fact<Role> asked, Contributions out) {
        Response response = firstResponse(story, asked);
        if (asked.dayOnly() || (response != null && response.fact().dayOnly())) {
            out.leaveOut(asked, DAY_PRECISION);
        } else if (response != null) {
            answered(story, asked, response, out);
        } else {
            unanswered(story, asked, out);
        }
    }

    /** A fact that stops the clock, and when: a call at its start. */
    private record Response(Fact<Role> fact, Moment at) {
        static Response of(Fact<Role> fact) {
            Moment end = fact.moment();
            boolean hasLength = fact.like(SalesEvent.class) instanceof CallEnded like && like.duration() != null;
            Duration length = hasLength && !end.dayOnly() ? fact.duration() : null;
            return length == null
                    ? new Response(fact, end)
                    : new Response(fact, new Moment(end.at().minus(length), false, end.calendar()));
        }
    }

    private static @Nullable Response firstResponse(Story<Role> story, Fact<Role> asked) {
        Response first = null;
        for (Fact<Role> fact : story.facts(Role.RESPONSE)) {
            Response response = Response.of(fact);
            if (!response.at().isBefore(asked.moment()) && (first == null || FIRST.compare(response, first) < 0)) {
                first = response;
            }
        }
        return first;
    }

    private void answered(Story<Role> story, Fact<Role> asked, Response response, Contributions out) {
        Fact<Role> start = lastAssignment(story, asked, response.at()).orElse(asked);
        if (start.dayOnly()) {
            out.leaveOut(asked, DAY_PRECISION);
            return;
        }
        Fact<Role> decidedBy = variant == Variant.BY_RESPONSE ? response.fact() : asked;
        out.credit(response.fact().rep(), decidedBy)
                .add(
                        WAIT,
                        Observation.ended(
                                length(story, start.at(), response.at().at())))
                .because(asked)
                .because(response.fact());
    }

    private void unanswered(Story<Role> story, Fact<Role> asked, Contributions out) {
        Optional<Fact<Role>> closing = firstClosing(story, asked);
        if (closing.isPresent()
                && closing.get().like(RequestClosed.class).reason() == RequestClosed.Reason.NO_ANSWER_NEEDED) {
            out.leaveOut(asked, NO_ANSWER_NEEDED);
            return;
        }
        Fact<Role> start = lastAssignment(
                        story, asked, closing.map(Fact::moment).orElse(null))
                .orElse(asked);
        if (start.dayOnly() || closing.map(Fact::dayOnly).orElse(false)) {
            out.leaveOut(asked, DAY_PRECISION);
        } else if (variant == Variant.ANSWERED_ONLY || variant == Variant.BY_RESPONSE) {
            out.leaveOut(asked, LEFT_UNANSWERED);
        } else {
            Observation wait = closing.map(end -> Observation.cutOff(length(story, start.at(), end.at())))
                    .orElseGet(() -> Observation.running(start.at()));
            Contribution waiting =
                    out.credit(story.ownerNow(), asked).add(WAIT, wait).count(UNANSWERED);
            closing.ifPresent(waiting::because);
        }
    }

    private static Optional<Fact<Role>> firstClosing(Story<Role> story, Fact<Role> asked) {
        for (Fact<Role> closing : story.facts(Role.CLOSING)) {
            if (!closing.isBefore(asked)) {
                return Optional.of(closing);
            }
        }
        return Optional.empty();
    }

    /** The last change of the owner after the request and strictly before that end, or before now if there is none. */
    private static Optional<Fact<Role>> lastAssignment(Story<Role> story, Fact<Role> asked, @Nullable Moment end) {
        Fact<Role> last = null;
        for (Fact<Role> change : story.facts(Role.ASSIGNMENT)) {
            if (asked.isBefore(change)
                    && (end == null
                            ? story.reached(change.at().plusNanos(1))
                            : change.moment().isBefore(end))) {
                last = change;
            }
        }
        return Optional.ofNullable(last);
    }
}
