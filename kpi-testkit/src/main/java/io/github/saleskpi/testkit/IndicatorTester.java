package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.LeftOut;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An example of an indicator as a test of five lines: a few events, and what the indicator makes of them. Immutable and
 * thread-safe; what fails is an {@link AssertionError} that says what was told instead, story by story.
 *
 * <pre>{@code
 * Header by = Header.of("e1", Instant.parse("2026-03-02T09:00:00Z")).withRep("ann");
 * Header later = Header.of("e2", Instant.parse("2026-03-09T09:00:00Z")).withRep("ann");
 *
 * IndicatorTester.of(Indicators.WIN_RATE)
 *         .story(OpportunityOpened.of(by, "o1"), OpportunityMoved.of(later, "o1", OpportunityMoved.Status.WON))
 *         .tells("1 won", "604800 s of cycle", "1 opened")
 *         .reads("1/1");
 * }</pre>
 *
 * <p>The events may be given in any order and may be of several stories. Retractions, corrections and merges are events
 * like others, so their effect is tested in the same way. The place looked at is the company at all times; by default it
 * is seen from the newest event, and nothing that the events do not say is known: no rates, organization or working hours.
 */
public final class IndicatorTester {
    private final Indicator indicator;
    private final UnaryOperator<KpiQuery.Builder> settings;
    private final @Nullable Viewpoint viewpoint;

    private IndicatorTester(
            Indicator indicator, UnaryOperator<KpiQuery.Builder> settings, @Nullable Viewpoint viewpoint) {
        this.indicator = indicator;
        this.settings = settings;
        this.viewpoint = viewpoint;
    }

    /** A tester of that indicator. */
    public static IndicatorTester of(Indicator indicator) {
        return new IndicatorTester(indicator, UnaryOperator.identity(), null);
    }

    /**
     * The same, seen from that instant, such as {@code 2026-07-01T00:00:00Z}, with all that was ever recorded.
     *
     * @throws java.time.format.DateTimeParseException if it is no instant
     */
    public IndicatorTester asOf(String instant) {
        return seenFrom(Viewpoint.asOf(Instant.parse(instant)));
    }

    /** The same, seen from there. */
    public IndicatorTester seenFrom(Viewpoint from) {
        return new IndicatorTester(indicator, settings, from);
    }

    /**
     * The same under a query's zone, rates, organization, working calendar or range:
     * {@code query -> query.zone(ZoneId.of("Europe/Sofia")).rates(table)}. Its indicators, periods and rows are the tester's.
     */
    public IndicatorTester query(UnaryOperator<KpiQuery.Builder> more) {
        return new IndicatorTester(indicator, query -> more.apply(settings.apply(query)), viewpoint);
    }

    /**
     * Tells these events.
     *
     * @throws IllegalArgumentException if there are none, and it is not said from where to look
     */
    public Told story(SalesEvent... events) {
        return story(Arrays.asList(events));
    }

    /**
     * Tells these events.
     *
     * @throws IllegalArgumentException if there are none, and it is not said from where to look
     */
    public Told story(Collection<? extends SalesEvent> events) {
        KpiQuery query = settings.apply(KpiQuery.builder())
                .indicators(indicator)
                .every(Granularity.ALL)
                .groupBy(List.of())
                .build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        events.forEach(ledger::add);
        Viewpoint from = viewpoint != null
                ? viewpoint
                : Viewpoint.asOf(ledger.newest()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "story (): has no event from which to look. Maybe say asOf.")));
        return new Told(ledger.explain(indicator, Scope.company(), Period.all(), from));
    }

    /**
     * What was made of the events. Immutable; each check gives it back, so that checks can be chained, or throws an
     * {@link AssertionError}.
     */
    public static final class Told {
        private final Explanation explanation;

        private Told(Explanation explanation) {
            this.explanation = explanation;
        }

        /**
         * Exactly these amounts were told, in any order, asides included: {@code 1 won}, {@code 1200 s of wait} (an ended
         * length), {@code at least 60 s of wait} (a cut-off one), {@code running since 2026-03-02T09:00:00Z of wait},
         * {@code 120 EUR of won-amount}, {@code a1 of materials} (a name), {@code 2026-03-02 by ann of days}. A contribution
         * without an amount is {@code nothing}. None given: nothing was told.
         */
        public Told tells(String... amounts) {
            return check("tells", List.of(amounts), amountsOf(explanation.counted()));
        }

        /** Exactly these amounts are credited to that rep (null for nobody), written as in {@link #tells}. */
        public Told credits(@Nullable String rep, String... amounts) {
            List<Counted> own = explanation.counted().stream()
                    .filter(counted -> Objects.equals(counted.rep(), rep))
                    .toList();
            return check("credits to " + (rep == null ? "nobody" : rep), List.of(amounts), amountsOf(own));
        }

        /** Exactly these events are counted for the primary figure, in any order: each decides a contribution. */
        public Told counts(String... eventIds) {
            List<String> counted = explanation.counted().stream()
                    .filter(each -> !each.aside())
                    .map(each -> each.fact().id())
                    .toList();
            return check("counts", List.of(eventIds), counted);
        }

        /** That event is left out under the rule of that name, whatever else is. */
        public Told leavesOut(String eventId, String rule) {
            List<String> rules = explanation.leftOut().stream()
                    .filter(left -> left.fact().id().equals(eventId))
                    .map(left -> left.rule().name())
                    .distinct()
                    .toList();
            return rules.contains(rule) ? this : different("leaves out " + eventId + " as", List.of(rule), rules);
        }

        /** No event is left out. */
        public Told leavesOutNothing() {
            List<String> left = explanation.leftOut().stream().map(Told::text).toList();
            return check("leaves out", List.of(), left);
        }

        /** The primary figure reads that, written as in {@link #reads(String, String)}. */
        public Told reads(String value) {
            return reads(explanation.value().figure().name(), value);
        }

        /**
         * The figure reads that: a number ({@code 12}, {@code 0.25}; of a longer one also its first 15 digits), a quotient by
         * its parts ({@code 1/3}), a length ({@code PT20M}, or its seconds), money ({@code 892 EUR}), the items of a list
         * ({@code a1, a2}), or why there is no value ({@code NO_DATA}, {@code CENSORED}, {@code MISSING_RATE},
         * {@code NOT_APPLICABLE}, {@code FAILED}).
         *
         * @throws IllegalArgumentException if the indicator has no figure of that name
         */
        public Told reads(String figure, String value) {
            Explanation.Value found = explanation.values().stream()
                    .filter(each -> each.figure().name().equals(figure))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("figure (" + figure + "): there is none. Maybe one of "
                                    + explanation.values().stream()
                                            .map(each -> each.figure().name())
                                            .toList()
                                    + "."));
            return ValueText.says(value, found.figure().unit(), found.value())
                    ? this
                    : different(
                            "reads as " + figure,
                            List.of(value),
                            List.of(ValueText.of(found.figure().unit(), found.value())));
        }

        /**
         * A story or a figure throws, with a message that contains these words; without this check, one that throws makes all
         * checks fail but {@link #reads}.
         */
        public Told fails(String words) {
            List<String> messages = explanation.failures().stream()
                    .map(KpiReport.Failure::message)
                    .toList();
            return messages.stream().anyMatch(message -> message.contains(words))
                    ? this
                    : different("fails with", List.of(words), messages);
        }

        /** The explanation of the company at all times: for checks of one's own. */
        public Explanation explanation() {
            return explanation;
        }

        /** All that was told, story by story: print it to see what an example should say. */
        @Override
        public String toString() {
            return ToldText.of(explanation);
        }

        private Told check(String verb, List<String> expected, List<String> got) {
            List<String> missing = without(expected, got);
            List<String> surplus = without(got, expected);
            boolean holds = missing.isEmpty()
                    && surplus.isEmpty()
                    && explanation.failures().isEmpty();
            return holds ? this : different(verb, missing, surplus);
        }

        private Told different(String verb, List<String> missing, List<String> surplus) {
            StringBuilder text = new StringBuilder(explanation.indicator().id() + " " + verb + ":\n");
            missing.forEach(each -> text.append("  missing: ").append(each).append('\n'));
            surplus.forEach(each -> text.append("  surplus: ").append(each).append('\n'));
            throw new AssertionError(text + "It tells\n" + this);
        }

        private static List<String> without(List<String> some, List<String> others) {
            List<String> left = new ArrayList<>(some);
            others.forEach(left::remove);
            return left;
        }

        private static List<String> amountsOf(List<Counted> counted) {
            return counted.stream()
                    .flatMap(each -> ToldText.amounts(each).stream())
                    .toList();
        }

        private static String text(LeftOut left) {
            return left.fact().id() + " as " + left.rule().name();
        }
    }
}
