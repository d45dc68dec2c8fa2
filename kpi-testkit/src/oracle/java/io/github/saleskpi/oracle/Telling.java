package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells every story of a storyline, one after the other, from the events in force. */
final class Telling {
    /**
     * A story that was told.
     *
     * @param place such as {@code request:q1}
     * @param beginning what a request or an opportunity began with, or null
     * @param failure what was thrown, or null
     * @param doubtful the judged facts that were not counted once or left out once, and what became of each
     */
    record Told(
            String place,
            @Nullable SalesEvent beginning,
            Tale tale,
            @Nullable RuntimeException failure,
            List<String> doubtful) {}

    private final Selection selection;
    private final ReportingCalendar calendar;
    private final ToldStory.World world;

    Telling(ToldStory.World world) {
        this.world = world;
        this.selection = world.selection();
        this.calendar = world.question().calendar();
    }

    <R extends Enum<R>> List<Told> all(Storyline<R> storyline) {
        Set<String> roots = new TreeSet<>();
        List<Told> told = new ArrayList<>();
        for (SalesEvent event : selection.facts()) {
            Set<String> own = rootsOf(storyline.subject(), event);
            roots.addAll(own);
            if (own.isEmpty()) {
                tell(storyline, null, List.of(event)).ifPresent(told::add);
            }
        }
        for (String root : roots) {
            List<SalesEvent> naming = selection.facts().stream()
                    .filter(event -> rootsOf(storyline.subject(), event).contains(root))
                    .toList();
            tell(storyline, root, naming).ifPresent(told::add);
        }
        return told;
    }

    private Set<String> rootsOf(Subject subject, SalesEvent event) {
        IdentityKind kind = subject.identity().orElse(null);
        Set<String> roots = new LinkedHashSet<>();
        for (String key : subject.keysOf(event)) {
            roots.add(kind == null ? key : selection.roots().of(kind, key));
        }
        return roots;
    }

    private <R extends Enum<R>> Optional<Told> tell(
            Storyline<R> storyline, @Nullable String root, List<SalesEvent> naming) {
        Tale tale = new Tale();
        String place = root == null
                ? "event:" + naming.get(0).id()
                : storyline.subject().name() + ":" + root;
        Owners owners = new Owners(storyline.subject(), naming, selection.roots(), calendar);
        List<Fact<R>> facts = new ArrayList<>();
        ToldStory<R> story = new ToldStory<>(Optional.ofNullable(root), facts, owners, world);
        try {
            for (SalesEvent event : naming) {
                R role = storyline.role(event);
                if (role != null) {
                    facts.add(new ToldFact<>(role, event, calendar, selection.roots()));
                }
            }
            if (facts.isEmpty()) {
                return Optional.empty();
            }
            storyline.tell(story, tale);
        } catch (RuntimeException thrown) {
            return Optional.of(new Told(place, owners.beginning(), new Tale(), thrown, List.of()));
        }
        return Optional.of(new Told(place, owners.beginning(), tale, null, doubtful(storyline, story, tale)));
    }

    private static <R extends Enum<R>> List<String> doubtful(Storyline<R> storyline, ToldStory<R> story, Tale tale) {
        List<String> doubtful = new ArrayList<>();
        for (Fact<R> fact : storyline.judged(story)) {
            long times = tale.verdicts().stream()
                    .filter(named -> named.contains(fact.id()))
                    .count();
            if (times == 0) {
                doubtful.add(fact.id() + " is judged, but neither counted nor left out");
            } else if (times > 1) {
                doubtful.add(fact.id() + " is judged, but counted or left out " + times
                        + " times; what because(...) names is counted, too");
            }
        }
        return doubtful;
    }
}
