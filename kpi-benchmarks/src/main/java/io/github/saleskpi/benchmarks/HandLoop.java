package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The seven figures with maps and loops by hand: one pass for the versions in force, one that hands each event to the
 * stories it belongs to, and one over the stories. Not thread-safe.
 */
final class HandLoop {
    private final Instant asOf;
    private final HandCells cells;
    private final Map<String, SalesEvent> disputed = new HashMap<>();
    private final Set<String> retracted = new HashSet<>();
    private final Map<String, HandRequest> requests = new HashMap<>();
    private final Map<String, HandPerson> people = new HashMap<>();
    private final Map<String, HandDeal> deals = new HashMap<>();
    private final Map<String, MessageSent> mails = new HashMap<>();
    private final Map<String, HandAsset> assets = new HashMap<>();

    HandLoop(Instant asOf) {
        this.asOf = asOf;
        this.cells = new HandCells(asOf);
    }

    /** By place; where a figure would be over nothing there is none. To be asked once. */
    Map<Place, Reading> of(List<SalesEvent> events) {
        findVersions(events);
        for (SalesEvent event : events) {
            if (isInForce(event)) {
                take(event);
            }
        }
        requests.values().forEach(request -> request.tell(asOf, cells));
        people.values().forEach(person -> person.tell(cells));
        deals.values().forEach(deal -> deal.tell(cells));
        for (MessageSent mail : mails.values()) {
            HandCells.Cell cell = cells.at(mail.actor().repId(), mail.occurredAt());
            cell.mails++;
            cell.linked += CrmRules.hasContentLink(mail) ? 1 : 0;
        }
        assets.forEach((id, asset) -> asset.tell(id, cells));
        return cells.figures(assets.values());
    }

    /** Notes the ids of which there is more than one version, and which of these stands, and what is taken back. */
    private void findVersions(List<SalesEvent> events) {
        Map<String, SalesEvent> first = new HashMap<>(events.size() * 4 / 3 + 1);
        for (SalesEvent event : events) {
            SalesEvent other = first.putIfAbsent(event.id(), event);
            if (other != null) {
                disputed.merge(
                        event.id(),
                        CrmRules.BY_RECORD.compare(event, other) > 0 ? event : other,
                        (a, b) -> CrmRules.BY_RECORD.compare(b, a) > 0 ? b : a);
            }
        }
        for (SalesEvent event : events) {
            if (event instanceof EventRetracted retraction && stands(event)) {
                retracted.add(retraction.targetId());
            }
        }
    }

    private boolean stands(SalesEvent event) {
        SalesEvent best = disputed.get(event.id());
        return best == null || best == event;
    }

    private boolean isInForce(SalesEvent event) {
        return stands(event)
                && !event.occurredAt().isAfter(asOf)
                && !(event instanceof EventRetracted)
                && !retracted.contains(event.id());
    }

    private void take(SalesEvent event) {
        if (event.requestId() != null) {
            story(requests, event.requestId(), HandRequest::new).take(event);
        }
        if (event.opportunityId() != null) {
            story(deals, event.opportunityId(), HandDeal::new).take(event);
        }
        if (event.personId() != null) {
            story(people, event.personId(), HandPerson::new).take(event);
        } else if (event instanceof CallEnded call && CrmRules.isCold(call, false)) {
            cells.at(call.actor().repId(), call.occurredAt()).cold++;
        }
        if (event instanceof MessageSent sent) {
            takeMessage(sent);
        } else if (event instanceof SocialActivity activity && activity.actor().isHuman()) {
            cells.at(activity.actor().repId(), activity.occurredAt()).takeActivity(activity);
        } else if (event instanceof AssetUsed used) {
            if (used.actor().isHuman() && used.use() != AssetUsed.Use.VIEWED) {
                story(assets, used.assetId(), HandAsset::new).uses.add(used);
            }
        } else if (event instanceof AssetPublished published) {
            story(assets, published.assetId(), HandAsset::new).shelving.add(published);
        } else if (event instanceof AssetRetired retired) {
            story(assets, retired.assetId(), HandAsset::new).shelving.add(retired);
        }
    }

    private void takeMessage(MessageSent sent) {
        if (CrmRules.isFollowUpMail(sent)) {
            MessageSent other = mails.putIfAbsent(sent.messageId(), sent);
            if (other != null && CrmRules.IN_ORDER.compare(sent, other) < 0) {
                mails.put(sent.messageId(), sent);
            }
        }
        if (!sent.assetIds().isEmpty() && sent.actor().isHuman()) {
            for (String asset : sent.assetIds()) {
                story(assets, asset, HandAsset::new).takeSending(sent);
            }
        }
    }

    private static <S> S story(Map<String, S> stories, @Nullable String key, Supplier<S> maker) {
        S known = stories.get(key);
        if (known == null) {
            known = maker.get();
            stories.put(String.valueOf(key), known);
        }
        return known;
    }
}
