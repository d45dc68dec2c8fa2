package io.github.saleskpi.oracle;

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
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What events are about, at random. Keys of all kinds have the same names, so that whoever mixes kinds up is found out. */
final class EventBodies {
    /** How often of a hundred each type is drawn, in the order of {@link #ofType}. */
    private static final int[] SHARES = {14, 5, 14, 8, 9, 4, 9, 13, 6, 6, 3, 2, 1, 1, 2, 1, 1, 1};

    private final Chance chance;
    private final int keys;
    private final Supplier<String> anyId;
    private final int favourite;
    private final int second;

    EventBodies(Chance chance, int keys, Supplier<String> anyId) {
        this.chance = chance;
        this.keys = keys;
        this.anyId = anyId;
        this.favourite = type();
        this.second = type();
    }

    String rep() {
        return "r" + chance.below(4);
    }

    /** Two types of each history come more often than elsewhere, so that what needs several of a kind happens somewhere. */
    SalesEvent any(Header header) {
        return ofType(chance.percent(70) ? type() : chance.percent(50) ? favourite : second, header);
    }

    private int type() {
        int share = chance.below(100);
        int type = 0;
        while (share >= SHARES[type]) {
            share -= SHARES[type++];
        }
        return type;
    }

    /** One of the same type, mostly. */
    SalesEvent like(SalesEvent earlier, Header header) {
        for (int tries = 0; tries < 12; tries++) {
            SalesEvent event = any(header);
            if (event.type().equals(earlier.type())) {
                return event;
            }
        }
        return any(header);
    }

    private SalesEvent ofType(int type, Header header) {
        return switch (type) {
            case 0 -> new RequestReceived(header, key(), mayName(40), chance.maybe(50, rep()), mayName(15));
            case 1 -> new RequestClosed(header, key(), chance.of(RequestClosed.Reason.values()));
            case 2 -> ownerChanged(header);
            case 3 -> messageSent(header);
            case 4 -> call(header);
            case 5 ->
                new MeetingHeld(
                        header, key(), chance.of(MeetingHeld.Kind.values()), mayName(50), mayName(50), mayName(50));
            case 6 ->
                new OpportunityOpened(
                        header, key(), mayName(40), mayName(30), chance.maybe(50, rep()), mayName(20), mayCost(50));
            case 7 ->
                new OpportunityMoved(
                        header, key(), chance.of(OpportunityMoved.Status.values()), mayName(10), mayCost(50), null);
            case 8 -> new EventRetracted(header, anyId.get(), mayName(10));
            case 9 -> merge(header);
            case 10 -> new CustomEvent(header, chance.of("demo", "quote"), mayName(50), maybeQuantity());
            case 11 -> new MessageReceived(header, key(), mayName(60), mayName(30), null, chance.percent(30));
            case 12 -> new LinkClicked(header, key(), "l1", mayName(50), chance.of(LinkClicked.Verdict.values()));
            case 13 -> SocialActivity.of(header, "xing", chance.of(SocialActivity.Kind.values()));
            case 14 -> asset(header);
            case 15 -> new PaymentReceived(header, key(), mayName(50), money());
            case 16 -> new TaskCompleted(header, key(), "call");
            default -> new Badge(header, key(), chance.of(BigDecimal.ONE, new BigDecimal("1.0"), BigDecimal.TEN));
        };
    }

    private SalesEvent ownerChanged(Header header) {
        @Nullable String rep = chance.maybe(80, rep());
        return chance.percent(50)
                ? OwnerChanged.ofRequest(header, key(), rep)
                : OwnerChanged.ofOpportunity(header, key(), rep);
    }

    private SalesEvent messageSent(Header header) {
        List<Link> links = chance.percent(70) ? List.of() : List.of(new Link("l1", chance.of(Link.Kind.values())));
        List<String> assets = chance.of(List.of(), List.of(key()), List.of(key(), key()), List.of(key(), key(), key()));
        return new MessageSent(
                header, key(), mayName(40), mayName(60), mayName(40), links, assets, chance.percent(85), true);
    }

    private SalesEvent call(Header header) {
        Duration length = chance.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(13));
        // On calls of that length an indicator throws at the very door.
        length = chance.percent(3) ? Duration.ofMinutes(13) : length;
        return new CallEnded(
                header,
                key(),
                chance.of(CallDirection.values()),
                mayName(60),
                mayName(60),
                mayName(30),
                chance.percent(80) ? length : null,
                chance.of(CallOutcome.values()),
                mayName(10));
    }

    private SalesEvent merge(Header header) {
        IdentityKind kind = chance.of(IdentityKind.values());
        return kind == IdentityKind.REP
                ? new IdentityMerged(header, kind, rep(), rep())
                : new IdentityMerged(header, kind, key(), key());
    }

    private SalesEvent asset(Header header) {
        return switch (chance.below(4)) {
            case 0 -> new AssetRetired(header, key());
            case 1 -> new AssetUsed(header, key(), chance.of(AssetUsed.Use.values()), mayName(30), mayName(30));
            default -> new AssetPublished(header, key());
        };
    }

    String key() {
        return "k" + chance.below(keys);
    }

    private @Nullable String mayName(int cases) {
        return chance.maybe(cases, key());
    }

    private @Nullable BigMoney mayCost(int cases) {
        return chance.percent(cases) ? money() : null;
    }

    private BigMoney money() {
        String amount = chance.of("100", "100.00", "99.5", "1200.50", "0", "-20", "7.123456789");
        return BigMoney.of(CurrencyUnit.of(chance.of("EUR", "EUR", "USD", "BGN")), new BigDecimal(amount));
    }

    private @Nullable BigDecimal maybeQuantity() {
        return switch (chance.below(5)) {
            case 0 -> null;
            case 1 -> BigDecimal.ONE;
            case 2 -> new BigDecimal("1.50");
            case 3 -> new BigDecimal("9");
            default -> new BigDecimal("10");
        };
    }
}
