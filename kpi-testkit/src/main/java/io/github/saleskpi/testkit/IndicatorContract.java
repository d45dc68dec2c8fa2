package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The laws that every indicator must keep, checked over generated histories, half of them realistic and half hostile, under
 * random queries and viewpoints. The same seed checks the same on every machine. Immutable and thread-safe.
 *
 * <pre>{@code
 * IndicatorContract.of(QuotesSent::new)
 *         .events((header, key) -> CustomEvent.of(header, "quote").withSubjectId(key))
 *         .check();
 * }</pre>
 *
 * <p>A broken law is an {@link AssertionError} that names the law, says what differs, and shows a minimal example: the
 * fewest and plainest events on which it breaks, the query, the viewpoint, and the seed to see it again. Laws are in
 * the order from cause to effect, so the first that is broken is the one to look at.
 *
 * <p>It takes a second or so. Extend {@link IndicatorContractTest} for a JUnit test per law.
 */
public final class IndicatorContract {
    /** What must hold, in the order in which {@link IndicatorContract#check()} asks. */
    public enum Law {
        /**
         * The indicator says the same at each call: its id, its storylines (the same objects), figures, rules; figures and rules
         * are named once; and a query accepts it.
         */
        DEFINITION("names are unique and the same at each call"),
        /**
         * None of its classes asks for the time, draws lots, or reads the default zone or locale. Found in the class files of
         * the indicator, of its storylines, and of the classes of their package that they call.
         */
        CLOCK("it reads no clock, draws no lots and asks for no default zone or locale"),
        /** Figures can be read of nothing: neither throw nor give null, and a count of nothing is 0, not {@code NO_DATA}. */
        NOTHING("figures can be read of nothing"),
        /** Neither a role nor a story nor a figure throws, whatever the events. */
        EXCEPTION("nothing throws"),
        /** What an event's {@code components()} say before and after is the same. */
        MUTATION("events stay as they were"),
        /**
         * The same history tells the same a second time, on another thread, and by another instance if the contract is made of a
         * supplier: so nothing is kept in fields, static or not.
         */
        REPETITION("the same history tells the same again"),
        /** Each judged fact of a story is counted once or left out once, and rules are declared. */
        JUDGEMENT("each judged fact is counted once, or left out once under a declared rule"),
        /** A measure is a constant: two measures of one name in one indicator are a mistake, for one of them is never read. */
        MEASURES("no two measures have one name"),
        /** Counts are whole and not negative; only money has a currency, and only lists have items. */
        UNITS("values are what their units say"),
        /** What is said to accrue adds up: the sum over all days is the value of all time. */
        ACCRUAL("what accrues adds up over the parts of a period"),
        /** The tallies of its measures keep the laws of {@link TallyLaws}, on the amounts that it adds. */
        TALLIES("the tallies of its measures keep their laws"),
        /** The order in which events come changes nothing. */
        ORDER("the order in which events come changes nothing"),
        /** Events that come again, or came before in an older version, change nothing. */
        DUPLICATES("events that come again change nothing"),
        /** Events told in several ledgers, then merged, or in more rows, then summed up, read the same. */
        SPLITTING("splitting and merging changes nothing"),
        /** A report of all events at once, as objects or in columns, is that of a ledger: roles by kind, say, are right. */
        BATCH("events collected at once, or read in columns, tell the same"),
        /** What is retracted was never there. */
        RETRACTION("what is retracted was never there"),
        /** Wherever a ledger looked from before, its report is that of a fresh one. */
        VIEWPOINTS("any jump of the viewpoint is as good as a fresh report"),
        /** The report is what the {@link ReferenceEngine} says. */
        ORACLE("the report is that of the reference"),
        /** The histories have something for it: without that no other law says anything. */
        REACH("at least one fact is counted");

        private final String text;

        Law(String text) {
            this.text = text;
        }

        /** The law in words. */
        @Override
        public String toString() {
            return name() + ": " + text;
        }
    }

    private static final long SEED = 20260301;
    private static final int TRIES = 40;
    private static final int MOST_EVENTS = 60;

    private final Supplier<? extends Indicator> indicator;
    private final long seed;
    private final int tries;
    private final List<BiFunction<Header, String, SalesEvent>> makers;
    private final UnaryOperator<KpiQuery.Builder> settings;

    private IndicatorContract(
            Supplier<? extends Indicator> indicator,
            long seed,
            int tries,
            List<BiFunction<Header, String, SalesEvent>> makers,
            UnaryOperator<KpiQuery.Builder> settings) {
        this.indicator = indicator;
        this.seed = seed;
        this.tries = tries;
        this.makers = makers;
        this.settings = settings;
    }

    /** The contract of that instance. */
    public static IndicatorContract of(Indicator indicator) {
        return of(() -> indicator);
    }

    /**
     * The contract of what that makes, a new instance at each call if it can: then what an instance keeps is found sooner, and
     * the examples are smaller.
     */
    public static IndicatorContract of(Supplier<? extends Indicator> indicator) {
        return new IndicatorContract(indicator, SEED, TRIES, List.of(), UnaryOperator.identity());
    }

    /** The same over the histories of another seed. */
    public IndicatorContract seed(long other) {
        return new IndicatorContract(indicator, other, tries, makers, settings);
    }

    /**
     * The same over so many histories for each law; 40 by default, which grow from one event to forty.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public IndicatorContract tries(int histories) {
        if (histories < 1) {
            throw new IllegalArgumentException("tries (" + histories + "): must be at least 1. Maybe 40.");
        }
        return new IndicatorContract(indicator, seed, histories, makers, settings);
    }

    /** The same with events made by these too, as {@link Histories} has them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final IndicatorContract events(BiFunction<Header, String, SalesEvent>... more) {
        List<BiFunction<Header, String, SalesEvent>> all = new ArrayList<>(makers);
        all.addAll(List.of(more));
        return new IndicatorContract(indicator, seed, tries, List.copyOf(all), settings);
    }

    /**
     * The same under queries in which that is set: {@code query -> query.workingCalendar(hours)}, for an indicator that makes
     * no sense without. All else is drawn for each history: zone, fiscal year, periods, range, rows, rates, organization and
     * working calendar, each of which may be absent.
     */
    public IndicatorContract query(UnaryOperator<KpiQuery.Builder> more) {
        return new IndicatorContract(indicator, seed, tries, makers, query -> more.apply(settings.apply(query)));
    }

    /**
     * Checks all laws, up to the first that is broken.
     *
     * @throws AssertionError if one is
     */
    public void check() {
        List<Case> cases = cases(tries);
        for (Law law : Law.values()) {
            check(law, cases);
        }
    }

    /**
     * Checks one law.
     *
     * @throws AssertionError if it is broken
     */
    public void check(Law law) {
        check(law, cases(Trials.needNoHistory(law) ? 1 : tries));
    }

    private List<Case> cases(int histories) {
        List<Case> cases = new ArrayList<>();
        try {
            for (int number = 0; number < histories; number++) {
                int size = 1 + Math.min(number, MOST_EVENTS - 1);
                cases.add(Case.of(indicator, seed + number, size, makers, settings));
            }
        } catch (RuntimeException refused) { // by the query
            throw new AssertionError(indicator.get().id() + " breaks " + Law.DEFINITION + "\n  " + refused, refused);
        }
        return cases;
    }

    private void check(Law law, List<Case> cases) {
        if (law == Law.REACH && cases.stream().noneMatch(Case::counts)) {
            throw new AssertionError(indicator.get().id() + " breaks " + law + "\n  in none of " + cases.size()
                    + " histories. Maybe give makers of the events that it lives on, with events(...).");
        }
        for (Case one : Trials.needNoHistory(law) ? cases.subList(0, 1) : cases) {
            Optional<String> broken = Trials.broken(law, one);
            if (broken.isPresent()) {
                throw new AssertionError(message(law, one, broken.get()));
            }
        }
    }

    private String message(Law law, Case failing, String found) {
        Case least = failing.smallest(one -> Trials.broken(law, one).isPresent());
        Optional<String> again = Trials.broken(law, least);
        return indicator.get().id() + " breaks " + law + "\n"
                + again.orElse(found + "  (not a second time: it keeps something from one telling to the next)\n")
                + "Minimal example" + least.text()
                + "Found with seed " + seed + " in history " + (failing.seed() - seed + 1) + ", of "
                + failing.kept().size() + " events.";
    }
}
