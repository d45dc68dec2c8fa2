package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Evidence;
import io.github.saleskpi.engine.Explanation.LeftOut;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes down why one cell is what it is: first it reads the figures and notes what they read; then it hears the stories
 * told once more and keeps what belongs to that. Used once and not thread-safe.
 */
final class Explainer {
    /** A story heard, and where it stands among the others. */
    private record Heard(SalesEvent first, int number, Explanation.Story story) {}

    private static final Comparator<Heard> ORDER = Comparator.comparing(Heard::first, StoryOrder.INSTANCE)
            .thenComparing(heard -> heard.story().place())
            .thenComparing(Heard::number);

    private final KpiReport report;
    private final Cells cells;
    private final Indicator indicator;
    private final @Nullable String figure;
    private final Scope scope;
    private final Period period;
    private final KpiReport.Key place;
    private final Merging merging;
    private final Set<Integer> numbers = new HashSet<>();
    private final List<Explanation.Value> values = new ArrayList<>();
    private final List<KpiReport.Failure> failures = new ArrayList<>();
    private final Map<Part, Set<Measure<?, ?>>> measures = new EnumMap<>(Part.class);
    private final Map<Leaf, Set<Part>> parts = new HashMap<>();
    private final List<Heard> stories = new ArrayList<>();
    private long bits;

    Explainer(
            KpiReport report,
            Cells cells,
            State state,
            Indicator asked,
            @Nullable String figure,
            Scope scope,
            Period period) {
        this.report = report;
        this.cells = cells;
        this.figure = figure;
        this.scope = scope;
        this.period = period;
        this.place = report.placeOf(asked, scope, period);
        this.indicator = report.query().indicators().stream()
                .filter(own -> own.id().equals(asked.id()))
                .findFirst()
                .orElseThrow();
        this.merging =
                new Merging(report.query(), state, cells, report.historyStarts().orElse(null));
        for (int number : cells.numbers(indicator)) {
            numbers.add(number);
        }
    }

    /** Whether the indicator reads the storyline of that number. */
    boolean reads(int storyline) {
        return numbers.contains(storyline);
    }

    /** Whether the strand's story may have been told into any leaf of interest. */
    boolean concerns(Strand strand) {
        return (strand.leaves() & bits) != 0;
    }

    /** Reads the figures, and finds the leaves of all that they read. */
    void read(List<SortedMap<String, String>> failed) {
        for (int number : cells.numbers(indicator)) {
            failed.get(number).forEach((story, why) -> failures.add(new KpiReport.Failure(indicator, story, why)));
        }
        boolean fails = !failures.isEmpty();
        List<@Nullable Sum[]> sums = new ArrayList<>();
        cells.sums().forEach((leaf, sum) -> {
            if (isOwn(leaf)) {
                sums.add(sum);
            }
        });
        boolean isNothing = !place.scope().equals(scope) || !place.period().equals(period);
        List<Figure> asked = figure == null
                ? indicator.figures()
                : List.of(indicator.figures().get(KpiReport.indexOf(indicator, figure)));
        for (Figure each : asked) {
            TotalsView totals = merging.totals(indicator, place.scope(), place.period(), isNothing ? List.of() : sums);
            read(each, totals, fails);
        }
        findLeaves();
    }

    private void read(Figure each, TotalsView totals, boolean fails) {
        List<Reading> reads = new ArrayList<>();
        KpiValue read = CellReader.read(each, new ReadTotals(totals, Part.CELL, reads), thrown -> {
            if (!fails) {
                failures.add(CellReader.failure(indicator, each, totals.frame(), thrown));
            }
        });
        KpiValue value = fails ? KpiValue.undefined(KpiValue.Reason.FAILED) : read;
        for (Reading reading : reads) {
            Set<Measure<?, ?>> known = measures.computeIfAbsent(reading.part(), part -> new HashSet<>());
            if (reading.measure() != null) {
                known.add(reading.measure());
            }
        }
        values.add(new Explanation.Value(
                each, value, reads.stream().distinct().toList(), Wording.arithmetic(each, value, reads)));
    }

    private void findLeaves() {
        for (Leaf leaf : cells.sums().keySet()) {
            Set<Part> of = EnumSet.noneOf(Part.class);
            if (isOwn(leaf)) {
                of.add(Part.CELL);
            }
            for (Part part : measures.keySet()) {
                if (part != Part.CELL && merging.isOf(part, place.scope(), place.period(), leaf)) {
                    of.add(part);
                }
            }
            if (!of.isEmpty()) {
                parts.put(leaf, of);
                bits |= leaf.bit();
            }
        }
    }

    private boolean isOwn(Leaf leaf) {
        return Objects.equals(period, leaf.period()) && merging.isReported(period) && merging.isWithin(scope, leaf);
    }

    /** Keeps what a story contributed to the cell, or to what else was read. */
    <R extends Enum<R>> void hear(Teller.Account<R> account) {
        Set<String> judged = new HashSet<>();
        try {
            account.storyline().judged(account.story()).forEach(fact -> judged.add(fact.id()));
        } catch (RuntimeException thrown) {
            failures.add(new KpiReport.Failure(indicator, account.place(), thrown.toString()));
        }
        Map<Telling.Said, List<Amount>> contributions = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Telling.Entry entry : account.telling().entries()) {
            Set<Part> of = parts.getOrDefault(entry.leaf(), Set.of());
            Telling.Said said = entry.said();
            if (entry.rule() != null) {
                if (of.contains(Part.CELL)) {
                    leftOut.add(new LeftOut(
                            evidence(said.fact(), judged), entry.leaf().rep(), entry.rule(), said.isAside()));
                }
            } else if (entry.measure() == null || entry.amount() == null || entry.told() == null) {
                if (figure == null && of.contains(Part.CELL)) {
                    contributions.computeIfAbsent(said, key -> new ArrayList<>());
                }
            } else if (isRead(entry.measure(), of)) {
                contributions
                        .computeIfAbsent(said, key -> new ArrayList<>())
                        .add(new Amount(entry.measure(), entry.amount(), entry.told()));
            }
        }
        if (contributions.isEmpty() && leftOut.isEmpty()) {
            return;
        }
        List<Counted> counted = new ArrayList<>();
        contributions.forEach((said, amounts) -> counted.add(counted(said, amounts, judged)));
        List<? extends Fact<?>> facts = account.story().facts();
        stories.add(new Heard(
                facts.get(0).event(),
                account.number(),
                new Explanation.Story(
                        account.place(),
                        account.story().key().orElse(null),
                        counted,
                        leftOut,
                        context(facts, account.ownerChanges(), counted, leftOut, judged))));
    }

    private boolean isRead(Measure<?, ?> measure, Set<Part> of) {
        return (figure == null && of.contains(Part.CELL))
                || of.stream()
                        .anyMatch(part -> measures.getOrDefault(part, Set.of()).contains(measure));
    }

    private Counted counted(Telling.Said said, List<Amount> amounts, Set<String> judged) {
        Map<String, Evidence> because = new LinkedHashMap<>();
        for (Fact<?> fact : said.because()) {
            if (!fact.id().equals(said.fact().id())) {
                because.putIfAbsent(fact.id(), evidence(fact, judged));
            }
        }
        return new Counted(
                evidence(said.fact(), judged),
                said.leaf().rep(),
                said.moment(),
                said.isAside(),
                parts.getOrDefault(said.leaf(), Set.of()),
                amounts,
                List.copyOf(because.values()));
    }

    private static List<Evidence> context(
            List<? extends Fact<?>> facts,
            List<OwnerChanged> ownerChanges,
            List<Counted> counted,
            List<LeftOut> leftOut,
            Set<String> judged) {
        Set<String> named = new HashSet<>();
        leftOut.forEach(left -> named.add(left.fact().id()));
        for (Counted each : counted) {
            named.add(each.fact().id());
            each.because().forEach(fact -> named.add(fact.id()));
        }
        List<Evidence> context = new ArrayList<>();
        for (Fact<?> fact : facts) {
            if (!named.contains(fact.id())) {
                context.add(evidence(fact, judged));
            }
            named.add(fact.id());
        }
        for (OwnerChanged change : ownerChanges) {
            if (!named.contains(change.id())) {
                context.add(new Evidence("owner", change, false));
            }
        }
        context.sort(Comparator.comparing(Evidence::event, StoryOrder.INSTANCE));
        return context;
    }

    private static Evidence evidence(Fact<?> fact, Set<String> judged) {
        String role = fact.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Evidence(role, fact.event(), judged.contains(fact.id()));
    }

    Explanation explanation() {
        stories.sort(ORDER);
        failures.sort(Comparator.comparing(KpiReport.Failure::place));
        return new Explanation(
                indicator,
                scope,
                period,
                merging.isComplete(period),
                report.viewpoint(),
                values,
                stories.stream().map(Heard::story).toList(),
                failures);
    }
}
