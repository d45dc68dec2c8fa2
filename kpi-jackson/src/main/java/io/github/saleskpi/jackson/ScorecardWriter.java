package io.github.saleskpi.jackson;

import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parts {@code "plan"} and {@code "scores"} of a report. */
final class ScorecardWriter {
    private final ReportOutput json;

    private ScorecardWriter(ReportOutput json) {
        this.json = json;
    }

    /** Both, inside the report's object. */
    static void write(Scorecard scorecard, ReportOutput json) {
        ScorecardWriter writer = new ScorecardWriter(json);
        json.name("plan").startArray();
        scorecard.comparisons().forEach(writer::write);
        json.endArray();
        json.name("scores").startArray();
        scorecard.scores().forEach(writer::write);
        json.endArray();
    }

    /** A comparison as a value of its own, with {@code "arithmetic"}. */
    static void writeWithArithmetic(Comparison comparison, ReportOutput json) {
        json.startObject();
        new ScorecardWriter(json).writeFields(comparison);
        writeSteps(comparison.arithmetic(), json);
        json.endObject();
    }

    /** A score as a value of its own, with {@code "arithmetic"}. */
    static void writeWithArithmetic(Scorecard.Score score, ReportOutput json) {
        json.startObject();
        new ScorecardWriter(json).writeFields(score);
        writeSteps(score.arithmetic(), json);
        json.endObject();
    }

    private static void writeSteps(List<Comparison.Step> steps, ReportOutput json) {
        json.name("arithmetic").startArray();
        steps.forEach(step -> json.startObject()
                .text("name", step.name())
                .text("words", step.words())
                .endObject());
        json.endArray();
    }

    private void write(Comparison comparison) {
        json.startObject();
        writeFields(comparison);
        json.endObject();
    }

    private void write(Scorecard.Score score) {
        json.startObject();
        writeFields(score);
        json.endObject();
    }

    private void writeFields(Comparison comparison) {
        Target target = comparison.target();
        json.text("target", target.id());
        json.text("who", comparison.who().toString());
        String team = comparison.row().values().get(Dimension.TEAM.name());
        if (team != null && !comparison.row().equals(comparison.who())) {
            json.text("team", team);
        }
        json.text("period", comparison.period().toString());
        json.text("indicator", target.indicator().id().toString());
        json.text("unit", target.unit().toString());
        if (target.currency() != null) {
            json.text("currency", target.currency().getCode());
        }
        json.name("goal");
        GoalWriter.write(comparison.goal(), amount -> amount(target.unit(), amount), json);
        amountIfAny("threshold", target.unit(), comparison.threshold());
        amountIfAny("stretch", target.unit(), comparison.stretch());
        if (comparison.share().compareTo(BigDecimal.ONE) != 0) {
            json.number("share", Unit.RATIO.print(comparison.share()));
        }
        writeFact(target.unit(), comparison.fact());
        json.name("deviation");
        amountOrNull(target.unit(), comparison.deviation());
        json.name("attainment");
        amountOrNull(Unit.RATIO, comparison.attainment());
        if (comparison.pace() != null) {
            writePace(target.unit(), comparison.pace());
        }
        json.text("status", comparison.status().name());
        json.name("withinNoise").flag(comparison.withinNoise());
        json.name("belowThreshold").flag(comparison.belowThreshold());
    }

    private void writeFact(Unit unit, KpiValue fact) {
        json.name("fact");
        if (fact instanceof KpiValue.Defined defined) {
            amount(unit, defined.amount());
        } else if (fact instanceof KpiValue.Undefined undefined) {
            json.nothing().text("undefined", undefined.reason().name());
        }
        if (!fact.notes().isEmpty()) {
            ReportWriter.writeTexts("notes", fact.notes(), json);
        }
    }

    private void writePace(Unit unit, Pace pace) {
        json.number("elapsed", Unit.RATIO.print(pace.elapsed()));
        json.name("expectedByNow");
        GoalWriter.writeAmounts(pace.expectedByNow(), amount -> amount(unit, amount), json);
        amountIfAny("projection", unit, pace.projection());
        json.number("remainingDays", pace.remainingDays());
        amountIfAny("requiredPace", unit, pace.requiredPace());
    }

    private void writeFields(Scorecard.Score score) {
        json.text("who", score.who().toString());
        json.text("period", score.period().toString());
        json.name("score");
        amountOrNull(Unit.SCORE, score.score());
        json.name("noData").startArray();
        score.noData().forEach(json::text);
        json.endArray();
    }

    private void amountIfAny(String name, Unit unit, @Nullable BigDecimal amount) {
        if (amount != null) {
            json.name(name);
            amount(unit, amount);
        }
    }

    private void amountOrNull(Unit unit, @Nullable BigDecimal amount) {
        if (amount == null) {
            json.nothing();
        } else {
            amount(unit, amount);
        }
    }

    /** Money as a text; a part of a count, such as one that was pro-rated, with the digits of other decimals. */
    private void amount(Unit unit, BigDecimal amount) {
        if (unit == Unit.MONEY) {
            json.text(unit.print(amount));
        } else {
            boolean isWhole = amount.stripTrailingZeros().scale() <= 0;
            json.number((unit == Unit.COUNT && !isWhole ? Unit.NUMBER : unit).print(amount));
        }
    }
}
