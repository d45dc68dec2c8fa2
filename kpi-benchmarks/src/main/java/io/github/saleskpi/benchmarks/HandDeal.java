package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One opportunity, for {@link HandLoop}. */
final class HandDeal {
    private final List<SalesEvent> contacts = new ArrayList<>(4);
    private final List<OpportunityMoved> moves = new ArrayList<>(2);
    private final List<OwnerChanged> changes = new ArrayList<>(0);
    private @Nullable OpportunityOpened opened;

    void take(SalesEvent event) {
        if (event instanceof OpportunityOpened opening) {
            opened = opened == null || CrmRules.IN_ORDER.compare(opening, opened) < 0 ? opening : opened;
        } else if (event instanceof OpportunityMoved move) {
            moves.add(move);
        } else if (event instanceof OwnerChanged change) {
            changes.add(change);
        } else if (CrmRules.isContact(event)) {
            contacts.add(event);
        }
    }

    void tell(HandCells cells) {
        if (moves.isEmpty()) {
            return;
        }
        moves.sort(CrmRules.IN_ORDER);
        int last = moves.size() - 1;
        OpportunityMoved.Status status = moves.get(last).status();
        if (!CrmRules.isClose(status)) {
            return;
        }
        while (last > 0 && moves.get(last - 1).status() == status) {
            last--;
        }
        OpportunityMoved close = moves.get(last);
        Instant at = close.occurredAt();
        String owner = ownerAt(at);
        HandCells.Cell cell = cells.at(owner != null ? owner : close.actor().repId(), at);
        cell.closed++;
        cell.won += status == OpportunityMoved.Status.WON ? 1 : 0;
        cell.followUps += Math.max(0, kept(at) - 1);
    }

    private @Nullable String ownerAt(Instant at) {
        OwnerChanged last = null;
        for (OwnerChanged change : changes) {
            if (!change.occurredAt().isAfter(at) && (last == null || CrmRules.IN_ORDER.compare(change, last) > 0)) {
                last = change;
            }
        }
        return last != null ? last.toRepId() : opened == null ? null : CrmRules.firstOwner(opened);
    }

    private int kept(Instant close) {
        contacts.sort(CrmRules.IN_ORDER);
        List<SalesEvent> kept = new ArrayList<>(contacts.size());
        for (SalesEvent contact : contacts) {
            if (contact.occurredAt().isAfter(close)) {
                break;
            }
            if (!isSameAsOneOf(kept, contact)) {
                kept.add(contact);
            }
        }
        return kept.size();
    }

    private static boolean isSameAsOneOf(List<SalesEvent> kept, SalesEvent next) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            SalesEvent before = kept.get(i);
            if (Duration.between(before.occurredAt(), next.occurredAt()).compareTo(CrmRules.SAME_CONTACT) > 0) {
                return false;
            }
            if (Objects.equals(before.actor().repId(), next.actor().repId())
                    && Objects.equals(before.header().channel(), next.header().channel())) {
                return true;
            }
        }
        return false;
    }
}
