package io.github.saleskpi.oracle;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked, in the oracle's own words: it does not know the engine's query. */
public record Question(
        List<Indicator> indicators,
        Granularity every,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ReportingCalendar calendar,
        List<Dimension> groupBy,
        @Nullable Rates rates,
        @Nullable Organization organization,
        @Nullable WorkingCalendar hours) {
    /** The same without rows. */
    public Question ofTheCompany() {
        return by();
    }

    /** The same with those rows. */
    public Question by(Dimension... dimensions) {
        return new Question(indicators, every, from, to, calendar, List.of(dimensions), rates, organization, hours);
    }

    /** The same of others. */
    public Question of(List<Indicator> others) {
        return new Question(others, every, from, to, calendar, groupBy, rates, organization, hours);
    }

    /** The same of those people. */
    public Question among(@Nullable Organization people) {
        return new Question(indicators, every, from, to, calendar, groupBy, rates, people, hours);
    }

    /** The same of all that ever happened, by day. */
    public Question ofEachDay() {
        return new Question(indicators, Granularity.DAY, null, null, calendar, groupBy, rates, organization, hours);
    }
}
