package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person, for {@link HandLoop}. */
final class HandPerson {
    private final List<CallEnded> calls = new ArrayList<>(2);
    private final List<OpportunityOpened> openings = new ArrayList<>(0);
    private @Nullable Instant known;

    void take(SalesEvent event) {
        if (event instanceof CallEnded call) {
            calls.add(call);
        } else if (event instanceof OpportunityOpened opened) {
            openings.add(opened);
            return;
        }
        if (CrmRules.isTwoWay(event) && (known == null || event.occurredAt().isBefore(known))) {
            known = event.occurredAt();
        }
    }

    void tell(HandCells cells) {
        if (calls.isEmpty()) {
            return;
        }
        if (calls.size() > 1) {
            calls.sort(CrmRules.IN_ORDER);
        }
        List<CallEnded> cold = new ArrayList<>(calls.size());
        for (CallEnded call : calls) {
            if (CrmRules.isCold(call, known == null || !known.isBefore(call.occurredAt()))) {
                cold.add(call);
            }
        }
        if (cold.isEmpty()) {
            return;
        }
        boolean[] led = openings.isEmpty() ? new boolean[0] : ledByOpenings(cold);
        for (int i = 0; i < cold.size(); i++) {
            HandCells.Cell cell =
                    cells.at(cold.get(i).actor().repId(), cold.get(i).occurredAt());
            cell.cold++;
            cell.led += i < led.length && led[i] ? 1 : 0;
        }
    }

    private boolean[] ledByOpenings(List<CallEnded> cold) {
        boolean[] led = new boolean[cold.size()];
        openings.sort(CrmRules.IN_ORDER);
        Set<String> seen = new HashSet<>();
        for (OpportunityOpened opening : openings) {
            int place = seen.add(opening.opportunityId()) ? placeOfCall(opening, cold) : -1;
            if (place >= 0) {
                led[place] = true;
            }
        }
        return led;
    }

    /** Which of the cold calls led to it, or -1. */
    private int placeOfCall(OpportunityOpened opening, List<CallEnded> cold) {
        if (opening.originCallId() != null) {
            for (CallEnded call : calls) {
                if (call.callId().equals(opening.originCallId())) {
                    return placeOf(call, cold);
                }
            }
            return -1;
        }
        for (int i = cold.size() - 1; i >= 0; i--) {
            if (cold.get(i).outcome().atLeast(CallOutcome.ANSWERED) && CrmRules.isShortlyBefore(cold.get(i), opening)) {
                return i;
            }
        }
        return -1;
    }

    private static int placeOf(CallEnded call, List<CallEnded> cold) {
        for (int i = 0; i < cold.size(); i++) {
            if (cold.get(i).id().equals(call.id())) {
                return i;
            }
        }
        return -1;
    }
}
