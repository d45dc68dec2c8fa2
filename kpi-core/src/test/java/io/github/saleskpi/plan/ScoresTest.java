package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.plan.Scorecard.Score;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The weighted attainment of reps and teams. */
class ScoresTest {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static Comparison attained(String id, String weight, String fact) {
        return named(id, weight, Against.count(Goal.atLeast("10"))).fact(fact);
    }

    private static Against named(String id, String weight, Against against) {
        return against.with(t -> Target.of(id, t.indicator(), t.audience(), t.schedule(), t.goal())
                .withThreshold(t.threshold())
                .withWeight(weight));
    }

    private static Score score(Comparison... comparisons) {
        List<Score> scores = Scores.of(List.of(comparisons), TWO);
        assertThat(scores).hasSize(1);
        return scores.get(0);
    }

    private static Comparison of(Comparison c, Scope who, Period period) {
        return new Comparison(
                c.target(),
                who,
                who,
                period,
                c.share(),
                c.goal(),
                c.threshold(),
                c.stretch(),
                c.fact(),
                c.deviation(),
                c.attainment(),
                c.pace(),
                c.status(),
                c.withinNoise(),
                c.belowThreshold(),
                c.arithmetic());
    }

    @Test
    void theScoreIsTheWeightedMeanOfTheAttainments() {
        assertThat(score(attained("a", "1", "8"), attained("b", "3", "12")).score())
                .isEqualByComparingTo("1.1");
        assertThat(score(attained("a", "1", "8"), attained("b", "2", "10")).score())
                .isEqualByComparingTo(new BigDecimal("0.9333333333333333333333333333333333"));
    }

    @Test
    void anAttainmentCountsFromZeroToTheCap() {
        assertThat(score(attained("a", "1", "-5")).score()).isZero();
        assertThat(score(attained("a", "1", "50")).score()).isEqualByComparingTo("2");
        assertThat(Scores.of(List.of(attained("a", "1", "50")), new BigDecimal("1.5"))
                        .get(0)
                        .score())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void targetsWithoutDataAreListedAndNotCountedAsZero() {
        Comparison nothing =
                named("n", "5", Against.ratio(Goal.atLeast("0.4"))).fact(KpiValue.undefined(Reason.NO_DATA));
        Score score = score(attained("a", "1", "8"), nothing);
        assertThat(score.score()).isEqualByComparingTo("0.8");
        assertThat(score.noData()).containsExactly("n");
    }

    @Test
    void aTargetWhoseRuleHasNoAnswerIsListedToo() {
        Comparison undefined = named("u", "5", Against.count(Goal.atLeast("0"))).fact("3");
        Score score = score(attained("a", "1", "8"), undefined);
        assertThat(score.who()).isEqualTo(Scope.rep("r1"));
        assertThat(score.period()).isEqualTo(Period.month(2026, 3));
        assertThat(score.score()).isEqualByComparingTo("0.8");
        assertThat(score.noData()).containsExactly("u");
    }

    @Test
    void eachTermOfTheScoreSaysWhatItCountsAndWhy() {
        Comparison below = named("b", "2", Against.count(Goal.atLeast("10")).threshold("5"))
                .fact("4");
        assertThat(score(attained("a", "3", "8"), below, attained("c", "1", "50"), attained("d", "1", "-5"))
                        .arithmetic())
                .extracting(Comparison.Step::toString)
                .containsExactly(
                        "a: 3 x 0.8 = 2.4",
                        "b: 2 x 0 = 0, below its threshold",
                        "c: 1 x 2 = 2, of 5 the cap",
                        "d: 1 x 0 = 0, of (-0.5) nothing",
                        "score: (2.4 + 0 + 2 + 0) / 7 = 0.628571428571429");
    }

    @Test
    void belowItsThresholdATargetCountsZero() {
        Comparison below = named("b", "1", Against.count(Goal.atLeast("10")).threshold("5"))
                .fact("4");
        assertThat(below.attainment()).isEqualByComparingTo("0.4");
        assertThat(score(attained("a", "1", "8"), below).score()).isEqualByComparingTo("0.4");
    }

    @Test
    void withoutAnyDataOrWeightThereIsNoScore() {
        Comparison nothing =
                named("n", "5", Against.ratio(Goal.atLeast("0.4"))).fact(KpiValue.undefined(Reason.NO_DATA));
        assertThat(score(nothing).score()).isNull();
        assertThat(score(attained("a", "0", "8")).score()).isNull();
    }

    @Test
    void eachRepAndTeamAndPeriodHasAScoreAndTheCompanyHasNone() {
        Comparison ofRep = attained("a", "1", "8");
        Comparison ofTeam = of(ofRep, Scope.of(Dimension.TEAM, "t1"), ofRep.period());
        Comparison later = of(ofRep, ofRep.who(), Period.month(2026, 4));
        Comparison ofCompany = of(ofRep, Scope.company(), ofRep.period());
        assertThat(Scores.of(List.of(ofCompany, ofRep, later, ofTeam), TWO).stream()
                        .map(score -> score.who() + " " + score.period()))
                .containsExactly("rep:r1 2026-03", "rep:r1 2026-04", "team:t1 2026-03");
    }

    @Test
    void aScorecardFindsComparisonsAndScoresByPlace() {
        List<Comparison> all =
                Stream.of("a", "b").map(id -> attained(id, "1", "8")).toList();
        Scorecard card = new Scorecard(Plan.of("p"), Viewpoint.asOf(Instant.EPOCH), all, Scores.of(all, TWO));
        Period march = Period.month(2026, 3);
        assertThat(card.comparisons(Scope.rep("r1"), march)).isEqualTo(all);
        assertThat(card.comparison("b", Scope.rep("r1"), march)).contains(all.get(1));
        assertThat(card.comparison("c", Scope.rep("r1"), march)).isEmpty();
        assertThat(card.comparisons(Scope.rep("r2"), march)).isEmpty();
        assertThat(card.score(Scope.rep("r1"), march).orElseThrow().score()).isEqualByComparingTo("0.8");
        assertThat(card.score(Scope.rep("r1"), Period.month(2026, 4))).isEmpty();
    }
}
