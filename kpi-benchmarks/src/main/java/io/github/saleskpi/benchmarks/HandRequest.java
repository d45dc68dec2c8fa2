package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request, for {@link HandLoop}. */
final class HandRequest {
    private @Nullable RequestReceived asked;
    private @Nullable OwnerChanged lastChange;
    private final List<SalesEvent> responses = new ArrayList<>(2);
    private final List<RequestClosed> closings = new ArrayList<>(0);

    void take(SalesEvent event) {
        if (event instanceof RequestReceived received) {
            if (received.duplicateOf() == null && (asked == null || CrmRules.IN_ORDER.compare(received, asked) < 0)) {
                asked = received;
            }
        } else if (event instanceof RequestClosed closed) {
            closings.add(closed);
        } else if (event instanceof OwnerChanged change) {
            lastChange = lastChange == null || CrmRules.IN_ORDER.compare(change, lastChange) > 0 ? change : lastChange;
        } else if (CrmRules.isResponse(event)) {
            responses.add(event);
        }
    }

    void tell(Instant asOf, HandCells cells) {
        RequestReceived receipt = asked;
        if (receipt == null) {
            return;
        }
        Instant start = receipt.occurredAt();
        SalesEvent first = null;
        Instant firstAt = Instant.MAX;
        for (SalesEvent response : responses) {
            Instant at = CrmRules.responseAt(response);
            if (!at.isBefore(start)) {
                int order = at.compareTo(firstAt);
                if (first == null || order < 0 || (order == 0 && response.id().compareTo(first.id()) < 0)) {
                    first = response;
                    firstAt = at;
                }
            }
        }
        if (first != null) {
            cells.at(first.actor().repId(), start)
                    .ended
                    .add(Duration.between(start, firstAt).toNanos());
            return;
        }
        RequestClosed closing = null;
        for (RequestClosed closed : closings) {
            if (!closed.occurredAt().isBefore(start)
                    && (closing == null || CrmRules.IN_ORDER.compare(closed, closing) < 0)) {
                closing = closed;
            }
        }
        if (closing == null || closing.reason() != RequestClosed.Reason.NO_ANSWER_NEEDED) {
            Instant end = closing == null ? asOf : closing.occurredAt();
            String owner = lastChange == null ? CrmRules.firstOwner(receipt) : lastChange.toRepId();
            cells.at(owner, start).censored.add(Duration.between(start, end).toNanos());
        }
    }
}
