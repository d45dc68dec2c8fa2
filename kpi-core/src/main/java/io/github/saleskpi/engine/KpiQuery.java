package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to compute, apart from the viewpoint, so that one engine serves every moment. Immutable and thread-safe.
 *
 * <p>Without a word said: the standard indicators, by month of universal time, for the company.
 */
public final class KpiQuery {
    private final List<Indicator> indicators;
    private final Granularity every;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final ReportingCalendar calendar;
    private final List<Dimension> groupBy;
    private final @Nullable Rates rates;
    private final @Nullable Organization organization;
    private final @Nullable WorkingCalendar workingCalendar;

    private KpiQuery(Builder b) {
        this.indicators = List.copyOf(b.indicators);
        this.every = b.every;
        this.from = b.from;
        this.to = b.to;
        this.calendar = new ReportingCalendar(b.zone, b.fiscalStart);
        this.groupBy = List.copyOf(b.groupBy);
        this.rates = b.rates;
        this.organization = b.organization;
        this.workingCalendar = b.workingCalendar;
    }

    /** Begins a query. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins a query that is like this one until something else is said. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.indicators = indicators;
        builder.every = every;
        builder.from = from;
        builder.to = to;
        builder.zone = calendar.zone();
        builder.fiscalStart = calendar.fiscalStart();
        builder.groupBy = groupBy;
        builder.rates = rates;
        builder.organization = organization;
        builder.workingCalendar = workingCalendar;
        return builder;
    }

    /** What is computed, in the order given. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** How long periods are. */
    public Granularity every() {
        return every;
    }

    /** Periods that end by that date are not reported; empty for no such limit. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** Periods that begin at or after that date are not reported; empty for no such limit. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /** Zone and fiscal year. */
    public ReportingCalendar calendar() {
        return calendar;
    }

    /** By what rows are told apart; none is the company alone. */
    public List<Dimension> groupBy() {
        return groupBy;
    }

    /** Into what money is converted; empty if it is not. */
    public Optional<Rates> rates() {
        return Optional.ofNullable(rates);
    }

    /** Who was in which team when; empty if nothing is known of teams. */
    public Optional<Organization> organization() {
        return Optional.ofNullable(organization);
    }

    /** When people work; empty if nothing is said: then working days are Monday to Friday. */
    public Optional<WorkingCalendar> workingCalendar() {
        return Optional.ofNullable(workingCalendar);
    }

    /** Whether it asks the same: a ledger then answers from what it told before. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof KpiQuery that
                        && indicators.equals(that.indicators)
                        && every == that.every
                        && Objects.equals(from, that.from)
                        && Objects.equals(to, that.to)
                        && calendar.equals(that.calendar)
                        && groupBy.equals(that.groupBy)
                        && Objects.equals(rates, that.rates)
                        && Objects.equals(organization, that.organization)
                        && Objects.equals(workingCalendar, that.workingCalendar));
    }

    @Override
    public int hashCode() {
        return Objects.hash(indicators, every, from, to, calendar, groupBy); // of what is short
    }

    /** Collects a query. Mutable and not thread-safe. */
    public static final class Builder {
        private List<Indicator> indicators = Indicators.standard();
        private Granularity every = Granularity.MONTH;
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private ZoneId zone = ReportingCalendar.utc().zone();
        private Month fiscalStart = Month.JANUARY;
        private List<Dimension> groupBy = List.of();
        private @Nullable Rates rates;
        private @Nullable Organization organization;
        private @Nullable WorkingCalendar workingCalendar;

        private Builder() {}

        /** These and no others. */
        public Builder indicators(Collection<? extends Indicator> all) {
            this.indicators = new ArrayList<>(all);
            return this;
        }

        /** These and no others. */
        public Builder indicators(Indicator... all) {
            return indicators(List.of(all));
        }

        /** Periods of that length; by default months. */
        public Builder every(Granularity length) {
            this.every = length;
            return this;
        }

        /** Only periods that end after that date; {@code all} begins there. */
        public Builder from(@Nullable LocalDate date) {
            this.from = date;
            return this;
        }

        /** Only periods that begin before that date; {@code all} ends there, exclusive. */
        public Builder to(@Nullable LocalDate date) {
            this.to = date;
            return this;
        }

        /** The zone that decides local dates; by default universal time. */
        public Builder zone(ZoneId id) {
            this.zone = id;
            return this;
        }

        /** The first month of the fiscal year; by default January. */
        public Builder fiscalStart(Month month) {
            this.fiscalStart = month;
            return this;
        }

        /** A row for each combination of values of these; by default the company alone. */
        public Builder groupBy(Dimension... dimensions) {
            return groupBy(List.of(dimensions));
        }

        /** A row for each combination of values of these; by default the company alone. */
        public Builder groupBy(List<Dimension> dimensions) {
            this.groupBy = List.copyOf(dimensions);
            return this;
        }

        /** Converts money into the base of these rates. */
        public Builder rates(@Nullable Rates table) {
            this.rates = table;
            return this;
        }

        /** Teams, members, employment and absences; needed to group by team. */
        public Builder organization(@Nullable Organization people) {
            this.organization = people;
            return this;
        }

        /** When people work: for working days and working time. */
        public Builder workingCalendar(@Nullable WorkingCalendar hours) {
            this.workingCalendar = hours;
            return this;
        }

        private static void checkFigures(Indicator indicator) {
            Set<String> names = new HashSet<>();
            indicator.figures().forEach(figure -> {
                if (!names.add(figure.name())) {
                    throw new IllegalArgumentException("figure (" + indicator.id() + " " + figure.name()
                            + "): must be named once. Maybe one of the two has a name of its own.");
                }
            });
            if (names.isEmpty() || indicator.storylines().isEmpty()) {
                throw new IllegalArgumentException("indicator (" + indicator.id()
                        + "): must have a storyline and a figure. Maybe its lists are not made yet.");
            }
        }

        /**
         * The query.
         *
         * @throws IllegalArgumentException if there is no indicator, two have one id, a dimension is named twice, teams are
         *     grouped by without an organization, or {@code from} is not before {@code to}
         */
        public KpiQuery build() {
            if (indicators.isEmpty()) {
                throw new IllegalArgumentException(
                        "indicators (): must name at least one. Maybe Indicators.standard().");
            }
            Set<String> ids = new HashSet<>();
            for (Indicator indicator : indicators) {
                checkFigures(indicator);
                if (!ids.add(indicator.id().toString())) {
                    throw new IllegalArgumentException("indicator (" + indicator.id()
                            + "): must be named once. Maybe give a definition of your own a name of its own.");
                }
            }
            Set<String> names = new HashSet<>();
            for (Dimension dimension : groupBy) {
                if (!names.add(dimension.name())) {
                    throw new IllegalArgumentException(
                            "dimension (" + dimension + "): must be named once. Maybe another one was meant.");
                }
            }
            if (groupBy.contains(Dimension.TEAM) && organization == null) {
                throw new IllegalArgumentException(
                        "dimension (team): needs an organization. Maybe give one, or group by rep.");
            }
            if (from != null && to != null && !from.isBefore(to)) {
                throw new IllegalArgumentException("from and to (" + from + ", " + to
                        + "): from must be before to, which is exclusive. Maybe they are swapped.");
            }
            return new KpiQuery(this);
        }
    }
}
