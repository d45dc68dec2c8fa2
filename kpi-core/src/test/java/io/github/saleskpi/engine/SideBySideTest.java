package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.SideBySide.Row;
import io.github.saleskpi.engine.SideBySide.Verdict;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Viewpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of variants of an indicator side by side. */
class SideBySideTest {
    private static final Viewpoint MAY = Viewpoint.asOf(History.instant("05-01 00:00"));

    private static SideBySide sideBySide(History history, String... variants) {
        List<Indicator> all = Stream.of(variants).map(Indicators::named).toList();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(Indicators.WIN_RATE)
                        .every(Granularity.MONTH)
                        .groupBy(Dimension.REP)
                        .build())
                .newLedger();
        history.events().forEach(ledger::add);
        return ledger.sideBySide(all, MAY);
    }

    private static List<String> told(Row row) {
        return row.differences().stream()
                .map(each -> each.event().id() + " "
                        + each.verdicts().stream()
                                .map(some ->
                                        some.stream().map(SideBySideTest::told).toList())
                                .toList())
                .toList();
    }

    private static String told(Verdict verdict) {
        String what = verdict.rule() == null
                ? String.join(", ", verdict.amounts().stream().map(Amount::text).toList())
                : verdict.rule().name();
        return verdict.event().id() + " " + (verdict.isHere() ? "" : "elsewhere, " + verdict.period() + ": ") + what
                + " for " + verdict.rep();
    }

    @Test
    void aFactLeftOutUnderOneDefinitionAndCountedUnderAnotherIsNamedWithBoth() {
        SideBySide waits = sideBySide(
                new History(
                        "03-02 09:00 - asks q1 owner=r1",
                        "03-02 09:10 r1 writes q1",
                        "03-03 09:00 - asks q2 owner=r1",
                        "03-04 09:00 - closes q2 WITHDRAWN"),
                "response-time",
                "response-time/answered-only");
        assertThat(waits.rows()).hasSize(1);
        Row row = waits.rows().get(0);
        assertThat(row.differs()).isTrue();
        assertThat(told(row))
                .containsExactly(
                        "e03 [[e03 at least 86400 s of wait for r1], [e03 elsewhere, 2026-03: unanswered for null]]");
    }

    @Test
    void aCloseThatOnlyOneDefinitionCountsIsNamedWithTheCloseThatTheOtherCounts() {
        SideBySide closes = sideBySide(
                new History(
                        "03-01 09:00 r1 opens o1",
                        "03-05 09:00 r1 loses o1",
                        "03-06 09:00 r1 reopens o1",
                        "04-02 09:00 r1 wins o1",
                        "03-01 09:00 r1 opens o2",
                        "03-09 09:00 r1 wins o2"),
                "win-rate",
                "win-rate/first-close");
        assertThat(closes.rows())
                .extracting(row -> row.period() + " " + told(row))
                .containsExactly(
                        "2026-03 [e02 [[e04 elsewhere, 2026-04: 1 won for r1], [e02 1 lost for r1]]]",
                        "2026-04 [e04 [[e04 1 won for r1], [e02 elsewhere, 2026-03: 1 lost for r1]]]");
    }

    @Test
    void aStoryThatIsToldInAnotherPeriodIsNamedInBothRowsWithWhereItLies() {
        SideBySide waits = sideBySide(
                new History("03-31 23:00 - asks q1 owner=r1", "04-01 01:00 r1 writes q1"),
                "response-time",
                "response-time/by-response");
        assertThat(waits.rows())
                .extracting(row -> row.period() + " " + told(row))
                .containsExactly(
                        "2026-03 [e01 [[e01 7200 s of wait for r1], [e02 elsewhere, 2026-04: 7200 s of wait for r1]]]",
                        "2026-04 [e02 [[e01 elsewhere, 2026-03: 7200 s of wait for r1], [e02 7200 s of wait for r1]]]");
    }

    @Test
    void aFactCountedWithOtherAmountsIsNamedWithBoth() {
        Row march = sideBySide(
                        new History(
                                "03-02 09:00 - asks q1 owner=r1",
                                "03-02 10:00 - assigns q1 owner=r2",
                                "03-02 11:00 r2 writes q1"),
                        "response-time",
                        "response-time/from-assignment")
                .rows()
                .get(0);
        assertThat(march.scope()).hasToString("rep:r2");
        assertThat(told(march)).containsExactly("e01 [[e01 7200 s of wait for r2], [e01 3600 s of wait for r2]]");
    }

    @Test
    void definitionsThatTellAlikeHaveNoFactsToShow() {
        SideBySide alike = sideBySide(
                new History("03-01 09:00 r1 opens o1", "03-05 09:00 r1 wins o1"), "win-rate", "win-rate/first-close");
        assertThat(alike.rows()).singleElement().satisfies(row -> {
            assertThat(row.differs()).isFalse();
            assertThat(row.differences()).isEmpty();
            assertThat(row.values()).hasSize(2);
        });
        assertThat(alike.variants()).hasSize(2);
    }

    @Test
    void oneDefinitionAloneIsRefused() {
        assertThatThrownBy(() -> sideBySide(new History("03-01 09:00 r1 opens o1"), "win-rate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "variants (win-rate@1): must be at least two. Maybe add the definition that it is to be held against.");
    }

    @Test
    void onlyTheRowsWithinAScopeAreShown() {
        SideBySide waits = sideBySide(
                new History(
                        "03-02 09:00 - asks q1 owner=r1",
                        "03-02 09:10 r1 writes q1",
                        "03-02 09:00 - asks q2 owner=r2",
                        "03-02 09:20 r2 writes q2"),
                "response-time",
                "response-time/by-response");
        SideBySide shown = waits.showing(Scope.rep("r2"));
        assertThat(shown.rows()).extracting(row -> row.scope().toString()).containsExactly("rep:r2");
        assertThat(shown.viewpoint()).isEqualTo(waits.viewpoint());
        assertThat(waits.showing(Scope.company())).isEqualTo(waits);
    }
}
