package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Reference;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done to a ledger, step by step, and where its reports differ from the reference. */
record Script(Question question, List<Step> steps) {
    /** One thing done. */
    sealed interface Step {}

    /** An event comes, perhaps again. */
    record Add(SalesEvent event) implements Step {}

    /** A ledger of its own, of another query, looked at from elsewhere, is merged in. */
    record MergePart(List<SalesEvent> events, Viewpoint seenFrom) implements Step {}

    /** The ledger is merged with itself and with a copy of itself. */
    record MergeSelf() implements Step {}

    /** Persons are forgotten. */
    record Forget(List<String> persons) implements Step {}

    /** A report is made and compared. */
    record Look(Viewpoint from) implements Step {}

    /** Where the two texts differ. */
    record Difference(int step, Viewpoint from, String expected, String got) {}

    Script with(List<Step> others) {
        return new Script(question, List.copyOf(others));
    }

    /** All events of it, in the order of arrival. */
    List<SalesEvent> events() {
        return steps.stream()
                .flatMap(step -> step instanceof Add add
                        ? Stream.of(add.event)
                        : step instanceof MergePart part ? part.events.stream() : Stream.of())
                .toList();
    }

    /** The first difference, if there is one. */
    Optional<Difference> run() {
        return run(new Census());
    }

    /** The same, and counts what occurs in the reports. */
    Optional<Difference> run(Census census) {
        KpiEngine engine = KpiEngine.of(queryOf(question));
        KpiEngine elsewhere = KpiEngine.of(KpiQuery.builder().build());
        KpiLedger ledger = engine.newLedger();
        Oblivion oblivion = new Oblivion();
        List<SalesEvent> held = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Add add) {
                ledger.add(add.event);
                held.addAll(oblivion.left(List.of(add.event)));
            } else if (step instanceof MergePart part) {
                KpiLedger other = (i % 2 == 0 ? engine : elsewhere).newLedger();
                part.events.forEach(other::add);
                other.report(part.seenFrom);
                ledger.merge(other);
                held.addAll(oblivion.left(part.events));
            } else if (step instanceof MergeSelf) {
                ledger.merge(ledger).merge(engine.newLedger().merge(ledger));
            } else if (step instanceof Forget forget) {
                ledger.forget(forget.persons);
                oblivion.forget(forget.persons, held);
                List<SalesEvent> left = oblivion.left(held);
                census.forgetting(held, left);
                held.clear();
                held.addAll(left);
            } else if (step instanceof Look look) {
                String expected = saying(oblivion, Reference.report(question, held, look.from));
                String got = textOf(ledger, look.from);
                census.look(look.from, held, question.calendar(), expected);
                if (!expected.equals(got)) {
                    return Optional.of(new Difference(i, look.from, expected, got));
                }
            }
        }
        return Optional.empty();
    }

    private static String saying(Oblivion oblivion, String report) {
        return oblivion.size() == 0 ? report : report.replaceFirst("\n", ", forgotten " + oblivion.size() + "\n");
    }

    private static String textOf(KpiLedger ledger, Viewpoint from) {
        try {
            return ledger.report(from).toString();
        } catch (RuntimeException thrown) {
            return "thrown " + thrown;
        }
    }

    /** The question in the engine's words. */
    static KpiQuery queryOf(Question question) {
        return KpiQuery.builder()
                .indicators(question.indicators())
                .every(question.every())
                .from(question.from())
                .to(question.to())
                .zone(question.calendar().zone())
                .fiscalStart(question.calendar().fiscalStart())
                .groupBy(question.groupBy())
                .rates(question.rates())
                .organization(question.organization())
                .workingCalendar(question.hours())
                .build();
    }
}
