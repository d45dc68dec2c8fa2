package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large plans are compared in the time of a request. */
class PlanSpeedTest {
    private static final int REPS = 1000;
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Duration BOUND = Duration.ofSeconds(15);

    @Test
    void tenThousandTargetsOfAThousandRepsInTwelveMonthsAreComparedAtOnce() {
        Organization.Builder people = Organization.builder().team("all", null);
        for (int i = 0; i < 50; i++) {
            people.team("t" + i, "all");
        }
        List<Target> targets = new ArrayList<>();
        Schedule year = Schedule.every(Granularity.MONTH, START, START.plusYears(1));
        for (int rep = 0; rep < REPS; rep++) {
            people.member("r" + rep, "t" + rep % 50, START.plusDays(rep % 300), null);
            for (int i = 0; i < 10; i++) {
                targets.add(Target.of(
                        "r" + rep + "-" + i,
                        Indicators.tasks("k" + i % 2),
                        i == 0 && rep < 50 ? Audience.repsOf("t" + rep) : Audience.rep("r" + rep),
                        i == 0 ? year : Schedule.in(Period.month(2026, 1 + (rep + i) % 12)),
                        Goal.atLeast("20")));
            }
        }
        Plan plan = Plan.of("p").with(START, targets);
        KpiQuery base = KpiQuery.builder()
                .organization(people.build())
                .groupBy(Dimension.REP)
                .build();
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        PlanFactComparator comparator = PlanFactComparator.standard();
        List<KpiReport> reports = comparator.queries(plan, base).stream()
                .map(query -> ledger.report(query, Viewpoint.asOf(Instant.parse("2026-12-31T00:00:00Z"))))
                .toList();
        Duration best = BOUND;
        Scorecard card = null;
        for (int run = 0; run < 3; run++) {
            long before = System.nanoTime();
            card = comparator.compare(plan, reports);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            best = took.compareTo(best) < 0 ? took : best;
        }
        System.out.printf(
                "Plan: %s targets, %s comparisons and %s scores in %s ms%n",
                targets.size(), card.comparisons().size(), card.scores().size(), best.toMillis());
        assertThat(card.comparisons()).hasSizeGreaterThan(10_000);
        assertThat(best).isLessThan(BOUND);
    }
}
