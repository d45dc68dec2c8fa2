package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marketing materials: most from before the year, some published within, some retired and a few of these back. */
final class CrmShelf {
    private static final List<AssetUsed.Use> USES = List.of(AssetUsed.Use.values());
    private static final Actor PORTAL = Actor.of(Actor.Kind.IMPORT);

    private final CrmLog log;
    private final int size;
    private final Dice dice;

    CrmShelf(CrmLog log, int size, Dice dice) {
        this.log = log;
        this.size = size;
        this.dice = dice;
        Instant start = CrmYear.START.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int i = 0; i < size; i++) {
            boolean old = dice.happens(0.7);
            Instant published = start.plus(Duration.ofHours(old ? -dice.between(1, 9_000) : dice.between(1, 8_000)));
            put(i, published);
            if (dice.happens(0.1)) {
                put(i, published.plus(Duration.ofHours(dice.between(1, 4_000))));
            }
            if (dice.happens(0.25)) {
                Instant retired = published.plus(Duration.ofHours(dice.between(500, 12_000)));
                String id = asset(i);
                log.write(
                        Header.of("portal:off:" + log.nextId(), retired).withActor(PORTAL),
                        header -> new AssetRetired(header, id));
                if (dice.happens(0.3)) {
                    put(i, retired.plus(Duration.ofHours(dice.between(24, 1_500))));
                }
            }
        }
    }

    private void put(int number, Instant at) {
        log.write(
                Header.of("portal:on:" + log.nextId(), at).withActor(PORTAL),
                header -> new AssetPublished(header, asset(number)));
    }

    private static String asset(int number) {
        return "portal:asset:" + (7_000 + number);
    }

    /** Any of them; a few are everybody's favourites, and some exist in no catalogue. */
    String any() {
        return dice.happens(0.01) ? "local:file:" + dice.between(0, 50) : asset((int) (size * cubed(dice.share())));
    }

    private static double cubed(double share) {
        return share * share * share;
    }

    void live(String rep, Instant at) {
        Actor actor = dice.happens(0.03) ? Actor.of(Actor.Kind.BOT) : Actor.rep(rep);
        Instant when = at;
        for (int left = 1 + dice.times(0.8); left > 0; left--) {
            use(actor, when, any(), dice.oneOf(USES, 45, 20, 20, 15), null);
            when = when.plusSeconds(dice.between(30, 1_200));
        }
    }

    void use(Actor actor, Instant at, String asset, AssetUsed.Use use, @Nullable String deal) {
        log.write(
                Header.of("portal:use:" + log.nextId(), at).withActor(actor),
                header -> AssetUsed.of(header, asset, use).withOpportunityId(deal));
    }
}
