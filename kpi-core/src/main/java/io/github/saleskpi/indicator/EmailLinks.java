package io.github.saleskpi.indicator;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether follow-up e-mails carry links to content, and whether these are clicked. */
final class EmailLinks implements Indicator, Storyline<EmailLinks.Role> {
    /** What an event is to a message. */
    enum Role {
        SENDING,
        CLICK
    }

    /** A distinct click within a message. */
    private record Click(String linkId, @Nullable String person) {}

    private static final IndicatorId ID = IndicatorId.of("email-links", 1);
    private static final Measure<Long, Long> MESSAGES = Measure.count("messages");
    private static final Measure<Long, Long> WITH_LINK = Measure.count("with-content-link");
    private static final Measure<Long, Long> CLICKED = Measure.count("clicked");
    private static final Measure<Long, Long> CLICKS = Measure.count("clicks");
    private static final Measure<Long, Long> UNIQUE_CLICKS = Measure.count("unique-clicks");
    private static final Measure<Long, Long> BOT_CLICKS = Measure.count("bot-clicks");
    private static final Rule INVISIBLE = new Rule("invisible", "a message that the customer does not see");
    private static final Rule NOT_EMAIL = new Rule("not-email", "a message on another channel");
    private static final Rule ORPHAN_CLICK = new Rule("orphan-click", "a click without such a message or link");
    private static final Rule NOT_A_FOLLOW_UP =
            new Rule("not-a-follow-up", "a message that follows nothing up, or a click in one that is left out");
    private static final Rule REPEATED_MESSAGE = new Rule("repeated-message", "a later sending of the same message");
    private static final Rule NOT_CONTENT = new Rule("not-content", "a click on a link of another kind");
    private static final Rule SUSPECTED_BOT = new Rule("suspected-bot", "a click that a machine seems to have made");
    private static final Rule INTERNAL_CLICK = new Rule("internal-click", "a click by the company's own people");
    private static final Rule BEFORE_SENDING = new Rule("before-sending", "a click before the message was sent");
    private static final List<Rule> RULES = List.of(
            Rule.NOT_HUMAN,
            INVISIBLE,
            NOT_EMAIL,
            ORPHAN_CLICK,
            NOT_A_FOLLOW_UP,
            REPEATED_MESSAGE,
            NOT_CONTENT,
            SUSPECTED_BOT,
            INTERNAL_CLICK,
            BEFORE_SENDING);
    private static final List<Figure> FIGURES = List.of(
            proportion("email-links", "Follow-up e-mails with a content link / follow-up e-mails", WITH_LINK, MESSAGES),
            proportion("click-through", "Clicked follow-up e-mails / those with content links", CLICKED, WITH_LINK),
            count("clicks", "Clicks on content links", CLICKS),
            count("unique-clicks", "Distinct message, link and person among the clicks", UNIQUE_CLICKS),
            count("bot-clicks", "Clicks of suspected machines on content links", BOT_CLICKS),
            count("messages", "Follow-up e-mails", MESSAGES));

    private static Figure proportion(String name, String text, Measure<Long, Long> part, Measure<Long, Long> whole) {
        return new Figure(
                name, Unit.RATIO, Direction.HIGHER_IS_BETTER, text, t -> KpiValue.proportion(t.of(part), t.of(whole)));
    }

    private static Figure count(String name, String text, Measure<Long, Long> measure) {
        Direction direction = measure == BOT_CLICKS ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
        return new Figure(name, Unit.COUNT, direction, text, t -> KpiValue.count(t.of(measure)));
    }

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "follow-up e-mails with at least one content link / follow-up e-mails";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
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
        return Subject.MESSAGE;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof MessageSent) {
            return Role.SENDING;
        }
        return event instanceof LinkClicked ? Role.CLICK : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        List<Fact<Role>> sendings = story.facts(Role.SENDING);
        Fact<Role> followUp = null;
        for (Fact<Role> sending : sendings) {
            Rule rule = whyNoFollowUp(sending);
            rule = rule == null && followUp != null ? REPEATED_MESSAGE : rule;
            if (rule != null) {
                out.leaveOut(sending, rule);
            } else {
                followUp = sending;
            }
        }
        List<Fact<Role>> clicks = story.facts(Role.CLICK);
        Fact<Role> message = followUp != null || sendings.isEmpty() ? followUp : sendings.get(0);
        Map<String, Link.Kind> links = message == null ? Map.of() : linksOf(message, clicks);
        if (followUp == null) {
            for (Fact<Role> click : clicks) {
                boolean known = links.containsKey(linkOf(click));
                out.leaveOut(click, known ? NOT_A_FOLLOW_UP : ORPHAN_CLICK);
            }
        } else {
            tellMessage(followUp, clicks, links, out);
        }
    }

    private static void tellMessage(
            Fact<Role> message, List<Fact<Role>> clicks, Map<String, Link.Kind> links, Contributions out) {
        long botClicks = 0;
        List<Fact<Role>> counted = List.of();
        Set<Click> unique = Set.of();
        for (Fact<Role> click : clicks) {
            Rule rule = whyNotCounted(click, message, links);
            if (rule == null) {
                counted = counted.isEmpty() ? new ArrayList<>() : counted;
                unique = unique.isEmpty() ? new HashSet<>() : unique;
                counted.add(click);
                unique.add(new Click(linkOf(click), click.named(IdentityKind.PERSON)));
            } else {
                botClicks += rule.equals(SUSPECTED_BOT) ? 1 : 0;
                out.leaveOut(click, rule);
            }
        }
        Contribution sent = out.credit(message.rep(), message)
                .count(MESSAGES)
                .add(CLICKS, (long) counted.size())
                .add(UNIQUE_CLICKS, (long) unique.size())
                .add(BOT_CLICKS, botClicks);
        if (links.containsValue(Link.Kind.CONTENT)) {
            sent.count(WITH_LINK);
        }
        if (!counted.isEmpty()) {
            sent.count(CLICKED);
            counted.forEach(sent::because);
        }
    }

    private static @Nullable Rule whyNoFollowUp(Fact<Role> sending) {
        MessageSent event = sending.like(MessageSent.class);
        if (!event.actor().isHuman()) {
            return Rule.NOT_HUMAN;
        }
        if (!event.visible()) {
            return INVISIBLE;
        }
        if (!"email".equals(event.header().channel())) {
            return NOT_EMAIL;
        }
        return event.followUp() ? null : NOT_A_FOLLOW_UP;
    }

    private static @Nullable Rule whyNotCounted(Fact<Role> click, Fact<Role> message, Map<String, Link.Kind> links) {
        LinkClicked event = click.like(LinkClicked.class);
        Link.Kind kind = links.get(linkOf(click));
        if (kind == null) {
            return ORPHAN_CLICK;
        }
        if (kind != Link.Kind.CONTENT) {
            return NOT_CONTENT;
        }
        if (event.verdict() == LinkClicked.Verdict.SUSPECTED_BOT) {
            return SUSPECTED_BOT;
        }
        if (event.verdict() == LinkClicked.Verdict.INTERNAL) {
            return INTERNAL_CLICK;
        }
        return click.isBefore(message) ? BEFORE_SENDING : null;
    }

    /** The links of a message by id; of one id given twice the first counts. If nobody clicked, any ids will do. */
    private static Map<String, Link.Kind> linksOf(Fact<Role> message, List<Fact<Role>> clicks) {
        MessageSent like = message.like(MessageSent.class);
        if (like.links().isEmpty()) {
            return Map.of();
        }
        boolean needsIds = !clicks.isEmpty() || hasSeveralKinds(like);
        List<Link> links = needsIds ? message.links() : like.links();
        if (links.size() == 1) {
            return Map.of(links.get(0).linkId(), links.get(0).kind());
        }
        Map<String, Link.Kind> kinds = new HashMap<>();
        for (Link link : links) {
            kinds.putIfAbsent(link.linkId(), link.kind());
        }
        return kinds;
    }

    private static String linkOf(Fact<Role> click) {
        return Objects.requireNonNull(click.linkId());
    }

    private static boolean hasSeveralKinds(MessageSent message) {
        List<Link> links = message.links();
        for (Link link : links) {
            if (link.kind() != links.get(0).kind()) {
                return true;
            }
        }
        return false;
    }
}
