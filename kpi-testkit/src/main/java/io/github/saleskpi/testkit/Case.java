package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A history with a query and some viewpoints. Events made by others' makers are made anew at each look, so that no trial sees
 * what another one spoilt, and each of its ledgers has an instance of the indicator of its own, if there can be several.
 *
 * @param history all events, as generated
 * @param kept which of them belong to the case, and how they are simplified
 * @param settings what every query of it has
 * @param views the last is the one of most laws
 */
record Case(
        Supplier<? extends Indicator> indicator,
        Supplier<List<SalesEvent>> history,
        List<Kept> kept,
        KpiQuery query,
        UnaryOperator<KpiQuery.Builder> settings,
        List<Viewpoint> views,
        long seed) {
    /** An event of the history. */
    record Kept(int index, UnaryOperator<SalesEvent> simplified) {}

    private static final int DRAWN_FOR_EACH = 20;
    private static final int MOST_DRAWN = 300;
    private static final int JUMPS = 5;

    /** The case of that seed: hostile if it is even, else realistic. */
    static Case of(
            Supplier<? extends Indicator> indicator,
            long seed,
            int size,
            List<BiFunction<Header, String, SalesEvent>> makers,
            UnaryOperator<KpiQuery.Builder> settings) {
        boolean isHostile = seed % 2 == 0;
        int drawn = Math.min(size * DRAWN_FOR_EACH, MOST_DRAWN);
        Supplier<List<SalesEvent>> history =
                () -> isHostile ? Histories.hostile(seed, drawn, makers) : RealisticTeam.history(seed, drawn, makers);
        List<SalesEvent> events = history.get();
        if (makers.isEmpty()) { // then all are records of the library, and none can be spoilt
            return of(indicator, seed, size, settings, events, () -> events);
        }
        return of(indicator, seed, size, settings, events, history);
    }

    private static Case of(
            Supplier<? extends Indicator> indicator,
            long seed,
            int size,
            UnaryOperator<KpiQuery.Builder> settings,
            List<SalesEvent> events,
            Supplier<List<SalesEvent>> history) {
        List<Kept> kept = Relevance.of(indicator.get()).choose(events, size, new Chance(seed));
        List<SalesEvent> own =
                kept.stream().map(each -> events.get(each.index())).toList();
        Instant start = own.isEmpty() ? events.get(0).occurredAt() : own.get(0).occurredAt();
        KpiQuery query = Queries.of(indicator.get(), seed, start, settings);
        Viewpoints viewpoints = new Viewpoints(seed, start, query.calendar());
        List<Viewpoint> views = new ArrayList<>();
        for (int i = 0; i < JUMPS; i++) {
            views.add(viewpoints.next(own));
        }
        if (!own.isEmpty() && seed % 4 < 2) {
            views.add(Viewpoint.asOf(own.stream()
                    .map(SalesEvent::occurredAt)
                    .max(Instant::compareTo)
                    .orElseThrow()));
        }
        return new Case(indicator, history, kept, query, settings, List.copyOf(views), seed);
    }

    /** The events, each a new object if it could be changed. */
    List<SalesEvent> events() {
        List<SalesEvent> all = history.get();
        return kept.stream()
                .map(each -> each.simplified().apply(all.get(each.index())))
                .toList();
    }

    /** From where most laws look. */
    Viewpoint view() {
        return views.get(views.size() - 1);
    }

    Chance chance() {
        return new Chance(seed);
    }

    /** The query about an instance of its own. */
    KpiQuery ownQuery() {
        return query.toBuilder().indicators(indicator.get()).build();
    }

    KpiLedger ledger(Collection<SalesEvent> events) {
        return ledger(ownQuery(), events);
    }

    static KpiLedger ledger(KpiQuery query, Collection<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    /** The company at all times, explained. */
    Explanation explanation() {
        return explanation(events());
    }

    Explanation explanation(Collection<SalesEvent> events) {
        KpiQuery whole = ownQuery().toBuilder()
                .every(Granularity.ALL)
                .groupBy(List.of())
                .from(null)
                .to(null)
                .build();
        return ledger(whole, events).explain(whole.indicators().get(0), Scope.company(), Period.all(), view());
    }

    boolean counts() {
        return !explanation().counted().isEmpty();
    }

    Case with(List<Kept> fewer) {
        return new Case(indicator, history, fewer, query, settings, views, seed);
    }

    private Case plainer(UnaryOperator<KpiQuery.Builder> step) {
        KpiQuery other = settings.apply(step.apply(query.toBuilder()))
                .indicators(query.indicators())
                .build();
        return new Case(indicator, history, kept, other, settings, views, seed);
    }

    Case seenFrom(List<Viewpoint> others) {
        return new Case(indicator, history, kept, query, settings, others, seed);
    }

    /** The least case that is still broken: fewer events, a plainer query, fewer viewpoints, plainer events. */
    Case smallest(Predicate<Case> isBroken) {
        Case least = fewer(isBroken);
        for (UnaryOperator<KpiQuery.Builder> step : Queries.PLAINER) {
            Case other = least.plainer(step);
            least = isBroken.test(other) ? other : least;
        }
        least = least.fromFewer(isBroken);
        for (int i = 0; i < least.kept.size(); i++) {
            least = least.plainer(i, isBroken);
        }
        return least.fewer(isBroken);
    }

    private Case fewer(Predicate<Case> isBroken) {
        return with(Shrinking.fewest(kept, some -> isBroken.test(with(some))));
    }

    private Case fromFewer(Predicate<Case> isBroken) {
        Viewpoint plain = Viewpoint.asOf(view().asOf());
        Case least = isBroken.test(seenFrom(List.of(plain))) ? seenFrom(List.of(plain)) : this;
        Case all = least;
        return all.seenFrom(
                Shrinking.fewest(least.views, some -> !some.isEmpty() && isBroken.test(all.seenFrom(some))));
    }

    private Case plainer(int at, Predicate<Case> isBroken) {
        Case least = this;
        for (UnaryOperator<SalesEvent> step : Plainer.steps(events().get(at))) {
            Kept now = least.kept.get(at);
            List<Kept> others = new ArrayList<>(least.kept);
            others.set(
                    at,
                    new Kept(now.index(), event -> step.apply(now.simplified().apply(event))));
            Case other = least.with(List.copyOf(others));
            least = isBroken.test(other) ? other : least;
        }
        return least;
    }

    /** The events, the query and the viewpoints in words. */
    String text() {
        StringBuilder text = new StringBuilder(kept.isEmpty() ? ", without any event\n" : ":\n");
        events().forEach(event -> text.append("  ").append(EventText.of(event)).append('\n'));
        text.append("  reported ").append(Queries.text(query)).append('\n');
        text.append("  seen from ").append(views.stream().map(Case::text).collect(Collectors.joining(", then ")));
        return text.append('\n').toString();
    }

    private static String text(Viewpoint view) {
        return view.asOf() + (view.knownAt().equals(Instant.MAX) ? "" : " as known at " + view.knownAt());
    }
}
