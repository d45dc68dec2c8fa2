package io.github.saleskpi.quality;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Retractions and merges that meet nothing. What they are of may lie beyond the viewpoint, so all versions are asked. */
final class CorrectionProbe implements Probe {
    private record Key(IdentityKind kind, String key) {}

    private final Hits retractions;
    private final Hits merges;

    CorrectionProbe(KpiLedger ledger, Ground ground) {
        this.retractions = ground.hits();
        this.merges = ground.hits();
        for (EventRetracted retraction : ground.inForce().retractions()) {
            retractions.look();
            if (!ledger.holds(retraction.targetId())) {
                retractions.hit(retraction.id());
            }
        }
        merges.look(ground.inForce().merges().size());
        strangers(ledger, ground).forEach(merges::hit);
    }

    /** The ids of merges of a key that neither an event, nor another merge, nor the organization names. */
    private static Set<String> strangers(KpiLedger ledger, Ground ground) {
        Map<Key, Set<String>> mergesOf = new HashMap<>();
        for (IdentityMerged merge : ground.inForce().merges()) {
            for (String key : List.of(merge.fromId(), merge.intoId())) {
                mergesOf.computeIfAbsent(new Key(merge.kind(), key), named -> new TreeSet<>())
                        .add(merge.id());
            }
        }
        if (!mergesOf.isEmpty()) {
            ledger.events().forEach(event -> remove(event, mergesOf));
            ground.query()
                    .organization()
                    .ifPresent(people -> people.reps().forEach(rep -> mergesOf.remove(new Key(IdentityKind.REP, rep))));
        }
        Set<String> ids = new TreeSet<>();
        mergesOf.values().stream().filter(named -> named.size() == 1).forEach(ids::addAll);
        return ids;
    }

    private static void remove(SalesEvent event, Map<Key, Set<String>> mergesOf) {
        remove(IdentityKind.PERSON, event.personId(), mergesOf);
        remove(IdentityKind.REQUEST, event.requestId(), mergesOf);
        remove(IdentityKind.OPPORTUNITY, event.opportunityId(), mergesOf);
        remove(IdentityKind.REP, event.actor().repId(), mergesOf);
        remove(IdentityKind.REP, namedRep(event), mergesOf);
    }

    private static void remove(IdentityKind kind, @Nullable String key, Map<Key, Set<String>> mergesOf) {
        if (key != null) {
            mergesOf.remove(new Key(kind, key));
        }
    }

    /** The rep whom an event names beside its actor, or null. */
    static @Nullable String namedRep(SalesEvent event) {
        if (event instanceof RequestReceived request) {
            return request.ownerRepId();
        }
        if (event instanceof OpportunityOpened opening) {
            return opening.ownerRepId();
        }
        return event instanceof OwnerChanged change ? change.toRepId() : null;
    }

    @Override
    public List<Symptom> symptoms() {
        return List.of(
                retractions.as(
                        Sign.RETRACTION_OF_NOTHING,
                        Severity.WARNING,
                        "They take nothing back: if the facts that they mean came under other ids, these still count."),
                merges.as(
                        Sign.MERGE_OF_NOTHING,
                        Severity.NOTE,
                        "They join nothing: if a key is misspelt, stories that are one are told as two."));
    }
}
