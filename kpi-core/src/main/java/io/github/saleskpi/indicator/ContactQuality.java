package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many cold calls lead to an opportunity. */
final class ContactQuality implements Indicator, Storyline<ContactQuality.Role> {
    /** What an event is to a person. */
    enum Role {
        CALL,
        MACHINE_CALL,
        TWO_WAY_CONTACT,
        OPENING
    }

    private static final IndicatorId ID = IndicatorId.of("contact-quality", 1);
    private static final int DAYS = 30;
    private static final Measure<Long, Long> COLD = Measure.count("cold-calls");
    private static final Measure<Long, Long> LED = Measure.count("led-to-opportunity");
    private static final Measure<Long, Long> OPPORTUNITIES = Measure.count("opportunities");
    private static final Measure<Long, Long> ANSWERED = Measure.count("answered");
    private static final Measure<Long, Long> REACHED = Measure.count("reached");
    private static final Measure<Long, Long> CONVERSATIONS = Measure.count("conversations");
    private static final Measure<Long, Long> UNCATEGORIZED = Measure.count("uncategorized");
    private static final Measure<Long, Long> CALLS = Measure.count("calls");
    private static final Rule NOT_CONNECTED = new Rule("not-connected", "a call that failed");
    private static final Rule WRONG_PERSON = new Rule("wrong-person", "a call to a wrong number");
    private static final Rule UNKNOWN_PERSON =
            new Rule("unknown-person", "names no person; of calls, nor says whether it is cold");
    private static final Rule NOT_COLD =
            new Rule("not-cold", "a call after a two-way contact with the person, or said to be not cold");
    private static final Rule NO_COLD_CALL = new Rule("no-cold-call", "an opening to which no cold call led");
    private static final List<Rule> RULES =
            List.of(Rule.NOT_HUMAN, NOT_CONNECTED, WRONG_PERSON, UNKNOWN_PERSON, NOT_COLD, NO_COLD_CALL);
    private static final List<Figure> FIGURES = List.of(
            proportion(
                    "contact-quality",
                    Direction.HIGHER_IS_BETTER,
                    "Cold calls that led to an opportunity / cold calls",
                    LED),
            count("opportunities", Direction.HIGHER_IS_BETTER, "Opportunities that cold calls led to", OPPORTUNITIES),
            proportion("answer-rate", Direction.HIGHER_IS_BETTER, "Answered or better / cold calls", ANSWERED),
            proportion("reach-rate", Direction.HIGHER_IS_BETTER, "Reached or better / cold calls", REACHED),
            proportion(
                    "conversation-rate",
                    Direction.HIGHER_IS_BETTER,
                    "Conversation or better / cold calls",
                    CONVERSATIONS),
            proportion("uncategorized", Direction.LOWER_IS_BETTER, "Outcome unknown / cold calls", UNCATEGORIZED),
            count("cold-calls", Direction.NEUTRAL, "Cold calls", COLD),
            count("calls", Direction.NEUTRAL, "Outbound calls by humans", CALLS));

    private static Figure proportion(String name, Direction direction, String text, Measure<Long, Long> part) {
        return new Figure(name, Unit.RATIO, direction, text, t -> KpiValue.proportion(t.of(part), t.of(COLD)));
    }

    private static Figure count(String name, Direction direction, String text, Measure<Long, Long> measure) {
        return new Figure(name, Unit.COUNT, direction, text, t -> KpiValue.count(t.of(measure)));
    }

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "cold calls that led to at least one opportunity / cold calls";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return List.of(ReferenceFigures.OUTBOUND_CALLS);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public Subject subject() {
        return Subject.PERSON;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof CallEnded call) {
            if (call.direction() == CallDirection.INBOUND) {
                return inStory(event, Role.TWO_WAY_CONTACT);
            }
            return call.actor().isHuman() ? Role.CALL : Role.MACHINE_CALL;
        }
        if (event instanceof OpportunityOpened) {
            return Role.OPENING;
        }
        boolean twoWay = event instanceof RequestReceived
                || event instanceof MeetingHeld
                || (event instanceof MessageReceived received && !received.autoReply());
        return twoWay ? inStory(event, Role.TWO_WAY_CONTACT) : null;
    }

    private static @Nullable Role inStory(SalesEvent event, Role role) {
        return event.personId() == null ? null : role;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        List<Fact<Role>> judged = new ArrayList<>(story.facts(Role.CALL));
        judged.addAll(story.facts(Role.MACHINE_CALL));
        judged.addAll(openings(story));
        return judged;
    }

    /** The earliest opening of each opportunity. */
    private static List<Fact<Role>> openings(Story<Role> story) {
        List<Fact<Role>> all = story.facts(Role.OPENING);
        if (all.size() < 2) {
            return all;
        }
        Set<@Nullable String> seen = new HashSet<>();
        return all.stream()
                .filter(opening -> seen.add(opening.named(IdentityKind.OPPORTUNITY)))
                .toList();
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        List<Fact<Role>> cold = List.of();
        boolean known = !story.isAlone();
        boolean leads = story.first(Role.OPENING).isPresent();
        List<Fact<Role>> contacts = twoWay(story);
        for (Fact<Role> fact : story.facts()) {
            if (fact.role() == Role.MACHINE_CALL) {
                out.leaveOut(fact, Rule.NOT_HUMAN);
            } else if (fact.role() == Role.CALL) {
                Rule rule = whyNotCold(contacts, fact, known);
                if (rule == null && !leads) {
                    count(fact, List.of(), out);
                } else if (rule == null) {
                    cold = cold.isEmpty() ? new ArrayList<>(4) : cold;
                    cold.add(fact);
                } else {
                    out.leaveOut(fact, rule);
                    out.aside().credit(fact.rep(), fact).count(CALLS);
                }
            }
        }
        if (leads) {
            Map<Fact<Role>, List<Fact<Role>>> led = openingsByCall(story, cold, known, out);
            cold.forEach(call -> count(call, led.getOrDefault(call, List.of()), out));
        }
    }

    /** The openings to which cold calls led; the others are left out. */
    private static Map<Fact<Role>, List<Fact<Role>>> openingsByCall(
            Story<Role> story, List<Fact<Role>> cold, boolean known, Contributions out) {
        Map<Fact<Role>, List<Fact<Role>>> led = Map.of();
        Map<String, Fact<Role>> calls = Map.of();
        for (Fact<Role> opening : openings(story)) {
            calls = known && calls.isEmpty() && hasOrigin(opening) ? callsById(story) : calls;
            Fact<Role> call = known ? callThatLedTo(opening, calls, cold) : null;
            if (call == null) {
                out.leaveOut(ownerOf(opening), opening, known ? NO_COLD_CALL : UNKNOWN_PERSON);
            } else {
                led = led.isEmpty() ? new HashMap<>() : led;
                led.computeIfAbsent(call, key -> new ArrayList<>()).add(opening);
            }
        }
        return led;
    }

    private static @Nullable Rule whyNotCold(List<Fact<Role>> contacts, Fact<Role> call, boolean known) {
        CallOutcome outcome = outcomeOf(call);
        if (outcome == CallOutcome.FAILED) {
            return NOT_CONNECTED;
        }
        if (outcome == CallOutcome.WRONG_NUMBER) {
            return WRONG_PERSON;
        }
        return switch (overrideOf(call)) {
            case "true" -> null;
            case "false" -> NOT_COLD;
            default -> !known ? UNKNOWN_PERSON : isAnyBefore(contacts, call) ? NOT_COLD : null;
        };
    }

    private static String overrideOf(Fact<Role> call) {
        String override = call.like(CallEnded.class).header().attributes().isEmpty() ? null : call.attribute("cold");
        return override == null ? "" : override;
    }

    private static boolean isAnyBefore(List<Fact<Role>> contacts, Fact<Role> call) {
        for (int i = 0; i < contacts.size(); i++) {
            if (contacts.get(i).isBefore(call)) {
                return true;
            }
        }
        return false;
    }

    /** Those that can be the first before a call: where no moment is a date alone, no other than the earliest. */
    private static List<Fact<Role>> twoWay(Story<Role> story) {
        Fact<Role> earliest = null;
        for (Fact<Role> fact : story.facts()) {
            if (fact.dayOnly()) {
                return story.facts().stream().filter(ContactQuality::isTwoWay).toList();
            }
            if (earliest == null && isTwoWay(fact)) {
                earliest = fact;
            }
        }
        return earliest == null ? List.of() : List.of(earliest);
    }

    private static boolean isTwoWay(Fact<Role> fact) {
        return switch (fact.role()) {
            case TWO_WAY_CONTACT -> true;
            case CALL, MACHINE_CALL -> outcomeOf(fact).atLeast(CallOutcome.ANSWERED);
            case OPENING -> false;
        };
    }

    private static CallOutcome outcomeOf(Fact<Role> call) {
        return call.like(CallEnded.class).outcome();
    }

    private static boolean hasOrigin(Fact<Role> opening) {
        return opening.like(OpportunityOpened.class).originCallId() != null;
    }

    /** The first call of each id. */
    private static Map<String, Fact<Role>> callsById(Story<Role> story) {
        Map<String, Fact<Role>> calls = new HashMap<>();
        for (Fact<Role> fact : story.facts()) {
            String id = fact.like(SalesEvent.class) instanceof CallEnded ? fact.callId() : null;
            if (id != null) {
                calls.putIfAbsent(id, fact);
            }
        }
        return calls;
    }

    private static @Nullable Fact<Role> callThatLedTo(
            Fact<Role> opening, Map<String, Fact<Role>> calls, List<Fact<Role>> cold) {
        String origin = hasOrigin(opening) ? opening.originCallId() : null;
        if (origin != null) {
            Fact<Role> call = calls.get(origin);
            return call != null && cold.contains(call) ? call : null;
        }
        return cold.stream()
                .filter(call -> outcomeOf(call).atLeast(CallOutcome.ANSWERED) && isShortlyBefore(call, opening))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static boolean isShortlyBefore(Fact<Role> call, Fact<Role> opening) {
        if (opening.isBefore(call)) {
            return false;
        }
        return (call.dayOnly() || opening.dayOnly())
                ? ChronoUnit.DAYS.between(call.moment().date(), opening.moment().date()) <= DAYS
                : Duration.between(call.at(), opening.at()).compareTo(Duration.ofDays(DAYS)) <= 0;
    }

    private static @Nullable String ownerOf(Fact<Role> opening) {
        boolean hasOwner = opening.like(OpportunityOpened.class).ownerRepId() != null;
        return hasOwner ? opening.ownerRepId() : opening.rep();
    }

    private static void count(Fact<Role> call, List<Fact<Role>> openings, Contributions out) {
        CallOutcome outcome = outcomeOf(call);
        Contribution counted = out.credit(call.rep(), call).count(CALLS).count(COLD);
        openings.forEach(counted::because);
        if (!openings.isEmpty()) {
            counted.count(LED).add(OPPORTUNITIES, (long) openings.size());
        }
        if (outcome == CallOutcome.UNKNOWN) {
            counted.count(UNCATEGORIZED);
        }
        if (outcome.atLeast(CallOutcome.ANSWERED)) {
            counted.count(ANSWERED);
        }
        if (outcome.atLeast(CallOutcome.REACHED)) {
            counted.count(REACHED);
        }
        if (outcome.atLeast(CallOutcome.CONVERSATION)) {
            counted.count(CONVERSATIONS);
        }
    }
}
