package io.github.saleskpi.quality;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stories without their opening: the history starts too late, or a part of it is missing. */
final class BeginningProbe implements Probe {
    /** What is known of a story. */
    private static final class Known {
        private @Nullable SalesEvent beginning;
        private @Nullable SalesEvent later;
        private long responses;
        private OpportunityMoved.@Nullable Status status;
    }

    private final Ground ground;
    private final Map<String, Known> requests = new HashMap<>();
    private final Map<String, Known> opportunities = new HashMap<>();

    BeginningProbe(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void see(SalesEvent event) {
        String request = ground.request(event);
        if (request != null) {
            boolean receipt = event instanceof RequestReceived received && received.duplicateOf() == null;
            boolean response = Ground.isResponse(event);
            boolean later = response || event instanceof RequestClosed || event instanceof OwnerChanged;
            Known story = see(requests, request, event, receipt, later);
            if (story != null && response) {
                story.responses++;
            }
        }
        String opportunity = ground.opportunity(event);
        if (opportunity != null) {
            boolean later = event instanceof OpportunityMoved || event instanceof OwnerChanged;
            Known story = see(opportunities, opportunity, event, event instanceof OpportunityOpened, later);
            if (story != null && event instanceof OpportunityMoved moved) {
                story.status = moved.status();
            }
        }
    }

    private static @Nullable Known see(
            Map<String, Known> stories, String key, SalesEvent event, boolean begins, boolean follows) {
        if (!begins && !follows) {
            return null;
        }
        Known story = stories.computeIfAbsent(key, name -> new Known());
        if (begins) {
            story.beginning = event;
        } else if (story.later == null) {
            story.later = event;
        }
        return story;
    }

    @Override
    public List<Symptom> symptoms() {
        Hits unreceived = ground.hits();
        long responses = 0;
        for (Known story : requests.values()) {
            responses += lacksBeginning(story, unreceived) ? story.responses : 0;
        }
        Hits unopened = ground.hits();
        long won = 0;
        for (Known story : opportunities.values()) {
            won += lacksBeginning(story, unopened) && story.status == OpportunityMoved.Status.WON ? 1 : 0;
        }
        return List.of(
                unreceived.as(
                        Sign.REQUEST_WITHOUT_RECEIPT,
                        Severity.WARNING,
                        "response-time is without these requests, and leaves " + Hits.many(responses, "response")
                                + " out as no-request. Maybe the history starts too late."),
                unopened.as(
                        Sign.OPPORTUNITY_WITHOUT_OPENING,
                        Severity.WARNING,
                        "win-rate does not count them as opened, win-rate/created-cohort leaves them out as no-opening,"
                                + " and the cycle time is without " + Hits.many(won, "won one")
                                + ". Maybe the history starts too late."));
    }

    private static boolean lacksBeginning(Known story, Hits hits) {
        hits.look();
        if (story.beginning == null && story.later != null) {
            hits.hit(story.later.id());
            return true;
        }
        return false;
    }
}
