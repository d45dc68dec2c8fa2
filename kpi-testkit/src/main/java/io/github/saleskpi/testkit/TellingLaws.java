package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of one telling. */
final class TellingLaws {
    private TellingLaws() {}

    static Optional<String> exception(Case one) {
        KpiReport report = one.ledger(one.events()).report(one.view());
        return lines(Stream.concat(report.failures().stream(), one.explanation().failures().stream())
                .map(failure -> failure.place() + ": " + failure.message())
                .distinct());
    }

    static Optional<String> mutation(Case one) {
        List<SalesEvent> events = one.events();
        String before = components(events);
        one.ledger(events).report(one.view());
        one.explanation(events);
        return Difference.between("before", before, "after", components(events));
    }

    private static String components(List<SalesEvent> events) {
        return events.stream()
                .map(event -> event.id() + " " + event.components())
                .collect(Collectors.joining("\n"));
    }

    static Optional<String> repetition(Case one) {
        KpiQuery query = one.ownQuery();
        String expected = report(query, one);
        return Difference.between("at first", expected, "told again", report(query, one))
                .or(() -> Difference.between("at first", expected, "on another thread", elsewhere(query, one)))
                .or(() -> Difference.between("at first", expected, "by another instance", report(one.ownQuery(), one)));
    }

    private static String report(KpiQuery query, Case one) {
        return Case.ledger(query, one.events()).report(one.view()).toString();
    }

    private static String elsewhere(KpiQuery query, Case one) {
        return CompletableFuture.supplyAsync(() -> report(query, one), task -> new Thread(task, "elsewhere").start())
                .join();
    }

    static Optional<String> judgement(Case one) {
        Stream<String> doubtful = ReferenceEngine.doubtful(one.ownQuery(), one.events(), one.view()).stream();
        Explanation explanation = one.explanation();
        Set<String> declared =
                explanation.indicator().rules().stream().map(Rule::name).collect(Collectors.toSet());
        Stream<String> undeclared = explanation.leftOutByRule().keySet().stream()
                .filter(rule -> !declared.contains(rule))
                .map(rule -> "the rule " + rule + " is not in rules(), which has " + declared);
        return lines(Stream.concat(doubtful, undeclared));
    }

    /** One to a line; empty if there are none. */
    static Optional<String> lines(Stream<String> faults) {
        String text = faults.map(fault -> "  " + fault + "\n").collect(Collectors.joining());
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
