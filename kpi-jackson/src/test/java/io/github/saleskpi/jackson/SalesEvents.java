package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Random events of all types, dense in odd texts and in values at their bounds. */
final class SalesEvents {
    static final int TYPES = 19;

    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        "\"",
        "\\",
        "/",
        "\n",
        "\t",
        "\u0000",
        "\u007f",
        "\u0416",
        "\u0130",
        "\u00df",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\uffff",
        "\u4e2d",
        "\ud83d\ude00",
        "\udbff\udfff",
        "{",
        "]",
        ",",
        "null"
    };
    private static final String[] CURRENCIES = {"EUR", "USD", "JPY", "BGN"};

    private final Random random;

    SalesEvents(long seed) {
        random = new Random(seed);
    }

    SalesEvent any() {
        return ofType(random.nextInt(TYPES));
    }

    SalesEvent ofType(int type) {
        return switch (type) {
            case 0 -> new RequestReceived(header(), text(), maybeText(), maybeText(), maybeText());
            case 1 -> new RequestClosed(header(), text(), one(RequestClosed.Reason.values()));
            case 2 ->
                random.nextBoolean()
                        ? OwnerChanged.ofRequest(header(), text(), maybeText())
                        : OwnerChanged.ofOpportunity(header(), text(), maybeText());
            case 3 ->
                new MessageSent(
                        header(),
                        text(),
                        maybeText(),
                        maybeText(),
                        maybeText(),
                        several(this::link),
                        several(this::text),
                        flag(),
                        flag());
            case 4 -> new MessageReceived(header(), text(), maybeText(), maybeText(), maybeText(), flag());
            case 5 ->
                new CallEnded(
                        header(),
                        text(),
                        one(CallDirection.values()),
                        maybeText(),
                        maybeText(),
                        maybeText(),
                        maybe(this::duration),
                        one(CallOutcome.values()),
                        maybeText());
            case 6 ->
                new MeetingHeld(
                        header(), text(), one(MeetingHeld.Kind.values()), maybeText(), maybeText(), maybeText());
            case 7 -> new LinkClicked(header(), text(), text(), maybeText(), one(LinkClicked.Verdict.values()));
            case 8 ->
                new SocialActivity(
                        header(), text(), one(SocialActivity.Kind.values()), one(1, 2, 17, Integer.MAX_VALUE));
            case 9 -> new AssetPublished(header(), text());
            case 10 -> new AssetRetired(header(), text());
            case 11 -> new AssetUsed(header(), text(), one(AssetUsed.Use.values()), maybeText(), maybeText());
            case 12 ->
                new OpportunityOpened(
                        header(), text(), maybeText(), maybeText(), maybeText(), maybeText(), maybe(this::money));
            case 13 ->
                new OpportunityMoved(
                        header(),
                        text(),
                        one(OpportunityMoved.Status.values()),
                        maybeText(),
                        maybe(this::money),
                        maybeText());
            case 14 -> new PaymentReceived(header(), text(), maybeText(), money());
            case 15 -> new TaskCompleted(header(), text(), text());
            case 16 -> new EventRetracted(header(), text(), maybeText());
            case 17 -> new IdentityMerged(header(), one(IdentityKind.values()), text(), text());
            default -> new CustomEvent(header(), text(), maybeText(), maybe(this::decimal));
        };
    }

    private Header header() {
        Instant occurredAt = instant();
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes.put(random.nextInt(9) == 0 ? "" : text(), random.nextInt(9) == 0 ? "" : text());
        }
        return new Header(
                text(),
                occurredAt,
                one(Header.Precision.values()),
                flag() ? occurredAt : instant(),
                new Actor(one(Actor.Kind.values()), maybeText()),
                flag() ? one("phone", "email", "meeting", "a") : maybeText(),
                attributes);
    }

    private Instant instant() {
        long second = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Instant.parse("2200-12-31T23:59:59Z").getEpochSecond();
            default -> 1_700_000_000L + random.nextInt(100_000_000);
        };
        return Instant.ofEpochSecond(second, one(0, 1, 999_999_999, 500_000_000, 120_000));
    }

    private Duration duration() {
        return Duration.ofSeconds(one(0, 1, 59, 60, 3_600, 86_400, 7_000_000), one(0, 0, 1, 999_999_999));
    }

    private BigDecimal decimal() {
        BigInteger digits = new BigInteger(one(1, 8, 60, 120), random);
        BigDecimal decimal = new BigDecimal(digits, one(-18, -17, -2, 0, 1, 2, 17, 18));
        return flag() ? decimal : decimal.negate();
    }

    private BigMoney money() {
        return BigMoney.of(CurrencyUnit.of(one(CURRENCIES)), decimal());
    }

    private Link link() {
        return new Link(text(), one(Link.Kind.values()));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40) == 0 ? 200 : random.nextInt(4); i >= 0; i--) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    private @Nullable String maybeText() {
        return maybe(this::text);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return flag() ? value.get() : null;
    }

    private <T> List<T> several(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
