package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * In each period the shares that the reps of a team have of it add up to 1, part by part, over what the team has where it
 * is asked about alone; whoever moved, from whatever viewpoint, with teams below teams.
 */
class TeamShareProperties {
    private static final int OFTEN = 3;

    private static final Indicator EVENTS =
            Indicator.count("events").of(SalesEvent.class).build();
    private static final Indicator PAID = Indicator.sum("paid")
            .decimals(PaymentReceived.class, payment -> payment.amount().getAmount())
            .build();

    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void theSharesOfTheRepsOfATeamAddUpToOne() {
        for (long seed = 0; seed < Tries.of(60); seed++) {
            DenseHistory history = new DenseHistory(seed + 9_000_000);
            Question question = OddIndicators.question(seed + 9_000_000, history.start());
            Organization people = question.organization();
            if (people == null) {
                continue;
            }
            List<SalesEvent> events = history.next(80);
            Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            for (Indicator whole : List.of(EVENTS, PAID)) {
                Indicator share = Indicator.shareOfTeam("share", whole).build();
                Question asked = question.of(List.of(share));
                KpiLedger ledger = KpiEngine.of(Script.queryOf(asked.by(Dimension.TEAM, Dimension.REP)))
                        .newLedger();
                events.forEach(ledger::add);
                for (int look = 0; look < 2; look++) {
                    Viewpoint view = viewpoints.next(events);
                    KpiReport byTeam = ledger.report(Script.queryOf(asked.by(Dimension.TEAM)), view);
                    check("seed " + seed, share, people, ledger.report(view), byTeam);
                }
            }
        }
        System.out.println("Census of the shares of teams: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .hasSize(6)
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThanOrEqualTo(OFTEN));
        }
    }

    /** Each team's shares against what it has; and who has shares in two teams of which none is below the other. */
    private void check(String name, Indicator share, Organization people, KpiReport byRep, KpiReport byTeam) {
        Set<String> seen = new HashSet<>();
        for (KpiReport.Cell team : byTeam.cells()) {
            String id = team.scope().values().get(Dimension.TEAM.name());
            List<KpiReport.Cell> rows = byRep.cells().stream()
                    .filter(row ->
                            row.scope().isWithin(team.scope()) && row.period().equals(team.period()))
                    .toList();
            BigDecimal sum = BigDecimal.ZERO;
            for (KpiReport.Cell row : rows) {
                if (row.values().get(0) instanceof Defined part) {
                    sum = sum.add(part.numerator());
                    boolean isTop = id != null && people.teams().get(id) == null;
                    boolean isFirst = !isTop || seen.add(row.scope().values().get("rep") + " " + row.period());
                    note(isFirst ? "shares" : "moved in the period");
                } else {
                    Reason reason = id == null ? Reason.NOT_APPLICABLE : Reason.NO_DATA;
                    assertThat(((Undefined) row.values().get(0)).reason())
                            .as(name)
                            .isEqualTo(reason);
                    note(reason.name());
                }
            }
            assertThat(rows).as(name).isNotEmpty();
            if (team.values().get(0) instanceof Defined all) {
                BigDecimal whole = ((Defined) team.values().get(1)).amount();
                assertThat(sum)
                        .as(name + " " + team.scope() + " " + team.period())
                        .isEqualByComparingTo(whole);
                assertThat(all.denominator()).as(name).isEqualByComparingTo(whole);
                note(rows.size() > 1 ? "teams of several" : "teams of one");
            }
            assertThat(byRep.value(share, Scope.company(), team.period()))
                    .as(name)
                    .isEqualTo(KpiValue.undefined(Reason.NOT_APPLICABLE));
        }
    }

    private void note(String what) {
        census.merge(what, 1, Integer::sum);
    }
}
