package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rule 5: what the reps and nobody have adds up to what the company has, and so does what the topmost teams and those
 * without a team have; a team has what its members have and the teams below it. Of a quotient both parts add up.
 */
class AdditionProperties {
    /** The figures that do not add up, by name, and why not. Unique clicks do: a message is of one rep. */
    private static final Map<String, String> NOT_ADDITIVE = Map.of(
            "social-use", "the company has the working days of all members, not only of those with a row",
            "networks", "distinct networks",
            "material-use", "distinct materials, over the same catalogue in each row",
            "assets-used", "distinct materials",
            "catalogue", "the company's, the same in each row",
            "per-opportunity", "over distinct opportunities",
            "average-won", "a mean",
            "win-rate/by-value win-rate", "amounts may cancel to a whole of 0, and the parts are lost with it");

    /** Of these the amount adds up, or both parts of the quotient; lengths of time and lists do not. */
    private static final Set<Unit> ADDITIVE = Set.of(Unit.COUNT, Unit.MONEY, Unit.RATIO, Unit.NUMBER);

    /** How often each situation must occur in a run of full length. */
    private static final int OFTEN = 20;

    private static final Scope NO_TEAM = Scope.of(Dimension.TEAM, null);

    private final Map<String, Integer> census = new TreeMap<>();
    private final Set<String> doNotAddUp = new TreeSet<>();

    @Test
    void repsAndTeamsAddUpToTheCompanyFromEveryViewpoint() {
        for (long seed = 0; seed < Tries.of(60); seed++) {
            DenseHistory history = new DenseHistory(seed * 11 + 5);
            Question question = OddIndicators.question(seed, history.start()).of(Indicators.all());
            List<SalesEvent> events = new ArrayList<>(history.next(90));
            events.addAll(BusyDay.of(seed, history.start()));
            KpiLedger ledger = KpiEngine.of(Script.queryOf(question)).newLedger();
            events.forEach(ledger::add);
            note(
                    "reassignments",
                    events.stream().filter(OwnerChanged.class::isInstance).count());
            note(
                    "merges of reps",
                    events.stream().filter(AdditionProperties::isMergeOfReps).count());
            Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            for (int look = 0; look < 3; look++) {
                Viewpoint view = viewpoints.next(events);
                note("viewpoints", 1);
                checkReps(ledger, question, view);
                Organization people = question.organization();
                if (people != null) {
                    checkTeams(ledger, question, people, view);
                }
            }
        }
        System.out.println("Census of the additions: " + census + "; seen not to add up: " + doNotAddUp);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThanOrEqualTo(OFTEN));
            assertThat(doNotAddUp).isEqualTo(NOT_ADDITIVE.keySet());
        }
    }

    private static boolean isMergeOfReps(SalesEvent event) {
        return event instanceof IdentityMerged merged && merged.kind() == IdentityKind.REP;
    }

    private void checkReps(KpiLedger ledger, Question question, Viewpoint view) {
        KpiReport report = ledger.report(Script.queryOf(question.by(Dimension.REP)), view);
        checkSums("reps", report, scope -> true);
    }

    private void checkTeams(KpiLedger ledger, Question question, Organization people, Viewpoint view) {
        Question byTeam = question.by(Dimension.TEAM);
        KpiReport tree = ledger.report(Script.queryOf(byTeam), view);
        KpiReport flat = ledger.report(Script.queryOf(byTeam.among(flat(people))), view);
        checkSums("topmost teams", tree, scope -> {
            String team = scope.values().get(Dimension.TEAM.name());
            return team == null || people.teams().get(team) == null;
        });
        checkSums("direct members of teams", flat, scope -> true);
        for (String team : people.teams().keySet()) {
            Scope whole = Scope.of(Dimension.TEAM, team);
            for (Place place : places(tree)) {
                add("team and those below", place, place.in(tree, whole), rows(place, flat, scope -> {
                    String below = scope.values().get(Dimension.TEAM.name());
                    return people.lineage(below).contains(team);
                }));
            }
        }
        note(
                "in no team",
                tree.cells().stream()
                        .filter(cell -> cell.scope().equals(NO_TEAM))
                        .count());
        note("moves between teams in a period", moves(people, flat));
    }

    /** The same people in the same teams, none of which is below another. */
    private static Organization flat(Organization people) {
        Organization.Builder flat = Organization.builder();
        people.teams().keySet().forEach(team -> flat.team(team, null));
        people.members()
                .forEach(line -> flat.member(
                        line.rep(),
                        Objects.requireNonNull(line.team()),
                        line.dates().getStart(),
                        line.dates().isUnboundedEnd() ? null : line.dates().getEnd()));
        return flat.build();
    }

    /** Reps who were in two teams in one period of the report. */
    private static long moves(Organization people, KpiReport report) {
        return report.cells().stream()
                .map(KpiReport.Cell::period)
                .distinct()
                .filter(period -> period.granularity() != Granularity.ALL)
                .flatMap(period -> people.reps().stream()
                        .filter(rep -> period.from()
                                        .datesUntil(period.to())
                                        .map(date -> Optional.ofNullable(people.teamOf(rep, date)))
                                        .distinct()
                                        .count()
                                > 1))
                .count();
    }

    /** A figure of an indicator in a period. */
    private record Place(Indicator indicator, Figure figure, Period period) {
        KpiValue in(KpiReport report, Scope scope) {
            return report.value(indicator, figure.name(), scope, period);
        }

        String name() {
            String whole = indicator.id().name() + " " + figure.name();
            return NOT_ADDITIVE.containsKey(whole) ? whole : figure.name();
        }

        @Override
        public String toString() {
            return indicator.id() + " " + figure.name() + " in " + period;
        }
    }

    private static List<Place> places(KpiReport report) {
        Set<Period> periods =
                report.cells().stream().map(KpiReport.Cell::period).collect(Collectors.toSet());
        return report.query().indicators().stream()
                .flatMap(indicator -> indicator.figures().stream()
                        .flatMap(figure -> periods.stream().map(period -> new Place(indicator, figure, period))))
                .toList();
    }

    private static List<KpiValue> rows(Place place, KpiReport report, Predicate<Scope> which) {
        return report.cells().stream()
                .filter(cell -> cell.indicator().equals(place.indicator)
                        && cell.period().equals(place.period)
                        && which.test(cell.scope()))
                .map(cell -> cell.value(place.figure.name()))
                .toList();
    }

    private void checkSums(String law, KpiReport report, Predicate<Scope> which) {
        for (Place place : places(report)) {
            add(law, place, place.in(report, Scope.company()), rows(place, report, which));
        }
    }

    private void add(String law, Place place, KpiValue whole, List<KpiValue> rows) {
        List<BigDecimal> expected = parts(place.figure, whole);
        if (expected == null) {
            return;
        }
        List<BigDecimal> sum = List.of(BigDecimal.ZERO, BigDecimal.ZERO);
        for (KpiValue row : rows) {
            List<BigDecimal> own = Objects.requireNonNull(parts(place.figure, row), () -> place + ": " + row);
            sum = List.of(sum.get(0).add(own.get(0)), sum.get(1).add(own.get(1)));
        }
        boolean isSum =
                expected.get(0).compareTo(sum.get(0)) == 0 && expected.get(1).compareTo(sum.get(1)) == 0;
        if (NOT_ADDITIVE.containsKey(place.name())) {
            if (!isSum) {
                doNotAddUp.add(place.name());
            }
            return;
        }
        assertThat(isSum).as("%s of %s: %s of %s", law, place, whole, rows).isTrue();
        long telling = rows.stream().filter(AdditionProperties::isTelling).count();
        note("two or more " + law + " with a " + kind(place.figure), telling > 1 ? 1 : 0);
    }

    private static String kind(Figure figure) {
        return figure.unit() == Unit.COUNT || figure.unit() == Unit.MONEY
                ? figure.unit().toString()
                : "quotient";
    }

    private static boolean isTelling(KpiValue value) {
        return value instanceof KpiValue.Defined defined && defined.amount().signum() != 0;
    }

    /** What of a value adds up, as two numbers; null if nothing does, or not in one currency. */
    private static @Nullable List<BigDecimal> parts(Figure figure, KpiValue value) {
        if (!ADDITIVE.contains(figure.unit())) {
            return null;
        }
        if (value instanceof KpiValue.Undefined undefined) {
            return undefined.reason() == KpiValue.Reason.NO_DATA ? List.of(BigDecimal.ZERO, BigDecimal.ZERO) : null;
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        return defined.numerator() == null || defined.denominator() == null
                ? List.of(defined.amount(), BigDecimal.ZERO)
                : List.of(defined.numerator(), defined.denominator());
    }

    private void note(String situation, long times) {
        census.merge(situation, (int) times, Integer::sum);
    }
}
