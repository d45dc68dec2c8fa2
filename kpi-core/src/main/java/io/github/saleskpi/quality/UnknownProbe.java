package io.github.saleskpi.quality;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.List;

/** Actors and outcomes that are unknown. */
final class UnknownProbe implements Probe {
    private final Hits actors;
    private final Hits outcomes;
    private long named;
    private long answered;

    UnknownProbe(Ground ground) {
        this.actors = ground.hits();
        this.outcomes = ground.hits();
    }

    /** What only humans are credited with. */
    static boolean isAction(SalesEvent event) {
        return event instanceof CallEnded
                || event instanceof MessageSent
                || event instanceof MeetingHeld
                || event instanceof SocialActivity
                || event instanceof AssetUsed
                || event instanceof TaskCompleted;
    }

    @Override
    public void see(SalesEvent event) {
        if (isAction(event)) {
            actors.look();
            if (event.actor().kind() == Actor.Kind.UNKNOWN) {
                actors.hit(event.id());
                named += event.actor().repId() != null ? 1 : 0;
            }
        }
        if (event instanceof CallEnded call) {
            outcomes.look();
            answered += call.outcome().atLeast(CallOutcome.ANSWERED) ? 1 : 0;
            if (call.outcome() == CallOutcome.UNKNOWN) {
                outcomes.hit(event.id());
            }
        }
    }

    @Override
    public List<Symptom> symptoms() {
        return List.of(
                actors.as(
                        Sign.UNKNOWN_ACTOR,
                        actors.exceedFifth() ? Severity.WARNING : Severity.NOTE,
                        "Indicators leave them out as not-human, also the " + named + " that name a rep."),
                outcomes.exceedFifth()
                        ? outcomes.as(
                                Sign.UNKNOWN_OUTCOME,
                                Severity.WARNING,
                                "Each is a contact, but no two-way contact: " + Hits.many(answered, "call")
                                        + " were answered, or as many as " + (answered + outcomes.count())
                                        + ", and then fewer calls were cold.")
                        : outcomes.asNothing(Sign.UNKNOWN_OUTCOME));
    }
}
