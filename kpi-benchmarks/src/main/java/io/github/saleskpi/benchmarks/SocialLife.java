package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One rep on social networks, and between the shelves of marketing materials. Mutable and not thread-safe. */
final class SocialLife {
    private static final List<String> NETWORKS = List.of("linkedin", "facebook", "xing", "instagram", "x");
    private static final List<SocialActivity.Kind> KINDS = List.of(SocialActivity.Kind.values());

    private final Desk desk;
    private final Dice dice;
    private final SimulatedDeals deals;

    SocialLife(Desk desk, Dice dice, SimulatedDeals deals) {
        this.desk = desk;
        this.dice = dice;
        this.deals = deals;
    }

    void live(LocalDate date) {
        String id = desk.habits().rep() + "-s" + date;
        if (!desk.isWorkday(date)) {
            if (dice.happens(0.02)) {
                act(id, Desk.anyTime(date, dice), SocialActivity.Kind.COMMENT);
            }
            return;
        }
        if (desk.habits().happens(Trait.SOCIAL, dice)) {
            for (int i = dice.between(1, 3); i > 0; i--) {
                act(id + "-" + i, desk.during(date, dice), dice.oneOf(KINDS, 15, 30, 10, 20, 15, 0));
            }
            findSomebody(id, date);
        } else if (desk.habits().happens(Trait.LIKES, dice)) {
            act(id + "-like", desk.during(date, dice), SocialActivity.Kind.REACTION);
        }
        if (dice.happens(0.03)) {
            Header scheduled = desk.happened(id + "-auto", desk.during(date, dice));
            desk.log()
                    .write(SocialActivity.of(
                            scheduled.withActor(Actor.of(Actor.Kind.AUTOMATION)),
                            "linkedin",
                            SocialActivity.Kind.POST));
        }
        browse(id, date);
    }

    private void act(String id, Instant at, SocialActivity.Kind kind) {
        boolean isSum = kind == SocialActivity.Kind.CONNECTION || kind == SocialActivity.Kind.REACTION;
        desk.log()
                .write(SocialActivity.of(desk.did(id, at), dice.oneOf(NETWORKS, 60, 14, 12, 8, 6), kind)
                        .withCount(isSum ? dice.between(1, 6) : 1));
    }

    private void findSomebody(String id, LocalDate date) {
        if (dice.happens(0.04)) {
            double chance = desk.habits().get(Trait.WINS) * 0.9;
            deals.begin(Lead.of(desk.during(date, dice), id + "-p", chance)
                    .withChannel(dice.oneOf(NETWORKS, 60, 14, 12, 8, 6)));
        }
    }

    private void browse(String id, LocalDate date) {
        if (dice.happens(0.12)) {
            Instant at = desk.during(date, dice);
            AssetUsed.Use use =
                    dice.oneOf(List.of(AssetUsed.Use.VIEWED, AssetUsed.Use.INSERTED, AssetUsed.Use.SENT), 5, 2, 3);
            desk.log().write(AssetUsed.of(desk.did(id + "-a", at), Shelf.pick(desk.habits(), at, dice), use));
        }
    }
}
