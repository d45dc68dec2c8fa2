package io.github.saleskpi.quality;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines that were rejected or came again, and events of which there are several versions. */
final class LineProbe implements Probe {
    private final KpiLedger ledger;
    private final Lines lines;
    private final Ground ground;
    private final Hits conflicts;

    /** When each version of the events with several was recorded. */
    private final Map<String, List<Instant>> recordings = new HashMap<>();

    LineProbe(KpiLedger ledger, Lines lines, Ground ground) {
        this.ledger = ledger;
        this.lines = lines;
        this.ground = ground;
        this.conflicts = ground.hits();
        conflicts.look(ledger.size());
        conflicts.hit(ledger.conflicts());
        if (ledger.conflicts() > 0) {
            Set<String> seen = new HashSet<>();
            ledger.events()
                    .filter(event -> !seen.add(event.id()))
                    .forEach(event -> recordings.put(event.id(), new ArrayList<>()));
            ledger.events()
                    .filter(event -> recordings.containsKey(event.id()))
                    .forEach(event -> recordings
                            .computeIfAbsent(event.id(), id -> new ArrayList<>())
                            .add(event.recordedAt()));
        }
    }

    @Override
    public void see(SalesEvent event) {
        if (recordings.containsKey(event.id())) {
            conflicts.example(event.id());
        }
    }

    @Override
    public List<Symptom> symptoms() {
        Hits rejected = ground.hits();
        rejected.look(lines.read());
        rejected.hit(lines.rejected());
        long accepted = lines.read() - lines.rejected();
        Hits repeated = ground.hits();
        repeated.look(accepted);
        repeated.hit(accepted - ledger.size());
        long undecided =
                recordings.values().stream().filter(LineProbe::isUndecided).count();
        return List.of(
                rejected.as(
                        Sign.REJECTED_LINE,
                        Severity.ERROR,
                        "Every figure is without them; each may be a sale, a request or a correction."),
                repeated.as(
                        Sign.REPEATED_LINE,
                        Severity.NOTE,
                        "Nothing: each event counts once, in the version recorded last."),
                conflicts.as(
                        Sign.CONFLICTING_VERSIONS,
                        undecided == 0 ? Severity.NOTE : Severity.WARNING,
                        undecided == 0
                                ? "The version recorded last counts; from an earlier knownAt another one did."
                                : "The version recorded last counts, but of " + Hits.many(undecided, "event")
                                        + " the last two were recorded at the same instant: which one counts depends on"
                                        + " their content alone."));
    }

    private static boolean isUndecided(List<Instant> recorded) {
        List<Instant> sorted = recorded.stream().sorted().toList();
        return sorted.get(sorted.size() - 1).equals(sorted.get(sorted.size() - 2));
    }
}
