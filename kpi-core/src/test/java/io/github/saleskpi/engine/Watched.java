package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.indicator.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An indicator that does as another does and notes what it judges and what totals its figures are given. */
final class Watched implements Indicator {
    private final IndicatorId id;
    private final List<Storyline<?>> storylines;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Totals> given = new HashMap<>();

    /** Watches several indicators; storylines that these share stay shared. */
    static List<Watched> all(List<Indicator> indicators) {
        Map<Storyline<?>, Storyline<?>> shared = new HashMap<>();
        return indicators.stream().map(indicator -> of(indicator, shared)).toList();
    }

    private Watched(Indicator watched, List<Storyline<?>> storylines) {
        this.id = watched.id();
        this.storylines = List.copyOf(storylines);
        for (Figure figure : watched.figures()) {
            figures.add(new Figure(figure.name(), figure.unit(), figure.direction(), figure.text(), totals -> {
                given.put(figure.name(), totals);
                return figure.reading().apply(totals);
            }));
        }
    }

    private static Watched of(Indicator watched, Map<Storyline<?>, Storyline<?>> shared) {
        List<Storyline<?>> storylines = new ArrayList<>();
        for (Storyline<?> storyline : watched.storylines()) {
            storylines.add(shared.computeIfAbsent(storyline, Line::new));
        }
        return new Watched(watched, storylines);
    }

    @Override
    public IndicatorId id() {
        return id;
    }

    @Override
    public List<Storyline<?>> storylines() {
        return storylines;
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }

    /** The totals that each figure was given last, by its name. */
    Map<String, Totals> given() {
        return given;
    }

    /** The story's place and the fact's id, for each fact judged in a story that was told, and by how many storylines. */
    Map<String, Integer> judged() {
        Map<String, Integer> judged = new TreeMap<>();
        storylines.forEach(line -> ((Line<?>) line).judged.forEach(fact -> judged.merge(fact, 1, Integer::sum)));
        return judged;
    }

    /** One of its storylines. */
    private static final class Line<R extends Enum<R>> implements Storyline<R> {
        private final Storyline<R> watched;
        private final Set<String> judged = new TreeSet<>();

        Line(Storyline<R> watched) {
            this.watched = watched;
        }

        @Override
        public Subject subject() {
            return watched.subject();
        }

        @Override
        public @Nullable R role(SalesEvent event) {
            return watched.role(event);
        }

        @Override
        public List<Fact<R>> judged(Story<R> story) {
            return watched.judged(story);
        }

        @Override
        public void tell(Story<R> story, Contributions out) {
            watched.tell(story, out);
            String place = story.key()
                    .map(key -> subject().name() + ":" + key)
                    .orElseGet(() -> "event:" + story.facts().get(0).id());
            watched.judged(story).forEach(fact -> judged.add(place + " " + fact.id()));
        }
    }
}
