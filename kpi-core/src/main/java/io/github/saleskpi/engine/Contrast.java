package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.LeftOut;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.SideBySide.Difference;
import io.github.saleskpi.engine.SideBySide.Row;
import io.github.saleskpi.engine.SideBySide.Verdict;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the explanations of several variants against each other, row by row; what a fact is elsewhere is read off the
 * company's explanations of all periods. Used once and not thread-safe.
 */
final class Contrast {
    /** Explains the primary figure of a variant. */
    interface Explaining {
        Explanation of(Indicator variant, Scope scope, Period period);
    }

    /** A fact in its story; a fact may be in several stories of a subject. */
    private record Place(String story, String id) {}

    /** A measure's name and what was added, which variants have in common. */
    private record Added(String measure, Object amount) {}

    /** What makes two verdicts one, wherever they lie. */
    private record Content(
            String fact,
            Period period,
            @Nullable String rep,
            List<Added> amounts,
            @Nullable String rule) {}

    private record Here(Set<Part> parts, Content content) {}

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::event, StoryOrder.INSTANCE).thenComparing(Difference::story);

    private final KpiReport report;
    private final Explaining explaining;
    private final Map<String, SalesEvent> events = new HashMap<>();
    private final List<Map<String, List<Verdict>>> everywhere = new ArrayList<>();

    Contrast(KpiReport report, Set<Period> periods, Explaining explaining) {
        this.report = report;
        this.explaining = explaining;
        if (report.query().indicators().size() < 2) {
            throw new IllegalArgumentException("variants ("
                    + report.query().indicators().get(0).id()
                    + "): must be at least two. Maybe add the definition that it is to be held against.");
        }
        for (Indicator variant : report.query().indicators()) {
            Map<String, List<Verdict>> all = new HashMap<>();
            periods.forEach(period -> add(explaining.of(variant, Scope.company(), period), false, all));
            everywhere.add(all);
        }
    }

    SideBySide sideBySide() {
        Set<Map.Entry<Scope, Period>> places = new LinkedHashSet<>();
        report.cells().forEach(cell -> places.add(Map.entry(cell.scope(), cell.period())));
        List<Row> rows = new ArrayList<>();
        places.forEach(place -> rows.add(row(place.getKey(), place.getValue())));
        return new SideBySide(report.query(), report.viewpoint(), rows);
    }

    private Row row(Scope scope, Period period) {
        List<Explanation.Value> values = new ArrayList<>();
        List<Map<String, List<Verdict>>> told = new ArrayList<>();
        Set<Place> facts = new LinkedHashSet<>();
        for (Indicator variant : report.query().indicators()) {
            Explanation explanation = explaining.of(variant, scope, period);
            Map<String, List<Verdict>> here = new HashMap<>();
            add(explanation, true, here);
            values.add(explanation.value());
            told.add(here);
            here.forEach((story, verdicts) -> verdicts.forEach(
                    each -> facts.add(new Place(story, each.event().id()))));
        }
        List<Difference> differences = new ArrayList<>();
        for (Place fact : facts) {
            if (told.stream()
                            .map(here -> contents(ofFact(fact, here)))
                            .distinct()
                            .count()
                    > 1) {
                differences.add(difference(fact, told));
            }
        }
        differences.sort(ORDER);
        return new Row(scope, period, values, differences);
    }

    private static List<Verdict> ofFact(Place fact, Map<String, List<Verdict>> verdicts) {
        return ofStory(fact, verdicts).stream()
                .filter(each -> each.event().id().equals(fact.id))
                .toList();
    }

    /** How often each verdict is passed: the order in which a variant tells is no difference. */
    private static Map<Here, Integer> contents(List<Verdict> verdicts) {
        Map<Here, Integer> contents = new HashMap<>();
        verdicts.forEach(each -> contents.merge(new Here(each.parts(), content(each)), 1, Integer::sum));
        return contents;
    }

    private static Content content(Verdict verdict) {
        return new Content(
                verdict.event().id(),
                verdict.period(),
                verdict.rep(),
                verdict.amounts().stream()
                        .map(amount -> new Added(amount.measure().name(), amount.added()))
                        .toList(),
                verdict.rule() == null ? null : verdict.rule().name());
    }

    private Difference difference(Place fact, List<Map<String, List<Verdict>>> told) {
        List<List<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            List<Verdict> here = ofStory(fact, told.get(i));
            List<Verdict> own = ofFact(fact, told.get(i));
            List<Verdict> all = new ArrayList<>(own.isEmpty() ? here : own);
            List<Content> known =
                    new ArrayList<>(here.stream().map(Contrast::content).toList());
            for (Verdict other : ofStory(fact, everywhere.get(i))) {
                boolean isElsewhere = !known.remove(content(other));
                if (isElsewhere && (own.isEmpty() || other.event().id().equals(fact.id))) {
                    all.add(other);
                }
            }
            verdicts.add(all);
        }
        return new Difference(fact.story, Objects.requireNonNull(events.get(fact.id)), verdicts);
    }

    private static List<Verdict> ofStory(Place fact, Map<String, List<Verdict>> verdicts) {
        return verdicts.getOrDefault(fact.story, List.of());
    }

    /** Adds what an explanation says of each fact; of those of the company only where they lie. */
    private void add(Explanation explanation, boolean isRow, Map<String, List<Verdict>> to) {
        boolean isPrimary = explanation.indicator().id().companion() == null;
        for (Explanation.Story story : explanation.stories()) {
            for (Counted counted : story.counted()) {
                if (isRow || counted.parts().contains(Part.CELL)) {
                    Period period = report.query()
                            .calendar()
                            .periodOf(counted.decidedAt().date(), report.query().every());
                    Set<Part> parts = isRow ? counted.parts() : Set.of();
                    Verdict verdict =
                            new Verdict(counted.fact().event(), parts, period, counted.rep(), counted.amounts(), null);
                    add(story.place(), verdict, to);
                }
            }
            for (LeftOut left : story.leftOut()) {
                if (!left.aside() || !isPrimary) {
                    Set<Part> parts = isRow ? Set.of(Part.CELL) : Set.of();
                    Verdict verdict = new Verdict(
                            left.fact().event(), parts, explanation.period(), left.rep(), List.of(), left.rule());
                    add(story.place(), verdict, to);
                }
            }
        }
    }

    private void add(String story, Verdict verdict, Map<String, List<Verdict>> to) {
        events.put(verdict.event().id(), verdict.event());
        to.computeIfAbsent(story, key -> new ArrayList<>()).add(verdict);
    }
}
