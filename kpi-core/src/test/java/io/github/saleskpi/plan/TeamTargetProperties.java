package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

/**
 * What targets on a share of the team read is what the rep has in that team over what the team has, by two reports of the
 * number of facts alone; and a ledger, a batch and two ledgers merged compare alike.
 */
class TeamTargetProperties {
    private static final double SCALE = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));
    private static final int OFTEN = 10;
    private static final Indicator EVENTS =
            Indicator.count("events").of(SalesEvent.class).build();
    private static final Indicator SHARE =
            Indicator.shareOfTeam("share", EVENTS).build();

    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void aTargetOnAShareOfTheTeamReadsWhatTheRepHasInItOverWhatTheTeamHas() {
        for (long seed = 0; seed < 40 * SCALE; seed++) {
            DenseHistory history = new DenseHistory(seed + 12_000_000);
            Question question = OddIndicators.question(seed + 12_000_000, history.start());
            Organization people = question.organization();
            if (people == null) {
                continue;
            }
            List<SalesEvent> events = history.next(80);
            Viewpoint view = new Viewpoints(seed, history.start(), question.calendar()).next(events);
            KpiQuery base = KpiQuery.builder()
                    .indicators(EVENTS)
                    .zone(question.calendar().zone())
                    .fiscalStart(question.calendar().fiscalStart())
                    .organization(people)
                    .build();
            Granularity every = List.of(Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER)
                    .get((int) (seed % 3));
            LocalDate start = question.calendar().dateOf(history.start());
            Plan plan = plan(people, Schedule.every(every, start.minusDays(5), start.plusDays(60)));
            KpiLedger ledger = ledger(base, events);
            Scorecard card = PlanFactComparator.standard().compare(plan, ledger, base, view);
            agree("seed " + seed, card, plan, base, events, view);
            check("seed " + seed, card, ledger, base.toBuilder().every(every).build());
        }
        System.out.println("Census of targets on shares of teams: " + census);
        if (SCALE >= 1) {
            assertThat(census)
                    .hasSize(8)
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThanOrEqualTo(OFTEN));
        }
    }

    /** One target for each rep, for each rep within each team, and for the reps of each team. */
    private static Plan plan(Organization people, Schedule schedule) {
        List<Audience> audiences = new ArrayList<>();
        people.reps().forEach(rep -> {
            audiences.add(Audience.rep(rep));
            people.teams().keySet().forEach(team -> audiences.add(Audience.repIn(rep, team)));
        });
        people.teams().keySet().forEach(team -> audiences.add(Audience.repsOf(team)));
        return Plan.of("p")
                .with(
                        LocalDate.of(1990, 1, 1),
                        audiences.stream()
                                .map(who -> Target.of(who.toString(), SHARE, who, schedule, Goal.atLeast("0.5")))
                                .toList());
    }

    private static KpiLedger ledger(KpiQuery query, List<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    private static void agree(
            String name, Scorecard card, Plan plan, KpiQuery base, List<SalesEvent> events, Viewpoint view) {
        PlanFactComparator comparator = PlanFactComparator.standard();
        List<KpiReport> batch = comparator.queries(plan, base).stream()
                .map(query -> events.stream().collect(KpiEngine.of(query).collector(view)))
                .toList();
        assertThat(comparator.compare(plan, batch).comparisons())
                .as(name + " in a batch")
                .isEqualTo(card.comparisons());
        int half = events.size() / 2;
        KpiLedger merged =
                ledger(base, events.subList(0, half)).merge(ledger(base, events.subList(half, events.size())));
        assertThat(comparator.compare(plan, merged, base, view).comparisons())
                .as(name + " merged")
                .isEqualTo(card.comparisons());
    }

    private void check(String name, Scorecard card, KpiLedger ledger, KpiQuery base) {
        KpiReport byRep = ledger.report(
                base.toBuilder().groupBy(Dimension.TEAM, Dimension.REP).build(), card.viewpoint());
        KpiReport byTeam =
                ledger.report(base.toBuilder().groupBy(Dimension.TEAM).build(), card.viewpoint());
        Map<String, BigDecimal> ofReps = new LinkedHashMap<>();
        Map<String, BigDecimal> wholes = new LinkedHashMap<>();
        for (Comparison each : card.comparisons()) {
            Scope who = each.who();
            String rep = String.valueOf(who.values().get(Dimension.REP.name()));
            String place = name + " " + each.target().id() + " " + rep + " " + each.period();
            Organization people = byRep.organization().orElseThrow();
            List<String> own = List.copyOf(people.teamsOf(rep, dates(each.period())));
            boolean isNamed = each.target().audience().team().isPresent();
            if (!isNamed && own.size() != 1) {
                String why = own.isEmpty() ? "no-team" : "several-teams:" + String.join(", ", own);
                assertThat(each.fact())
                        .as(place)
                        .isEqualTo(KpiValue.undefined(Reason.NOT_APPLICABLE).withNote(why));
                assertThat(each.row()).as(place).isEqualTo(who);
                note(own.isEmpty() ? "in no team" : "in several teams");
                continue;
            }
            String team = each.target().audience().team().orElseGet(() -> own.get(0));
            Scope row = who.and(Dimension.TEAM, team);
            assertThat(each.row()).as(place).isEqualTo(row);
            BigDecimal part = amount(byRep.value(EVENTS, row, each.period()));
            BigDecimal whole = amount(byTeam.value(EVENTS, Scope.of(Dimension.TEAM, team), each.period()));
            if (each.fact() instanceof Defined share) {
                assertThat(share.numerator()).as(place).isEqualByComparingTo(part);
                assertThat(share.denominator()).as(place).isEqualByComparingTo(whole);
                note(isNamed ? own.size() > 1 ? "moved, of a named team" : "of a named team" : "of the one team");
            } else {
                assertThat(whole.signum() == 0 || !people.isMember(rep, team, LocalDateRange.ALL))
                        .as(place)
                        .isTrue();
                note(whole.signum() == 0 ? "of nothing" : "never in it");
            }
            if (each.target().audience().eachRep()) {
                ofReps.merge(team + " " + each.period(), part, BigDecimal::add);
                wholes.put(team + " " + each.period(), whole);
            }
        }
        ofReps.forEach((place, sum) -> {
            assertThat(sum).as(name + " the reps of " + place).isEqualByComparingTo(wholes.get(place));
            note("all reps of a team");
        });
    }

    private static LocalDateRange dates(Period period) {
        return LocalDateRange.of(period.from(), period.to());
    }

    private static BigDecimal amount(KpiValue value) {
        return value instanceof Defined defined ? defined.amount() : BigDecimal.ZERO;
    }

    private void note(String what) {
        census.merge(what, 1, Integer::sum);
    }
}
