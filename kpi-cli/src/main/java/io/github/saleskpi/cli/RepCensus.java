package io.github.saleskpi.cli;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Organization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which reps occur in events, to be held against an organization: a misspelt rep would count for nobody's team. */
final class RepCensus {
    private static final int SHOWN = 3;

    private final SortedSet<String> reps = new TreeSet<>();
    private final Map<String, String> merged = new HashMap<>();

    private RepCensus() {}

    static RepCensus of(Stream<SalesEvent> events) {
        RepCensus census = new RepCensus();
        events.forEach(census::see);
        return census;
    }

    private void see(SalesEvent event) {
        add(event.header().actor().repId());
        if (event instanceof RequestReceived request) {
            add(request.ownerRepId());
        } else if (event instanceof OpportunityOpened opened) {
            add(opened.ownerRepId());
        } else if (event instanceof OwnerChanged changed) {
            add(changed.toRepId());
        } else if (event instanceof IdentityMerged merge && merge.kind() == IdentityKind.REP) {
            String from = name(merge.fromId());
            String into = name(merge.intoId());
            if (!from.equals(into)) {
                merged.put(from, into);
            }
        }
    }

    private void add(@Nullable String rep) {
        if (rep != null) {
            reps.add(rep);
        }
    }

    /** One name for all reps that were merged. */
    private String name(String rep) {
        String name = rep;
        for (String next = merged.get(name); next != null; next = merged.get(name)) {
            name = next;
        }
        return name;
    }

    /** Those that occur, by the names with which they do. */
    SortedSet<String> reps() {
        return reps;
    }

    /** A line if some reps occur here and not there, or there and not here. */
    Optional<String> against(Organization organization) {
        SortedSet<String> here = names(reps);
        SortedSet<String> there = names(organization.reps());
        List<String> complaints = new ArrayList<>();
        tell(
                        without(organization.reps(), here),
                        "of its " + Amounts.grouped(organization.reps().size()) + " reps never occur in the events")
                .ifPresent(complaints::add);
        tell(without(reps, there), "of the events' " + Amounts.grouped(reps.size()) + " reps are not in it")
                .ifPresent(complaints::add);
        return complaints.isEmpty()
                ? Optional.empty()
                : Optional.of("--organization: " + String.join("; ", complaints) + ". Maybe a spelling differs.");
    }

    private SortedSet<String> names(SortedSet<String> some) {
        SortedSet<String> names = new TreeSet<>();
        some.forEach(rep -> names.add(name(rep)));
        return names;
    }

    private List<String> without(SortedSet<String> some, SortedSet<String> others) {
        return some.stream().filter(rep -> !others.contains(name(rep))).toList();
    }

    private static Optional<String> tell(List<String> some, String what) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", some.subList(0, Math.min(SHOWN, some.size())));
        return Optional.of(
                Amounts.grouped(some.size()) + " " + what + " (" + names + (some.size() > SHOWN ? ", ..." : "") + ")");
    }
}
