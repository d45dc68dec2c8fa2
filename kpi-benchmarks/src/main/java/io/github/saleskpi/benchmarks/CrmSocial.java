package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.util.List;

/** What reps do on networks, in bursts, and what a tool posts in their name. Not thread-safe. */
final class CrmSocial {
    private static final List<String> NETWORKS = List.of("linkedin", "xing", "x", "facebook");
    private static final List<SocialActivity.Kind> KINDS = List.of(SocialActivity.Kind.values());

    private final CrmLog log;
    private final Dice dice;

    CrmSocial(CrmLog log, Dice dice) {
        this.log = log;
        this.dice = dice;
    }

    void live(String rep, Instant at) {
        Actor actor = dice.happens(0.05) ? new Actor(Actor.Kind.AUTOMATION, rep) : Actor.rep(rep);
        String network = dice.oneOf(NETWORKS, 70, 12, 10, 8);
        Instant when = at;
        for (int left = 1 + dice.times(1.2); left > 0; left--) {
            SocialActivity.Kind kind = dice.oneOf(KINDS, 8, 18, 10, 22, 14, 28);
            log.write(
                    Header.of("hootsuite:act:" + log.nextId(), when).withActor(actor),
                    header -> SocialActivity.of(header, network, kind));
            when = when.plusSeconds(dice.between(20, 900));
        }
    }
}
