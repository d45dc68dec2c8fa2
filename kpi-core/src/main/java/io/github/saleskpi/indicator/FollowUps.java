package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often reps come back to an opportunity before it is decided. */
final class FollowUps implements Indicator, Storyline<FollowUps.Role> {
    /** What an event is to an opportunity. */
    enum Role {
        OPENING,
        MOVE,
        CONTACT,
        MACHINE_CONTACT
    }

    /** A rep (null: nobody) on a channel. */
    private record Line(@Nullable String rep, @Nullable String channel) {}

    private static final IndicatorId ID = IndicatorId.of("follow-ups", 1);
    private static final Duration SAME = Duration.ofMinutes(10);
    private static final int PERSISTENT = 5;
    private static final int LAST = 13;
    private static final Measure<Long, Long> CLOSED = Measure.count("closed");
    private static final Measure<Long, Long> FOLLOW_UPS = Measure.count("follow-ups");
    private static final Measure<Long, Long> FOLLOWED_UP = Measure.count("followed-up");
    private static final Measure<Long, Long> PERSISTENTLY = Measure.count("persistent");
    private static final Measure<Long, Long> CONTACTS = Measure.count("contacts");
    private static final List<Measure<Long, Long>> WINS = winsByContact();
    private static final Rule SAME_CONTACT =
            new Rule("same-contact", "within 10 minutes of the rep's last contact on that channel");
    private static final Rule AFTER_CLOSE = new Rule("after-close", "a contact after the close");
    private static final List<Rule> RULES =
            List.of(Course.STILL_OPEN, Course.INVALID_OPPORTUNITY, Rule.NOT_HUMAN, SAME_CONTACT, AFTER_CLOSE);
    private static final List<Figure> FIGURES = allFigures();

    private static List<Measure<Long, Long>> winsByContact() {
        List<Measure<Long, Long>> wins = new ArrayList<>();
        for (int contact = 0; contact <= LAST; contact++) {
            wins.add(Measure.count("wins-by-contact/" + contact));
        }
        return List.copyOf(wins);
    }

    private static List<Figure> allFigures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "follow-ups",
                Unit.NUMBER,
                Direction.HIGHER_IS_BETTER,
                "Contacts after the first per closed opportunity",
                t -> KpiValue.ratio(t.of(FOLLOW_UPS), t.of(CLOSED))));
        figures.add(share("followed-up", "Closed opportunities with at least 2 contacts", FOLLOWED_UP));
        figures.add(share("persistent", "Closed opportunities with at least 5 contacts", PERSISTENTLY));
        for (int contact = 0; contact <= LAST; contact++) {
            Measure<Long, Long> wins = WINS.get(contact);
            String number = contact == LAST ? LAST + "+" : String.valueOf(contact);
            figures.add(new Figure(
                    "wins-by-contact/" + number,
                    Unit.COUNT,
                    Direction.NEUTRAL,
                    "Opportunities won with " + number + " contacts",
                    t -> KpiValue.count(t.of(wins))));
        }
        figures.add(new Figure(
                "contacts",
                Unit.COUNT,
                Direction.NEUTRAL,
                "Contacts with closed opportunities",
                t -> KpiValue.count(t.of(CONTACTS))));
        return List.copyOf(figures);
    }

    private static Figure share(String name, String text, Measure<Long, Long> part) {
        return new Figure(
                name,
                Unit.RATIO,
                Direction.HIGHER_IS_BETTER,
                text + " / closed ones",
                t -> KpiValue.proportion(t.of(part), t.of(CLOSED)));
    }

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "sum of max(contacts - 1, 0) / closed opportunities";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return List.of(ReferenceFigures.FIFTH_CONTACT);
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
        return Subject.OPPORTUNITY;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event.opportunityId() == null) {
            return null;
        }
        if (event instanceof OpportunityOpened) {
            return Role.OPENING;
        }
        if (event instanceof OpportunityMoved) {
            return Role.MOVE;
        }
        if (!isContact(event)) {
            return null;
        }
        return event.actor().isHuman() ? Role.CONTACT : Role.MACHINE_CONTACT;
    }

    private static boolean isContact(SalesEvent event) {
        if (event instanceof CallEnded call) {
            return call.direction() == CallDirection.OUTBOUND
                    && call.outcome() != CallOutcome.FAILED
                    && call.outcome() != CallOutcome.WRONG_NUMBER;
        }
        return event instanceof MessageSent sent ? sent.visible() : event instanceof MeetingHeld;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        List<Fact<Role>> judged = new ArrayList<>();
        judged.add(Course.start(story, Role.OPENING, Role.MOVE));
        if (Course.of(story.facts(Role.MOVE)).close() != null) {
            story.facts(Role.CONTACT).stream()
                    .filter(fact -> !judged.contains(fact))
                    .forEach(judged::add);
            story.facts(Role.MACHINE_CONTACT).stream()
                    .filter(fact -> !judged.contains(fact))
                    .forEach(judged::add);
        }
        return judged;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Course<Role> course = Course.of(story.facts(Role.MOVE));
        Fact<Role> start = Course.start(story, Role.OPENING, Role.MOVE);
        Fact<Role> close = course.close();
        if (close == null) {
            boolean invalid = course.status() == OpportunityMoved.Status.INVALID;
            out.leaveOut(
                    story.ownerAt(start.moment()), start, invalid ? Course.INVALID_OPPORTUNITY : Course.STILL_OPEN);
            return;
        }
        story.facts(Role.MACHINE_CONTACT).forEach(contact -> out.leaveOut(contact, Rule.NOT_HUMAN));
        List<Fact<Role>> contacts = keptContacts(story, close, out);
        String owner = story.ownerAt(close.moment());
        Contribution closed = out.credit(owner != null ? owner : close.rep(), close)
                .because(start)
                .count(CLOSED);
        contacts.forEach(closed::because);
        long number = contacts.size();
        closed.add(CONTACTS, number).add(FOLLOW_UPS, Math.max(number - 1, 0));
        if (number >= 2) {
            closed.count(FOLLOWED_UP);
        }
        if (number >= PERSISTENT) {
            closed.count(PERSISTENTLY);
        }
        if (course.status() == OpportunityMoved.Status.WON) {
            closed.count(WINS.get((int) Math.min(number, LAST)));
        }
    }

    private static List<Fact<Role>> keptContacts(Story<Role> story, Fact<Role> close, Contributions out) {
        List<Fact<Role>> kept = new ArrayList<>();
        Map<Line, Fact<Role>> lastKept = new HashMap<>();
        for (Fact<Role> contact : story.facts(Role.CONTACT)) {
            Line line = new Line(
                    contact.rep(), contact.like(SalesEvent.class).header().channel());
            Fact<Role> last = lastKept.get(line);
            if (last != null && isSame(last, contact)) {
                out.leaveOut(contact, SAME_CONTACT);
            } else if (close.isBefore(contact)) {
                out.leaveOut(contact, AFTER_CLOSE);
            } else {
                kept.add(contact);
                lastKept.put(line, contact);
            }
        }
        return kept;
    }

    private static boolean isSame(Fact<Role> kept, Fact<Role> next) {
        return !kept.dayOnly()
                && !next.dayOnly()
                && Duration.between(kept.at(), next.at()).compareTo(SAME) <= 0;
    }
}
