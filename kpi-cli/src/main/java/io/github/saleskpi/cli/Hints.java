package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is no error, but hardly what somebody wanted. */
final class Hints {
    private static final int SHOWN = 3;

    private Hints() {}

    /** One line each. */
    static List<String> of(KpiReport report, Scope who, KpiLedger ledger) {
        List<String> hints = new ArrayList<>();
        if (!report.cells().isEmpty()) {
            addUnknownAttributes(report, hints);
            addEmptyScope(report, who, hints);
        }
        if (ledger.size() > 0) {
            report.query()
                    .organization()
                    .flatMap(organization -> RepCensus.of(ledger.events()).against(organization))
                    .ifPresent(hints::add);
        }
        return hints;
    }

    private static void addUnknownAttributes(KpiReport report, List<String> hints) {
        for (Dimension dimension : report.query().groupBy()) {
            boolean isAttribute = !dimension.equals(Dimension.REP)
                    && !dimension.equals(Dimension.TEAM)
                    && !dimension.equals(Dimension.CHANNEL);
            if (isAttribute && values(report, dimension.name()).isEmpty()) {
                hints.add(
                        "--by (" + dimension + "): no event that decides has such an attribute. Maybe it is misspelt.");
            }
        }
    }

    private static void addEmptyScope(KpiReport report, Scope who, List<String> hints) {
        if (report.showing(who).cells().isEmpty()) {
            List<String> known = new ArrayList<>();
            for (String dimension : who.values().keySet()) {
                values(report, dimension).stream()
                        .limit(SHOWN)
                        .map(value -> dimension + ":" + value)
                        .forEach(known::add);
            }
            hints.add("--who (" + who + "): no row of the report has it. Maybe "
                    + (known.isEmpty() ? "it is misspelt." : String.join(" or ", known) + "."));
        }
    }

    /** The values of a dimension that the rows of a report have. */
    static SortedSet<String> values(KpiReport report, String dimension) {
        SortedSet<String> values = new TreeSet<>();
        for (KpiReport.Cell cell : report.cells()) {
            String value = cell.scope().values().get(dimension);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
