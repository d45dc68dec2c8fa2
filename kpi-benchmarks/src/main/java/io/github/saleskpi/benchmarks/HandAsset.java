package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One marketing material, for {@link HandLoop}. */
final class HandAsset {
    final List<SalesEvent> shelving = new ArrayList<>(1);
    final List<SalesEvent> uses = new ArrayList<>();
    private final Map<String, MessageSent> sendings = new HashMap<>();
    private final List<Instant> since = new ArrayList<>(1);
    private final List<Instant> until = new ArrayList<>(1);

    /** A message counts once, when it was first sent. */
    void takeSending(MessageSent sent) {
        MessageSent other = sendings.putIfAbsent(sent.messageId(), sent);
        if (other != null && CrmRules.IN_ORDER.compare(sent, other) < 0) {
            sendings.put(sent.messageId(), sent);
        }
    }

    void tell(String id, HandCells cells) {
        shelving.sort(CrmRules.IN_ORDER);
        for (SalesEvent event : shelving) {
            if (event instanceof AssetPublished) {
                if (since.size() == until.size()) {
                    since.add(event.occurredAt());
                }
            } else if (since.size() > until.size()) {
                until.add(event.occurredAt());
            }
        }
        if (since.size() > until.size()) {
            until.add(Instant.MAX);
        }
        for (SalesEvent use : uses) {
            count(use, id, cells);
        }
        for (SalesEvent sending : sendings.values()) {
            count(sending, id, cells);
        }
    }

    private void count(SalesEvent use, String id, HandCells cells) {
        Instant at = use.occurredAt();
        for (int i = 0; i < since.size(); i++) {
            if (!at.isBefore(since.get(i)) && at.isBefore(until.get(i))) {
                cells.at(use.actor().repId(), at).assets.put(id, this);
                return;
            }
        }
    }

    boolean isThereBetween(Instant from, Instant to) {
        for (int i = 0; i < since.size(); i++) {
            if (since.get(i).isBefore(to) && until.get(i).isAfter(from)) {
                return true;
            }
        }
        return false;
    }
}
