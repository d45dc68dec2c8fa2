package io.github.saleskpi.engine;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The storylines that the indicators of a query read, each once, by their subjects. Immutable and thread-safe. */
final class Storylines {
    private final List<Storyline<?>> all;
    private final List<Subject> subjects;
    private final int[][] numbers;
    private final int[] places;

    Storylines(KpiQuery query) {
        this.all = List.copyOf(new LinkedHashSet<>(query.indicators().stream()
                .map(Indicator::storylines)
                .flatMap(Collection::stream)
                .toList()));
        Set<Subject> distinct = new LinkedHashSet<>();
        all.forEach(storyline -> distinct.add(storyline.subject()));
        this.subjects = List.copyOf(distinct);
        this.numbers = new int[subjects.size()][];
        this.places = new int[all.size()];
        for (int subject = 0; subject < numbers.length; subject++) {
            List<Integer> own = new ArrayList<>();
            for (int number = 0; number < all.size(); number++) {
                if (all.get(number).subject() == subjects.get(subject)) {
                    own.add(number);
                }
            }
            numbers[subject] = own.stream().mapToInt(Integer::intValue).toArray();
            for (int place = 0; place < numbers[subject].length; place++) {
                places[numbers[subject][place]] = place;
            }
        }
    }

    /** Each by its number. */
    List<Storyline<?>> all() {
        return all;
    }

    /** What their stories are about. */
    List<Subject> subjects() {
        return subjects;
    }

    /** The numbers of those that read the stories of a subject. */
    int[] numbers(int subject) {
        return numbers[subject];
    }

    /** The place of a storyline, by its number, among those of its subject. */
    int place(int number) {
        return places[number];
    }

    /** Whether an event is of use to any of these; retractions and merges are no facts of any story. */
    boolean concern(int subject, SalesEvent event) {
        if (event instanceof EventRetracted || event instanceof IdentityMerged) {
            return false;
        }
        if (says(subjects.get(subject), event)) {
            return true;
        }
        for (int number : numbers[subject]) {
            try {
                if (all.get(number).role(event) != null) {
                    return true;
                }
            } catch (RuntimeException failed) {
                return true; // told, and failing there again
            }
        }
        return false;
    }

    /** Whether it says how a request or an opportunity began, or who owned it, which is of use whatever its role. */
    boolean says(int subject, SalesEvent event) {
        return says(subjects.get(subject), event);
    }

    private static boolean says(Subject about, SalesEvent event) {
        if (event instanceof CustomSalesEvent) {
            return false;
        }
        if (about == Subject.REQUEST) {
            return event.requestId() != null && (event instanceof OwnerChanged || event instanceof RequestReceived);
        }
        return about == Subject.OPPORTUNITY
                && event.opportunityId() != null
                && (event instanceof OwnerChanged || event instanceof OpportunityOpened);
    }
}
