package io.github.saleskpi.quality;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiLedger.InForce;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is suspicious in the events, how much of it there is, and what it does to the KPIs. Immutable and thread-safe; the
 * same events, query and viewpoint give the same symptoms in the same order.
 *
 * <pre>{@code
 * DataQuality quality = DataQuality.of(ledger, query, Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z")));
 * quality.symptoms().forEach(symptom -> log.warn("{}: {}", symptom.check(), symptom.effect()));
 * }</pre>
 *
 * <p>Judged are the events in force; lines and their versions are counted whatever the viewpoint. No symptom is a proof:
 * each says what somebody should look at.
 */
public final class DataQuality {
    private static final int FEW = 5;
    private static final Comparator<Symptom> WORST_FIRST = Comparator.comparing(Symptom::severity)
            .thenComparing(Comparator.comparing(Symptom::count).reversed())
            .thenComparing(Symptom::check);

    /** How bad a symptom is, the worst first. */
    public enum Severity {
        /** Facts are missing. */
        ERROR,
        /** Figures are probably wrong. */
        WARNING,
        /** Worth knowing, and possibly as it should be. */
        NOTE
    }

    /**
     * What one check found. Immutable and thread-safe.
     *
     * @param check its id, such as {@code unlinked-contact}
     * @param severity how bad it is; a note if all is well
     * @param what what was looked for, in words
     * @param count how many of it there are; 0 if all is well
     * @param lookedAt out of how many
     * @param effect what it changes in the KPIs, in words and numbers; empty if all is well
     * @param examples the first ids of events that show it, sorted by UTF-16 code unit; empty if no event does
     */
    public record Symptom(
            String check,
            Severity severity,
            String what,
            long count,
            long lookedAt,
            String effect,
            List<String> examples) {
        public Symptom {
            examples = List.copyOf(examples);
        }
    }

    private final Viewpoint viewpoint;
    private final long inForce;
    private final List<Symptom> symptoms;
    private final List<Symptom> healthy;

    private DataQuality(InForce inForce, List<Symptom> checked) {
        this.viewpoint = inForce.viewpoint();
        this.inForce = inForce.events().size();
        this.symptoms = checked.stream()
                .filter(symptom -> symptom.count() > 0)
                .sorted(WORST_FIRST)
                .toList();
        this.healthy = checked.stream()
                .filter(symptom -> symptom.count() == 0)
                .sorted(Comparator.comparing(Symptom::check))
                .toList();
    }

    /** That of a ledger whose lines nobody counted: each version that it holds is one; with up to five examples each. */
    public static DataQuality of(KpiLedger ledger, KpiQuery query, Viewpoint viewpoint) {
        return of(ledger, query, viewpoint, ledger.events().count(), 0, FEW);
    }

    /**
     * That of the events in force from there.
     *
     * @param query its zone decides dates, its working calendar (else Monday to Friday) working days; its organization, if
     *     it has one, is held against the reps of the events. All else in it is of no concern
     * @param read lines that were read into the ledger, without blank ones
     * @param rejected those of them that were no events
     * @param examples how many ids a symptom shows at most
     * @throws IllegalArgumentException if a number is negative or more were rejected than read, the ledger holds more events than lines were accepted, or examples is negative
     */
    public static DataQuality of(
            KpiLedger ledger, KpiQuery query, Viewpoint viewpoint, long read, long rejected, int examples) {
        if (examples < 0) {
            throw new IllegalArgumentException(
                    "examples (" + examples + "): must not be negative. Maybe 0, to count only.");
        }
        Lines lines = new Lines(read, rejected);
        if (lines.read() - lines.rejected() < ledger.size()) {
            throw new IllegalArgumentException("lines (" + lines.read() + " read, " + lines.rejected()
                    + " rejected): the ledger holds " + ledger.size()
                    + " events, so as many must have been accepted. Maybe it holds those of another input.");
        }
        InForce inForce = ledger.inForce(viewpoint);
        Ground ground = new Ground(inForce, query, examples);
        List<Probe> probes = new ArrayList<>(List.of(
                new LineProbe(ledger, lines, ground),
                new CorrectionProbe(ledger, ground),
                new ReferenceProbe(ground),
                new BeginningProbe(ground),
                new ClockProbe(ground),
                new CallProbe(ground),
                new UnknownProbe(ground),
                MonthEndProbe.ofCloses(ground),
                MonthEndProbe.ofActivities(ground),
                new LinkingProbe(ground)));
        Optional<RepProbe> reps = ground.organization().map(people -> new RepProbe(ground, people));
        reps.ifPresent(probes::add);
        for (SalesEvent event : inForce.events()) {
            for (Probe probe : probes) {
                probe.see(event);
            }
        }
        return new DataQuality(
                inForce,
                probes.stream().flatMap(probe -> probe.symptoms().stream()).toList());
    }

    /** From where it looks. */
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    /** How many events are in force from there, retractions and merges aside. */
    public long inForce() {
        return inForce;
    }

    /** What was found: the worst first, then what there is most of, then by check. */
    public List<Symptom> symptoms() {
        return symptoms;
    }

    /** The checks that found nothing, by id; those of the organization only where there is one. */
    public List<Symptom> healthy() {
        return healthy;
    }
}
