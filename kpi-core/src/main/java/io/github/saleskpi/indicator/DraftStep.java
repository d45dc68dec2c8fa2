package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What must be said before an indicator is a {@link Draft}, step by step, so that nothing can be forgotten or said in a
 * wrong order. Conditions and values are pure functions of one event; where one throws, the indicator is {@code FAILED}
 * while that event is part of the report, and no other indicator is.
 */
public final class DraftStep {
    private DraftStep() {}

    /** Of which events a count is. */
    public static final class Count {
        private final IndicatorId id;

        Count(IndicatorId id) {
            this.id = id;
        }

        private Draft of(Which which) {
            return new Draft(id, FactKinds.count(id.name(), which));
        }

        /** Of all of that type. */
        public <E extends SalesEvent> Draft of(Class<E> type) {
            return of(Which.all(type));
        }

        /** Of those of that type that fit. */
        public <E extends SalesEvent> Draft of(Class<E> type, Predicate<? super E> fits) {
            return of(Which.of(type, fits));
        }

        /** Of all custom events of that name. */
        public Draft of(String name) {
            return of(Which.named(name));
        }

        /** Of the custom events of that name that fit. */
        public Draft of(String name, Predicate<? super CustomEvent> fits) {
            return of(Which.named(name, fits));
        }
    }

    /** Of which values of which events a sum is. An event whose value is null is left out as {@code no-value}. */
    public static final class Sum {
        private final IndicatorId id;

        Sum(IndicatorId id) {
            this.id = id;
        }

        private Draft money(Which which, Function<Fact<?>, @Nullable BigMoney> value) {
            return new Draft(id, FactKinds.money(id.name(), which, value));
        }

        private Draft decimals(Which which, Unit unit, Function<Fact<?>, @Nullable BigDecimal> value) {
            return new Draft(id, FactKinds.decimals(id.name(), which, unit, value));
        }

        private Draft wholes(Which which, Function<Fact<?>, @Nullable Long> value) {
            return new Draft(id, FactKinds.wholes(id.name(), which, value));
        }

        /** Of money; in the base currency where the query has rates, at that of the date. */
        public <E extends SalesEvent> Draft money(Class<E> type, Function<? super E, @Nullable BigMoney> value) {
            return money(Which.all(type), of(type, value));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft money(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable BigMoney> value) {
            return money(Which.of(type, fits), of(type, value));
        }

        /** Of decimals, exactly. */
        public <E extends SalesEvent> Draft decimals(Class<E> type, Function<? super E, @Nullable BigDecimal> value) {
            return decimals(Which.all(type), Unit.NUMBER, of(type, value));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft decimals(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable BigDecimal> value) {
            return decimals(Which.of(type, fits), Unit.NUMBER, of(type, value));
        }

        /** Of the quantities of custom events of that name. */
        public Draft quantities(String name) {
            return decimals(Which.named(name), Unit.NUMBER, of(CustomEvent.class, CustomEvent::quantity));
        }

        /** Of lengths of time, such as that of calls. */
        public <E extends SalesEvent> Draft durations(Class<E> type, Function<? super E, @Nullable Duration> value) {
            return decimals(Which.all(type), Unit.DURATION, seconds(of(type, value)));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft durations(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable Duration> value) {
            return decimals(Which.of(type, fits), Unit.DURATION, seconds(of(type, value)));
        }

        /** Of numbers of things that one event stands for. */
        public <E extends SalesEvent> Draft wholes(Class<E> type, Function<? super E, @Nullable Long> value) {
            return wholes(Which.all(type), of(type, value));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft wholes(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable Long> value) {
            return wholes(Which.of(type, fits), of(type, value));
        }

        private static Function<Fact<?>, @Nullable BigDecimal> seconds(Function<Fact<?>, @Nullable Duration> length) {
            return fact -> {
                Duration each = length.apply(fact);
                return each == null
                        ? null
                        : BigDecimal.valueOf(each.getSeconds()).add(BigDecimal.valueOf(each.getNano(), 9));
            };
        }
    }

    private static <E extends SalesEvent, A> Function<Fact<?>, @Nullable A> of(
            Class<E> type, Function<? super E, @Nullable A> value) {
        return fact -> value.apply(fact.as(type));
    }

    /** Which events count above the line of a ratio. */
    public static final class Ratio {
        private final IndicatorId id;

        Ratio(IndicatorId id) {
            this.id = id;
        }

        private Over of(Which part) {
            return new Over(id, part, whole -> FactKinds.ratio(part, whole));
        }

        /** All of that type. */
        public <E extends SalesEvent> Over of(Class<E> type) {
            return of(Which.all(type));
        }

        /** Those of that type that fit. */
        public <E extends SalesEvent> Over of(Class<E> type, Predicate<? super E> fits) {
            return of(Which.of(type, fits));
        }

        /** All custom events of that name. */
        public Over of(String name) {
            return of(Which.named(name));
        }

        /** The custom events of that name that fit. */
        public Over of(String name, Predicate<? super CustomEvent> fits) {
            return of(Which.named(name, fits));
        }
    }

    /**
     * Over which events.
     *
     * <p>Of a ratio these are the whole, and of what was named before only that counts which is in it: so it is a
     * proportion, with its interval. A part that could not be in it is refused; two counts of different things make a
     * {@link Indicator#ratioOf}. Per story these are what makes a story count: the first that no rule leaves out decides
     * its period and whom it is credited to.
     */
    public static final class Over {
        private final IndicatorId id;
        private final @Nullable Which part;
        private final Function<Which, Kind> kind;

        Over(IndicatorId id, @Nullable Which part, Function<Which, Kind> kind) {
            this.id = id;
            this.part = part;
            this.kind = kind;
        }

        private Draft over(Which whole) {
            if (part != null && !part.canMeet(whole)) {
                throw new IllegalArgumentException(id + " (" + part + " over " + whole
                        + "): no event is both, so it would be 0. Maybe Indicator.ratioOf two counts.");
            }
            return new Draft(id, kind.apply(whole));
        }

        /**
         * Over all of that type.
         *
         * @throws IllegalArgumentException if it is a ratio and no event can be of both types
         */
        public <E extends SalesEvent> Draft over(Class<E> type) {
            return over(Which.all(type));
        }

        /**
         * Over those of that type that fit.
         *
         * @throws IllegalArgumentException if it is a ratio and no event can be of both types
         */
        public <E extends SalesEvent> Draft over(Class<E> type, Predicate<? super E> fits) {
            return over(Which.of(type, fits));
        }

        /**
         * Over all custom events of that name.
         *
         * @throws IllegalArgumentException if it is a ratio and no event can be of both
         */
        public Draft over(String name) {
            return over(Which.named(name));
        }

        /**
         * Over the custom events of that name that fit.
         *
         * @throws IllegalArgumentException if it is a ratio and no event can be of both
         */
        public Draft over(String name, Predicate<? super CustomEvent> fits) {
            return over(Which.named(name, fits));
        }
    }

    /**
     * Of which values of which events a distribution is: its median, and as companions {@code p90}, {@code mean} and
     * {@code values}. An event whose value is null is left out as {@code no-value}.
     */
    public static final class Values {
        private final IndicatorId id;

        Values(IndicatorId id) {
            this.id = id;
        }

        /** Of lengths of time, not negative, such as that of calls. */
        public <E extends SalesEvent> Draft of(Class<E> type, Function<? super E, @Nullable Duration> value) {
            return of(Which.all(type), DraftStep.of(type, value));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft of(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable Duration> value) {
            return of(Which.of(type, fits), DraftStep.of(type, value));
        }

        private Draft of(Which which, Function<Fact<?>, @Nullable Duration> value) {
            return new Draft(id, FactKinds.lengths(id.name(), which, value));
        }

        private Draft numbers(Which which, Function<Fact<?>, @Nullable BigDecimal> value) {
            return new Draft(id, FactKinds.numbers(id.name(), which, value));
        }

        /** Of decimals, exactly. */
        public <E extends SalesEvent> Draft decimals(Class<E> type, Function<? super E, @Nullable BigDecimal> value) {
            return numbers(Which.all(type), DraftStep.of(type, value));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft decimals(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable BigDecimal> value) {
            return numbers(Which.of(type, fits), DraftStep.of(type, value));
        }

        /** Of the quantities of custom events of that name. */
        public Draft quantities(String name) {
            return numbers(Which.named(name), DraftStep.of(CustomEvent.class, CustomEvent::quantity));
        }

        /** Of whole numbers; half of one may be their median. */
        public <E extends SalesEvent> Draft wholes(Class<E> type, Function<? super E, @Nullable Long> value) {
            return numbers(Which.all(type), decimal(DraftStep.of(type, value)));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft wholes(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable Long> value) {
            return numbers(Which.of(type, fits), decimal(DraftStep.of(type, value)));
        }

        private static Function<Fact<?>, @Nullable BigDecimal> decimal(Function<Fact<?>, @Nullable Long> whole) {
            return fact -> {
                Long each = whole.apply(fact);
                return each == null ? null : BigDecimal.valueOf(each);
            };
        }
    }

    /** Of which keys distinct ones are counted. An event whose key is null is left out as {@code no-value}. */
    public static final class Distinct {
        private final IndicatorId id;

        Distinct(IndicatorId id) {
            this.id = id;
        }

        private Draft of(Which which, Function<Fact<?>, @Nullable String> key) {
            return new Draft(id, FactKinds.distinct(id.name(), which, key));
        }

        /** Of the persons, requests, opportunities or acting reps that events of that type name; merged ones are one. */
        public <E extends SalesEvent> Draft of(Class<E> type, IdentityKind kind) {
            return of(Which.all(type), fact -> fact.named(kind));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft of(Class<E> type, Predicate<? super E> fits, IdentityKind kind) {
            return of(Which.of(type, fits), fact -> fact.named(kind));
        }

        /** Of keys as events of that type write them. */
        public <E extends SalesEvent> Draft of(Class<E> type, Function<? super E, @Nullable String> key) {
            return of(Which.all(type), DraftStep.of(type, key));
        }

        /** The same of the events that fit. */
        public <E extends SalesEvent> Draft of(
                Class<E> type, Predicate<? super E> fits, Function<? super E, @Nullable String> key) {
            return of(Which.of(type, fits), DraftStep.of(type, key));
        }

        /** Of what custom events of that name are about. */
        public Draft of(String name) {
            return of(Which.named(name), DraftStep.of(CustomEvent.class, CustomEvent::subjectId));
        }
    }
}
