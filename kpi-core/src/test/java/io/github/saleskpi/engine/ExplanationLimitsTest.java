package io.github.saleskpi.engine;

import static io.github.saleskpi.engine.ExplanationTest.APRIL;
import static io.github.saleskpi.engine.ExplanationTest.DEALS;
import static io.github.saleskpi.engine.ExplanationTest.MARCH;
import static io.github.saleskpi.engine.ExplanationTest.explain;
import static io.github.saleskpi.engine.ExplanationTest.ledger;
import static io.github.saleskpi.engine.ExplanationTest.told;
import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What explanations say of failures and of places without a cell, and what they cost. */
class ExplanationLimitsTest {
    // Failures

    /** Counts openings and cannot bear one of two hundred euros. */
    private record Delicate() implements Indicator, Storyline<Delicate.Role> {
        private enum Role {
            OPENING
        }

        private static final Measure<Long, Long> OPENINGS = Measure.count("openings");

        @Override
        public IndicatorId id() {
            return IndicatorId.of("delicate", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure("openings", Unit.COUNT, Direction.NEUTRAL, "", t -> KpiValue.count(t.of(OPENINGS))),
                    new Figure("broken", Unit.COUNT, Direction.NEUTRAL, "", t -> {
                        throw new IllegalStateException("no " + t.of(OPENINGS));
                    }));
        }

        @Override
        public Subject subject() {
            return Subject.OPPORTUNITY;
        }

        @Override
        public Role role(SalesEvent event) {
            return event instanceof OpportunityOpened ? Role.OPENING : null;
        }

        @Override
        public void tell(io.github.saleskpi.indicator.Story<Role> story, Contributions out) {
            out.credit(story.facts().get(0).rep(), story.facts().get(0)).count(OPENINGS);
            if (story.facts().get(0).as(OpportunityOpened.class).amount() != null) {
                throw new IllegalStateException("too dear");
            }
        }
    }

    @Test
    void aStoryOnWhichTheIndicatorFailsIsNamed() {
        Explanation explanation = explain(DEALS, new Delicate(), Scope.rep("r2"));
        assertThat(explanation.failures())
                .extracting(failure -> failure.place() + ": " + failure.message())
                .containsExactly("opportunity:o1: java.lang.IllegalStateException: too dear");
        assertThat(explanation.value().value()).isEqualTo(KpiValue.undefined(KpiValue.Reason.FAILED));
        assertThat(explanation.value().arithmetic()).isEqualTo("openings of 1 openings = FAILED");
        assertThat(told(explanation)).containsExactly("e03 [1 openings]");
    }

    @Test
    void aFigureThatFailsIsNamedWithItsCell() {
        History history = new History("03-01 09:00 r1 opens o1");
        Explanation explanation = explain(history, new Delicate(), Scope.rep("r1"));
        assertThat(explanation.value().value()).isEqualTo(KpiValue.count(1));
        assertThat(explanation.values().get(1).value()).isEqualTo(KpiValue.undefined(KpiValue.Reason.FAILED));
        assertThat(explanation.failures())
                .extracting(failure -> failure.place() + ": " + failure.message())
                .containsExactly("rep:r1 2026-03 broken: java.lang.IllegalStateException: no 1");
    }

    // Places

    @Test
    void aPlaceThatTheQueryDoesNotReportIsRefused() {
        KpiLedger ledger = ledger(DEALS, query -> {}, WIN_RATE);
        assertThatThrownBy(() -> ledger.explain(RESPONSE_TIME, Scope.rep("r1"), MARCH, APRIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("indicator (response-time@1)");
        assertThatThrownBy(() -> ledger.explain(WIN_RATE, Scope.of(Dimension.CHANNEL, "email"), MARCH, APRIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scope (channel:email)");
        assertThatThrownBy(() -> ledger.explain(WIN_RATE, Scope.rep("r1"), Period.year(2026), APRIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("period (2026)");
        assertThatThrownBy(() -> ledger.explain(WIN_RATE, "wins", Scope.rep("r1"), MARCH, APRIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("figure (win-rate@1 wins)");
    }

    @Test
    void aPeriodOutsideTheReportsRangeHasNothingToExplain() {
        KpiLedger ledger = ledger(DEALS, query -> query.from(LocalDate.parse("2026-04-01")), WIN_RATE);
        Explanation explanation = ledger.explain(WIN_RATE, Scope.rep("r1"), MARCH, APRIL);
        assertThat(explanation.stories()).isEmpty();
        assertThat(explanation.value().value()).isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
    }

    // Cost and state

    @Test
    void explainingTellsTheStoriesOfTheCellAndFewOthers() {
        History history = new History();
        for (int rep = 0; rep < 40; rep++) {
            for (int deal = 0; deal < 10; deal++) {
                String name = "o" + rep + "-" + deal;
                history.and("03-0" + (1 + deal % 9) + " 09:00 r" + rep + " wins " + name + " id=" + name);
            }
        }
        KpiLedger ledger = ledger(history, query -> {}, WIN_RATE);
        ledger.report(APRIL);
        long before = ledger.tellings();
        assertThat(ledger.explain(WIN_RATE, Scope.rep("r7"), MARCH, APRIL).stories())
                .hasSize(10);
        assertThat(ledger.tellings() - before).isBetween(10L, 60L);
    }

    @Test
    void explainingLeavesLaterReportsAsTheyWere() {
        KpiLedger ledger = ledger(DEALS, query -> {}, WIN_RATE, RESPONSE_TIME);
        KpiLedger silent = ledger(DEALS, query -> {}, WIN_RATE, RESPONSE_TIME);
        ledger.explain(WIN_RATE, Scope.company(), MARCH, APRIL);
        Viewpoint later = Viewpoint.asOf(History.instant("04-03 00:00"));
        assertThat(ledger.report(later)).hasToString(silent.report(later).toString());
    }
}
