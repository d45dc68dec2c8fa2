package io.github.saleskpi.quality;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.team.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The reps of the events held against those of the organization: a misspelt one is in nobody's team. */
final class RepProbe implements Probe {
    private static final int SHOWN = 3;

    private final Ground ground;
    private final Organization people;

    /** The reps of the events, each with the first event that names them. */
    private final Map<String, String> seen = new TreeMap<>();

    private @Nullable LocalDate first;
    private long strange;

    RepProbe(Ground ground, Organization people) {
        this.ground = ground;
        this.people = people;
    }

    @Override
    public void see(SalesEvent event) {
        LocalDate date = ground.moment(event).date();
        first = first == null || date.isBefore(first) ? date : first;
        String actor = ground.rep(event.actor().repId());
        String named = ground.rep(CorrectionProbe.namedRep(event));
        strange += isStrange(actor) || isStrange(named) ? 1 : 0;
        note(actor, event.id());
        note(named, event.id());
    }

    private boolean isStrange(@Nullable String rep) {
        return rep != null && !people.knows(rep);
    }

    private void note(@Nullable String rep, String id) {
        if (rep != null) {
            seen.putIfAbsent(rep, id);
        }
    }

    @Override
    public List<Symptom> symptoms() {
        Hits unknown = ground.hits();
        List<String> strangers = new ArrayList<>();
        seen.forEach((rep, id) -> {
            unknown.look();
            if (isStrange(rep)) {
                unknown.hit(id);
                strangers.add(rep);
            }
        });
        Hits silent = ground.hits();
        List<String> silents = new ArrayList<>();
        for (String rep : atWork()) {
            silent.look();
            if (!seen.containsKey(rep)) {
                silent.hit(1);
                silents.add(rep);
            }
        }
        return List.of(
                unknown.as(
                        Sign.UNKNOWN_REP,
                        Severity.WARNING,
                        "They are in no team and have no working days (" + Hits.some(strangers, SHOWN) + "), with all "
                                + Hits.many(strange, "event") + " that name them. Maybe a spelling differs."),
                silent.as(
                        Sign.SILENT_MEMBER,
                        Severity.NOTE,
                        "Their working days count in social-use, and they owe their share of a plan ("
                                + Hits.some(silents, SHOWN) + "). Maybe a spelling differs."));
    }

    /** Who was at work on any day from the first event to the viewpoint. */
    private Set<String> atWork() {
        LocalDate today =
                ground.query().calendar().dateOf(ground.inForce().viewpoint().asOf());
        if (first == null || first.isAfter(today)) {
            return Set.of();
        }
        LocalDateRange span = LocalDateRange.of(first, today.plusDays(1));
        Set<String> reps = new TreeSet<>(people.reps());
        reps.removeIf(rep -> people.atWork(rep, span, team -> true).isEmpty());
        return reps;
    }
}
