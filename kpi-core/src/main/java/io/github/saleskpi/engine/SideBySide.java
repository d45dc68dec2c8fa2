package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same events under several variants of an indicator: row by row the value under each, and the facts that make the
 * difference. It is made of the {@linkplain Explanation explanations} of the variants' primary figures, and of nothing
 * else. Immutable and thread-safe.
 *
 * <p>Where two variants have different values, there is a fact that they tell differently, unless one of them failed or
 * they calculate differently from the same amounts; then the arithmetic differs.
 *
 * @param query what was asked; its indicators are the variants
 * @param viewpoint from where it looks
 * @param rows each scope and period in which one of the variants has a cell, in the order of a report's cells
 */
public record SideBySide(KpiQuery query, Viewpoint viewpoint, List<Row> rows) {
    public SideBySide {
        rows = List.copyOf(rows);
    }

    /** The variants, in the order in which everything is told here. */
    public List<Indicator> variants() {
        return query.indicators();
    }

    /** The same, with only the rows within that scope; a fact that lies elsewhere still says where. */
    public SideBySide showing(Scope whole) {
        return new SideBySide(
                query,
                viewpoint,
                rows.stream().filter(row -> row.scope.isWithin(whole)).toList());
    }

    /**
     * A scope and period.
     *
     * @param values the primary figure's value under each variant, with how it came about
     * @param differences the facts that are told differently here: by {@code occurredAt}, id and story
     */
    public record Row(Scope scope, Period period, List<Explanation.Value> values, List<Difference> differences) {
        public Row {
            values = List.copyOf(values);
            differences = List.copyOf(differences);
        }

        /** Whether the values are not all the same. */
        public boolean differs() {
            return values.stream().map(Explanation.Value::value).distinct().count() > 1;
        }
    }

    /**
     * A fact that not all variants tell alike in a row: they count it with other amounts or for another rep, leave it out
     * under another rule, or not all of them count it or leave it out there.
     *
     * @param story in which it is told, such as {@code request:q1}
     * @param event the version in force
     * @param verdicts what each variant does with it, in this row and elsewhere; of a variant that passes no judgement on
     *     it here, what it makes of the other facts of the story, which may be nothing
     */
    public record Difference(String story, SalesEvent event, List<List<Verdict>> verdicts) {
        public Difference {
            verdicts = verdicts.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What a variant does with a fact.
     *
     * @param event the fact; another one of the story where that is what the variant judges
     * @param parts to which totals that were read for the row it belongs; empty of what lies elsewhere
     * @param period in which it lies
     * @param rep for whom; null is nobody, or the company as a whole
     * @param amounts that its primary figure reads; empty of what is left out
     * @param rule under which it is left out; null of what is counted
     */
    public record Verdict(
            SalesEvent event,
            Set<Part> parts,
            Period period,
            @Nullable String rep,
            List<Amount> amounts,
            @Nullable Rule rule) {
        public Verdict {
            parts = parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
            amounts = List.copyOf(amounts);
        }

        /** Whether it is about the row. */
        public boolean isHere() {
            return !parts.isEmpty();
        }
    }
}
