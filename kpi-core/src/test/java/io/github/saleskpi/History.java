package io.github.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small history, one event a line: when, who, does what, to which request ({@code q...}) or opportunity
 * ({@code o...}), and what else is said of it.
 *
 * <pre>{@code
 * 03-02 09:00 - asks q1 owner=r1           // times are of 2026, universal; - is nobody known
 * 03-02 09:10 r1 calls q1 BUSY lasting=PT5M // outbound; hears: inbound; also writes, meets, presents
 * 03-05 r2 wins o1 amount=EUR_100           // no time: only the date is known
 * 03-05 09:00 automation:r2 writes q1       // a kind of actor, with or without a rep
 * 03-06 09:00 r1 on linkedin POST times=2   // social activity
 * 03-06 09:00 - publishes a1                // also retires
 * 03-06 09:00 r1 uses a1 SENT for=o1        // also: writes o1 with=a1,a2 key=m1
 * 03-06 09:00 r1 calls p1,o1 REACHED key=c1 // people are p...; - names nobody and nothing; key: the call's, the message's
 * 03-06 09:05 r1 opens o2 person=p1 origin=c1
 * 03-06 09:10 r1 writes o2 key=m1 links=l1,l2:signature // also: again, first (no follow-up), invisibly
 * 03-06 09:20 - clicks m1/l1 HUMAN person=p1
 * 03-06 09:30 - replies p1 automatically    // also r1 cashes o2 amount=EUR_100, r1 does errand
 * }</pre>
 *
 * <p>Ids are {@code e01}, {@code e02}, ... unless said ({@code id=x}); a name that is no component is an attribute. What
 * it says of a figure is text: {@code 1/2}, {@code 3600}, {@code 100 EUR}, {@code NO_DATA}. Each report is computed as
 * told, backwards and with looks in between, which must agree.
 */
public final class History {
    private final List<SalesEvent> events = new ArrayList<>();
    private final KpiQuery.Builder query = KpiQuery.builder().every(Granularity.ALL);
    private Instant asOf = instant("12-31 00:00");
    private Instant knownAt = Instant.MAX;

    public History(String... lines) {
        and(lines);
    }

    /** {@code 03-02 09:00}, or whole. */
    public static Instant instant(String text) {
        return Told.instant(text);
    }

    public History and(String... lines) {
        for (String line : lines) {
            and(Told.event(line, String.format("e%02d", events.size() + 1)));
        }
        return this;
    }

    public History and(SalesEvent event) {
        events.add(event);
        return this;
    }

    public History asOf(String time) {
        asOf = instant(time);
        return this;
    }

    public History knownAt(String time) {
        knownAt = instant(time);
        return this;
    }

    public History in(String zone) {
        return asking(q -> q.zone(ZoneId.of(zone)));
    }

    public History from(String date) {
        return asking(q -> q.from(LocalDate.parse("2026-" + date)));
    }

    public History to(String date) {
        return asking(q -> q.to(LocalDate.parse("2026-" + date)));
    }

    public History asking(Consumer<KpiQuery.Builder> said) {
        said.accept(query);
        return this;
    }

    public List<SalesEvent> events() {
        return List.copyOf(events);
    }

    public KpiReport report(Indicator... indicators) {
        KpiEngine engine = KpiEngine.of(query.indicators(indicators).build());
        Viewpoint viewpoint = Viewpoint.asOf(asOf).withKnownAt(knownAt);
        KpiReport report = events.stream().collect(engine.collector(viewpoint));
        List<SalesEvent> backwards = new ArrayList<>(events);
        Collections.reverse(backwards);
        assertThat(backwards.stream().collect(engine.collector(viewpoint)).toString())
                .as("backwards")
                .isEqualTo(report.toString());
        KpiLedger ledger = engine.newLedger();
        for (SalesEvent event : events) {
            ledger.add(event);
            assertThat(ledger.report(Viewpoint.asOf(event.occurredAt()).withKnownAt(event.recordedAt())))
                    .isNotNull();
        }
        assertThat(ledger.report(viewpoint).toString())
                .as("with looks in between")
                .isEqualTo(report.toString());
        return report;
    }

    /** The primary value of the company, of all time. */
    public String says(Indicator indicator) {
        return says(indicator, indicator.primary().name());
    }

    /** That figure of the company, of all time. */
    public String says(Indicator indicator, String figure) {
        return text(indicator, figure, value(indicator, figure));
    }

    public KpiValue value(Indicator indicator) {
        return value(indicator, indicator.primary().name());
    }

    public KpiValue value(Indicator indicator, String figure) {
        query.every(Granularity.ALL);
        return report(indicator).value(indicator, figure, Scope.company(), Period.all());
    }

    /** That figure by rep, of all time: only reps with a cell, {@code -} for nobody. */
    public Map<String, String> byRep(Indicator indicator, String figure) {
        return by(Dimension.REP, indicator, figure);
    }

    /** That figure by the values of the dimension, of all time: only those with a cell, {@code -} for none. */
    public Map<String, String> by(Dimension dimension, Indicator indicator, String figure) {
        Map<String, String> rows = new TreeMap<>();
        query.every(Granularity.ALL).groupBy(dimension);
        for (KpiReport.Cell cell : report(indicator).cells()) {
            String value = cell.scope().values().get(dimension.name());
            rows.put(value == null ? "-" : value, text(indicator, figure, cell.value(figure)));
        }
        return rows;
    }

    /** That figure of the company by month: only months with a cell. */
    public Map<String, String> byMonth(Indicator indicator, String figure) {
        Map<String, String> rows = new TreeMap<>();
        query.every(Granularity.MONTH).groupBy();
        for (KpiReport.Cell cell : report(indicator).cells()) {
            rows.put(cell.period().toString(), text(indicator, figure, cell.value(figure)));
        }
        return rows;
    }

    /** That figure of the company in that month of 2026, with or without a cell. */
    public String inMonth(Indicator indicator, String figure, int month) {
        query.every(Granularity.MONTH).groupBy();
        KpiValue value = report(indicator).value(indicator, figure, Scope.company(), Period.month(2026, month));
        return text(indicator, figure, value);
    }

    /** That figure of that value of the dimension, of all time, with or without a cell; null is none. */
    public String of(Dimension dimension, @Nullable String value, Indicator indicator, String figure) {
        query.every(Granularity.ALL).groupBy(dimension);
        KpiReport report = report(indicator);
        return text(indicator, figure, report.value(indicator, figure, Scope.of(dimension, value), Period.all()));
    }

    /** How many facts were left out, by rule. */
    public Map<String, Long> leftOut(Indicator indicator) {
        return report(indicator).leftOut().getOrDefault(indicator.id().toString(), Collections.emptySortedMap());
    }

    public static String text(Indicator indicator, String figure, KpiValue value) {
        if (value instanceof KpiValue.Undefined undefined) {
            return undefined.reason()
                    + (undefined.lowerBound() == null
                            ? ""
                            : " >= " + undefined.lowerBound().toPlainString());
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        Figure asked = indicator.figures().stream()
                .filter(f -> f.name().equals(figure))
                .findFirst()
                .orElseThrow();
        return switch (asked.unit()) {
            case RATIO ->
                defined.numerator().toPlainString() + "/"
                        + defined.denominator().toPlainString();
            case MONEY -> defined.amount().toPlainString() + " " + defined.currency();
            default -> defined.amount().toPlainString();
        };
    }
}
