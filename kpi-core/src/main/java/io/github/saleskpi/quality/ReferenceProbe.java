package io.github.saleskpi.quality;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** References to links, calls and materials of which nothing is known. */
final class ReferenceProbe implements Probe {
    private final Ground ground;
    private final Map<String, Set<String>> linksOf = new HashMap<>();
    private final List<LinkClicked> clicks = new ArrayList<>();
    private final Set<String> calls = new HashSet<>();
    private final List<OpportunityOpened> fromCalls = new ArrayList<>();
    private final Set<String> published = new HashSet<>();
    private final List<SalesEvent> uses = new ArrayList<>();

    ReferenceProbe(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void see(SalesEvent event) {
        if (event instanceof MessageSent sent) {
            for (Link link : sent.links()) {
                linksOf.computeIfAbsent(sent.messageId(), id -> new HashSet<>()).add(link.linkId());
            }
        } else if (event instanceof LinkClicked click) {
            clicks.add(click);
        } else if (event instanceof CallEnded call) {
            calls.add(call.callId());
        } else if (event instanceof OpportunityOpened opening && opening.originCallId() != null) {
            fromCalls.add(opening);
        } else if (event instanceof AssetPublished publishing) {
            published.add(publishing.assetId());
        }
        if (!assetsUsed(event).isEmpty()) {
            uses.add(event);
        }
    }

    /** The materials that a human showed somebody by it. */
    private static List<String> assetsUsed(SalesEvent event) {
        if (!event.actor().isHuman()) {
            return List.of();
        }
        if (event instanceof AssetUsed used) {
            return used.use() == AssetUsed.Use.VIEWED ? List.of() : List.of(used.assetId());
        }
        return event instanceof MessageSent sent ? sent.assetIds() : List.of();
    }

    @Override
    public List<Symptom> symptoms() {
        return List.of(ofClicks(), ofOpenings(), ofUses());
    }

    private Symptom ofClicks() {
        Hits hits = ground.hits();
        long countable = 0;
        for (LinkClicked click : clicks) {
            hits.look();
            if (!linksOf.getOrDefault(click.messageId(), Set.of()).contains(click.linkId())) {
                hits.hit(click.id());
                countable +=
                        click.verdict() == LinkClicked.Verdict.HUMAN || click.verdict() == LinkClicked.Verdict.UNKNOWN
                                ? 1
                                : 0;
            }
        }
        return hits.as(
                Sign.CLICK_WITHOUT_LINK,
                Severity.WARNING,
                "email-links leaves them out as orphan-click; with their messages and links up to "
                        + Hits.many(countable, "more click") + " would count.");
    }

    private Symptom ofOpenings() {
        Hits hits = ground.hits();
        long named = 0;
        for (OpportunityOpened opening : fromCalls) {
            hits.look();
            if (!calls.contains(opening.originCallId())) {
                hits.hit(opening.id());
                named += opening.personId() != null ? 1 : 0;
            }
        }
        return hits.as(
                Sign.UNKNOWN_ORIGIN_CALL,
                Severity.WARNING,
                "contact-quality credits them to no call; with the right one, or with none named, up to "
                        + Hits.many(named, "more opportunity", "more opportunities") + " could count for a cold call.");
    }

    private Symptom ofUses() {
        Hits hits = ground.hits();
        Set<String> assets = new HashSet<>();
        long left = 0;
        for (SalesEvent use : published.isEmpty() ? List.<SalesEvent>of() : uses) {
            hits.look();
            List<String> unknown = assetsUsed(use).stream()
                    .distinct()
                    .filter(id -> !published.contains(id))
                    .toList();
            if (!unknown.isEmpty()) {
                hits.hit(use.id());
                assets.addAll(unknown);
                left += unknown.size();
            }
        }
        return hits.as(
                Sign.UNPUBLISHED_ASSET,
                Severity.WARNING,
                "material-use leaves " + Hits.many(left, "use") + " of " + Hits.many(assets.size(), "material")
                        + " out as not-in-catalogue.");
    }
}
