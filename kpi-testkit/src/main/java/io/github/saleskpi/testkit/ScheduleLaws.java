package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.EventColumns;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of what comes when, and of who adds it up. */
final class ScheduleLaws {
    /** Before anything that histories have. */
    private static final Instant ALWAYS_KNOWN = Instant.parse("1678-01-01T00:00:00Z");

    private ScheduleLaws() {}

    static Optional<String> order(Case one) {
        List<SalesEvent> events = one.events();
        String expected = report(one, events);
        List<SalesEvent> other = new ArrayList<>(events);
        Collections.reverse(other);
        Optional<String> reversed = Difference.between("in this order", expected, "in reverse", report(one, other));
        if (reversed.isPresent()) {
            return reversed;
        }
        Collections.shuffle(other, one.chance().random());
        String order = other.stream().map(SalesEvent::id).collect(Collectors.joining(", "));
        return Difference.between("in this order", expected, "in the order " + order, report(one, other));
    }

    /** All of them in a newer version too; the newer ones alone must read the same. */
    static Optional<String> duplicates(Case one) {
        List<SalesEvent> older = one.events();
        List<SalesEvent> newer = one.events().stream()
                .map(event -> Rebuilt.with(
                                event,
                                event.header().withRecordedAt(event.recordedAt().plus(Duration.ofSeconds(1))))
                        .orElse(event))
                .toList();
        Viewpoint view = Viewpoint.asOf(one.view().asOf());
        KpiLedger ledger = one.ledger(older);
        ledger.report(view);
        newer.forEach(ledger::add);
        ledger.report(view);
        older.forEach(ledger::add);
        newer.forEach(ledger::add);
        return Difference.between(
                "each once", values(one.ledger(newer).report(view)), "each thrice", values(ledger.report(view)));
    }

    static Optional<String> splitting(Case one) {
        List<SalesEvent> events = one.events();
        KpiEngine engine = KpiEngine.of(one.ownQuery());
        List<KpiLedger> parts = Stream.generate(engine::newLedger).limit(3).toList();
        for (int i = 0; i < events.size(); i++) {
            KpiLedger part = parts.get(i % 3);
            part.add(events.get(i));
            part.report(one.view());
        }
        KpiLedger whole = engine.newLedger();
        parts.forEach(whole::merge);
        return Difference.between("in one ledger", report(one, events), "merged of three", text(whole, one.view()))
                .or(() -> rows(one));
    }

    static Optional<String> batch(Case one) {
        List<SalesEvent> events = one.events();
        KpiEngine engine = KpiEngine.of(one.ownQuery());
        String expected = report(one, events);
        EventColumns columns = EventColumns.builder().addAll(events).build();
        return Difference.between(
                        "in a ledger",
                        expected,
                        "collected",
                        events.stream().collect(engine.collector(one.view())).toString())
                .or(() -> Difference.between(
                        "in a ledger",
                        expected,
                        "in columns",
                        engine.report(columns, one.view()).toString()));
    }

    /** The company of a report with rows is that of a report without. */
    private static Optional<String> rows(Case one) {
        KpiQuery alone = one.ownQuery().toBuilder().groupBy(List.of()).build();
        KpiQuery split = one.ownQuery().toBuilder()
                .groupBy(Dimension.CHANNEL, Dimension.REP)
                .build();
        KpiReport whole = Case.ledger(alone, one.events()).report(one.view());
        KpiReport rows = Case.ledger(split, one.events()).report(one.view());
        return Difference.between(
                "without rows", company(whole, whole), "the company of rows by channel and rep", company(whole, rows));
    }

    private static String company(KpiReport cells, KpiReport values) {
        StringBuilder text = new StringBuilder();
        for (KpiReport.Cell cell : cells.cells()) {
            Indicator indicator = cell.indicator();
            for (Figure figure : indicator.figures()) {
                KpiValue value = values.value(indicator, figure.name(), Scope.company(), cell.period());
                text.append(cell.period() + " " + figure.name() + " = ")
                        .append(ValueText.of(figure.unit(), value))
                        .append(" of a sample of " + value.sample() + " " + value.notes() + "\n");
            }
        }
        return text.toString();
    }

    /** Of about every third id; not of retractions, which are not retracted. */
    static Optional<String> retraction(Case one) {
        List<SalesEvent> events = one.events();
        TreeSet<String> ids = new TreeSet<>();
        for (SalesEvent event : events) {
            if (new Chance(one.seed() + event.id().hashCode()).percent(35)) {
                ids.add(event.id());
            }
        }
        events.stream()
                .filter(EventRetracted.class::isInstance)
                .map(SalesEvent::id)
                .forEach(ids::remove);
        KpiLedger ledger = one.ledger(events);
        ledger.report(one.view());
        for (String id : ids) {
            Header header = Header.of("retraction of " + id, one.view().asOf()).withRecordedAt(ALWAYS_KNOWN);
            ledger.add(EventRetracted.of(header, id));
        }
        List<SalesEvent> others =
                events.stream().filter(event -> !ids.contains(event.id())).toList();
        return Difference.between(
                "without " + ids,
                values(one.ledger(others).report(one.view())),
                "with " + ids + " retracted",
                values(ledger.report(one.view())));
    }

    static Optional<String> viewpoints(Case one) {
        List<SalesEvent> events = one.events();
        KpiLedger walking = one.ledger(List.of());
        int added = 0;
        for (int i = 0; i < one.views().size(); i++) {
            Viewpoint view = one.views().get(i);
            int until = events.size() * (i + 1) / one.views().size();
            events.subList(added, until).forEach(walking::add);
            added = until;
            Optional<String> difference = Difference.between(
                    "fresh from " + view.asOf(),
                    text(one.ledger(events.subList(0, until)), view),
                    "in this order",
                    text(walking, view));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    static Optional<String> oracle(Case one) {
        String expected = ReferenceEngine.report(one.ownQuery(), one.events(), one.view());
        return Difference.between("reference", expected, "engine", report(one, one.events()));
    }

    private static String report(Case one, List<SalesEvent> events) {
        return text(one.ledger(events), one.view());
    }

    private static String text(KpiLedger ledger, Viewpoint view) {
        return ledger.report(view).toString();
    }

    /** Without the numbers of ids and versions. */
    private static String values(KpiReport report) {
        String text = report.toString();
        return text.substring(text.indexOf('\n') + 1);
    }
}
