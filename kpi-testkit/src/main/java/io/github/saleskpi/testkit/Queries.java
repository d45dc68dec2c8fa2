package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Questions;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Random queries, and plainer ones. */
final class Queries {
    /** What makes a query plainer, step by step. */
    static final List<UnaryOperator<KpiQuery.Builder>> PLAINER = List.of(
            query -> query.from(null).to(null),
            query -> query.groupBy(List.of()).organization(null),
            query -> query.groupBy(List.of()),
            query -> query.rates(null),
            query -> query.workingCalendar(null),
            query -> query.fiscalStart(Month.JANUARY),
            query -> query.zone(ZoneOffset.UTC),
            query -> query.every(Granularity.ALL),
            query -> query.every(Granularity.MONTH));

    private Queries() {}

    static KpiQuery of(Indicator indicator, long seed, Instant start, UnaryOperator<KpiQuery.Builder> settings) {
        Question question = Questions.of(seed, start, List.of(indicator));
        return settings.apply(KpiQuery.builder()
                        .every(question.every())
                        .from(question.from())
                        .to(question.to())
                        .zone(question.calendar().zone())
                        .fiscalStart(question.calendar().fiscalStart())
                        .groupBy(question.groupBy())
                        .rates(question.rates())
                        .organization(question.organization())
                        .workingCalendar(question.hours()))
                .indicators(indicator)
                .build();
    }

    /** Such as {@code every month by rep in UTC, with rates to EUR}. */
    static String text(KpiQuery query) {
        String rows = query.groupBy().isEmpty()
                ? ""
                : query.groupBy().stream().map(Object::toString).collect(Collectors.joining(" and ", " by ", ""));
        return (query.every() == Granularity.ALL ? "over all time" : "every " + query.every()) + rows
                + query.from().map(date -> " from " + date).orElse("")
                + query.to().map(date -> " to " + date).orElse("")
                + " in "
                + (query.calendar().zone().equals(ZoneOffset.UTC)
                        ? "UTC"
                        : query.calendar().zone())
                + (query.calendar().fiscalStart() == Month.JANUARY
                        ? ""
                        : ", fiscal year from " + query.calendar().fiscalStart())
                + query.rates()
                        .map(Rates::base)
                        .map(base -> ", with rates to " + base)
                        .orElse("")
                + query.organization().map(people -> ", with an organization").orElse("")
                + query.workingCalendar()
                        .map(hours -> ", with a working calendar")
                        .orElse("");
    }
}
