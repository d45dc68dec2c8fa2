package io.github.saleskpi;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.BigMoney;

/** One line of a {@link History}, read word by word; each word must be understood. */
final class Told {
    private final String line;
    private final Deque<String> words;
    private final Map<String, String> said = new TreeMap<>();

    private Told(String line) {
        this.line = line;
        this.words = new ArrayDeque<>(Arrays.asList(line.split(" ", -1)));
        words.stream().filter(word -> word.contains("=")).forEach(word -> {
            int sign = word.indexOf('=');
            said.put(word.substring(0, sign), word.substring(sign + 1));
        });
        words.removeIf(word -> word.contains("="));
    }

    static SalesEvent event(String line, String id) {
        Told told = new Told(line);
        SalesEvent event = told.event(told.header(id));
        if (!told.words.isEmpty()) {
            throw new AssertionError("Not understood: " + told.words + " in: " + line);
        }
        return event;
    }

    static Instant instant(String text) {
        String whole = Character.isDigit(text.charAt(2)) ? text : "2026-" + text.replace(' ', 'T') + "Z";
        return OffsetDateTime.parse(whole).toInstant();
    }

    private Header header(String id) {
        String date = words.remove();
        boolean hasTime = date.contains("T") || words.element().matches("\\d\\d:.*");
        String time = date.contains("T") ? date : date + " " + (hasTime ? words.remove() : "12:00");
        String own = said.remove("id");
        Header header = Header.of(own == null ? id : own, instant(time)).withActor(actor(words.remove()));
        String recorded = said.remove("recorded");
        header = recorded == null ? header : header.withRecordedAt(instant(recorded));
        boolean dayOnly = !hasTime || words.remove("dayOnly");
        header = dayOnly ? header.withPrecision(Header.Precision.DAY) : header;
        return header.withChannel(said.remove("channel"));
    }

    private static Actor actor(String word) {
        int colon = word.indexOf(':');
        for (Actor.Kind kind : Actor.Kind.values()) {
            if (kind.toString().equals(colon < 0 ? word : word.substring(0, colon))) {
                return new Actor(kind, colon < 0 ? null : word.substring(colon + 1));
            }
        }
        return word.equals("-") ? Actor.UNKNOWN : Actor.rep(word);
    }

    private SalesEvent event(Header plain) {
        String verb = words.remove();
        String object = words.remove();
        String owner = said.remove("owner");
        String of = said.remove("of");
        String to = said.remove("to");
        BigMoney amount = money(said.remove("amount"));
        String lasting = said.remove("lasting");
        String assets = said.remove("with");
        String message = said.remove("message");
        String times = said.remove("times");
        String concerning = said.remove("for");
        String key = said.remove("key");
        String origin = said.remove("origin");
        String person = said.remove("person");
        List<Link> links = links(said.remove("links"));
        Header header = plain;
        for (Map.Entry<String, String> attribute : said.entrySet()) {
            header = header.withAttribute(attribute.getKey(), attribute.getValue());
        }
        return switch (verb) {
            case "asks" ->
                RequestReceived.of(header, object)
                        .withOwnerRepId(owner)
                        .withDuplicateOf(of)
                        .withPersonId(person);
            case "closes" -> new RequestClosed(header, object, RequestClosed.Reason.valueOf(words.remove()));
            case "assigns" ->
                object.startsWith("q")
                        ? OwnerChanged.ofRequest(header, object, to)
                        : OwnerChanged.ofOpportunity(header, object, to);
            case "writes" ->
                message(header, key == null ? message : key, object, links)
                        .withAssetIds(assets == null ? List.of() : List.of(assets.split(",", -1)));
            case "replies" ->
                MessageReceived.of(header, "r-" + header.id())
                        .withPersonId(named(object, 'p'))
                        .withRequestId(named(object, 'q'))
                        .withOpportunityId(named(object, 'o'))
                        .withAutoReply(words.remove("automatically"));
            case "calls" -> call(header, key, CallDirection.OUTBOUND, object, lasting);
            case "hears" -> call(header, key, CallDirection.INBOUND, object, lasting);
            case "meets" -> meeting(header, MeetingHeld.Kind.MEETING, object);
            case "presents" -> meeting(header, MeetingHeld.Kind.PRESENTATION, object);
            case "clicks" -> click(header, object, person);
            case "cashes" ->
                PaymentReceived.of(header, "pay-" + header.id(), amount).withOpportunityId(named(object, 'o'));
            case "does" -> new TaskCompleted(header, "t-" + header.id(), object);
            case "opens" ->
                OpportunityOpened.of(header, object)
                        .withPersonId(person)
                        .withOwnerRepId(owner)
                        .withOriginCallId(origin)
                        .withAmount(amount);
            case "wins" -> moved(header, object, OpportunityMoved.Status.WON, amount);
            case "loses" -> moved(header, object, OpportunityMoved.Status.LOST, amount);
            case "reopens", "moves" -> moved(header, object, OpportunityMoved.Status.OPEN, amount);
            case "voids" -> moved(header, object, OpportunityMoved.Status.INVALID, amount);
            case "on" ->
                SocialActivity.of(header, object, SocialActivity.Kind.valueOf(words.remove()))
                        .withCount(times == null ? 1 : Integer.parseInt(times));
            case "publishes" -> new AssetPublished(header, object);
            case "retires" -> new AssetRetired(header, object);
            case "uses" ->
                AssetUsed.of(header, object, AssetUsed.Use.valueOf(words.remove()))
                        .withOpportunityId(concerning);
            case "retracts" -> EventRetracted.of(header, object);
            case "merges" -> new IdentityMerged(header, kind(object), object, words.remove());
            default -> throw new AssertionError("Not understood: " + verb + " in: " + line);
        };
    }

    private MessageSent message(Header header, String key, String object, List<Link> links) {
        MessageSent message = MessageSent.of(header, key == null ? "m-" + header.id() : key)
                .withPersonId(named(object, 'p'))
                .withRequestId(named(object, 'q'))
                .withOpportunityId(named(object, 'o'))
                .withLinks(links)
                .withVisible(!words.remove("invisibly"));
        if (words.remove("again")) {
            return message.withFollowUp(true);
        }
        return words.remove("first") ? message.withFollowUp(false) : message;
    }

    private CallEnded call(Header header, String key, CallDirection direction, String object, String lasting) {
        return CallEnded.of(header, key == null ? "c-" + header.id() : key, direction)
                .withPersonId(named(object, 'p'))
                .withRequestId(named(object, 'q'))
                .withOpportunityId(named(object, 'o'))
                .withOutcome(words.isEmpty() ? CallOutcome.UNKNOWN : CallOutcome.valueOf(words.remove()))
                .withDuration(lasting == null ? null : Duration.parse(lasting));
    }

    private static MeetingHeld meeting(Header header, MeetingHeld.Kind kind, String object) {
        return MeetingHeld.of(header, "m", kind)
                .withPersonId(named(object, 'p'))
                .withRequestId(named(object, 'q'))
                .withOpportunityId(named(object, 'o'));
    }

    private LinkClicked click(Header header, String object, String person) {
        String[] link = object.split("/", -1);
        LinkClicked click = LinkClicked.of(header, link[0], link[1]).withPersonId(person);
        return words.isEmpty() ? click : click.withVerdict(LinkClicked.Verdict.valueOf(words.remove()));
    }

    /** Of {@code p1,q2,o3} the one that begins so. */
    private static String named(String object, char kind) {
        String found = null;
        for (String name : object.split(",", -1)) {
            if ("pqo-".indexOf(name.charAt(0)) < 0) {
                throw new AssertionError("Neither person nor request nor opportunity: " + name);
            }
            found = name.charAt(0) == kind ? name : found;
        }
        return found;
    }

    /** {@code l1,l2:signature}. */
    private static List<Link> links(String text) {
        List<Link> links = new ArrayList<>();
        for (String link : text == null ? new String[0] : text.split(",", -1)) {
            String[] parts = link.split(":", -1);
            links.add(
                    parts.length == 1
                            ? Link.content(link)
                            : new Link(parts[0], Link.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT))));
        }
        return links;
    }

    private static OpportunityMoved moved(
            Header header, String object, OpportunityMoved.Status status, BigMoney amount) {
        return OpportunityMoved.of(header, object, status).withAmount(amount);
    }

    private static BigMoney money(String text) {
        return text == null ? null : BigMoney.parse(text.replace('_', ' '));
    }

    private static IdentityKind kind(String key) {
        return switch (key.charAt(0)) {
            case 'q' -> IdentityKind.REQUEST;
            case 'o' -> IdentityKind.OPPORTUNITY;
            case 'p' -> IdentityKind.PERSON;
            default -> IdentityKind.REP;
        };
    }
}
