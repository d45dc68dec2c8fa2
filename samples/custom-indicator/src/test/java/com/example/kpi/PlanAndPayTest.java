package com.example.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.PlanLinter;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import org.junit.jupiter.api.Test;

/** The events, the plan and the pay scheme of this directory, read, compared and paid. */
class PlanAndPayTest {
    private static final Collection<Indicator> OWN = new ExampleIndicators().indicators();
    private static final Period MARCH = Period.month(2026, 3);
    private static final Viewpoint APRIL = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
    private static final KpiQuery QUERY = KpiQuery.builder()
            .indicators(OWN)
            .groupBy(Dimension.REP)
            .build();

    private static Plan plan() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("plan.json"))) {
            return KpiJackson3.readPlan(in, ReportingCalendar.utc(), name -> Indicators.named(name, OWN));
        }
    }

    private static PayScheme scheme() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("pay.json"))) {
            return KpiJackson3.readPayScheme(in);
        }
    }

    private static KpiLedger ledger() throws IOException {
        KpiLedger ledger = KpiEngine.of(QUERY).newLedger();
        KpiJackson3.eventReader().strict().read(Path.of("events.ndjson"), ledger::add);
        return ledger;
    }

    @Test
    void oneMeetingOfFourCallsIsMoreThanWasPlanned() throws IOException {
        Scorecard scorecard = PlanFactComparator.standard().compare(plan(), ledger(), QUERY, APRIL);

        Comparison demos = scorecard.comparison("demos", Scope.rep("ann"), MARCH).orElseThrow();
        assertEquals(0, new BigDecimal("1.25").compareTo(demos.attainment()));
        Comparison callBacks = scorecard.comparison("call-backs", Scope.rep("ann"), MARCH).orElseThrow();
        assertEquals(0, new BigDecimal("1.5").compareTo(callBacks.attainment()), "1 - (1 day - 2 days) / 2 days");
        assertEquals(
                "ACHIEVED",
                scorecard.comparison("forgotten", Scope.company(), MARCH).orElseThrow().status().toString());
    }

    @Test
    void annIsPaidForIt() throws IOException {
        KpiLedger ledger = ledger();
        Scorecard scorecard = PlanFactComparator.standard().compare(plan(), ledger, QUERY, APRIL);
        PayScheme scheme = scheme();

        PayStatement statement =
                scheme.statement(PayFacts.read(scheme, "ann", MARCH, ledger.report(APRIL), scorecard));

        assertEquals(new BigDecimal("2400.00"), statement.total(), "2000 + 400 x 3/4 + 100");
    }

    @Test
    void thePlanIsSound() throws IOException {
        assertEquals(0, PlanLinter.standard().knowing(OWN).lint(plan()).size());
    }
}
