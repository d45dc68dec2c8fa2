package io.github.saleskpi.jackson;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Every;
import io.github.saleskpi.plan.Target.Once;
import io.github.saleskpi.plan.Target.Spread;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes plans as they are read, without what is said by default. */
final class PlanWriter {
    private final ReportOutput json;

    private PlanWriter(ReportOutput json) {
        this.json = json;
    }

    static void write(Plan plan, ReportOutput json) {
        new PlanWriter(json).write(plan);
    }

    private void write(Plan plan) {
        json.startObject();
        ReferenceWriter.text("id", plan.id(), json);
        json.name("versions").startArray();
        for (Plan.Version version : plan.versions()) {
            json.startObject().text("effectiveFrom", version.effectiveFrom().toString());
            json.name("targets").startArray();
            version.targets().forEach(this::write);
            json.endArray().endObject();
        }
        json.endArray().endObject().end();
    }

    private void write(Target target) {
        json.startObject();
        ReferenceWriter.text("id", target.id(), json);
        ReferenceWriter.text("indicator", text(target.indicator().id()), json);
        write(target.audience());
        if (target.schedule() instanceof Every every) {
            json.text("every", every.length().toString());
            json.text("from", every.from().toString()).text("to", every.to().toString());
        } else if (target.schedule() instanceof Once once) {
            json.text("period", once.period().toString());
        }
        json.name("goal");
        GoalWriter.write(target.goal(), amount -> amount(amount, target), json);
        amountIfAny("threshold", target.threshold(), target);
        amountIfAny("stretch", target.stretch(), target);
        if (target.weight().compareTo(BigDecimal.ONE) != 0) {
            json.number("weight", Decimals.text(target.weight()));
        }
        if (target.attainment() != AttainmentRule.defaultOf(target.goal())) {
            json.text("attainment", target.attainment().toString());
        }
        if (target.currency() != null) {
            json.text("currency", target.currency().getCode());
        }
        if (target.spread() != null) {
            write(target.spread());
        }
        json.endObject();
    }

    private void write(Audience audience) {
        if (audience.rep().isPresent() && audience.team().isPresent()) {
            Audience rep = Audience.rep(audience.rep().get());
            ReferenceWriter.text("who", rep.toString(), json);
            ReferenceWriter.text("team", audience.team().get(), json);
        } else {
            ReferenceWriter.text("who", audience.toString(), json);
        }
    }

    private void write(Spread spread) {
        if (!spread.shares().isEmpty()) {
            json.name("spread").startObject().name("shares").startArray();
            spread.shares().forEach(share -> json.text(Decimals.text(share)));
            json.endArray().endObject();
        } else if (!spread.workingDays()) {
            json.text("spread", "calendarDays");
        }
        if (!spread.prorated()) {
            json.name("prorate").flag(false);
        }
    }

    /** The name by which it is found, with the version where that is not the first. */
    private static String text(IndicatorId id) {
        String whole = id.toString();
        return id.version() == 1 ? whole.substring(0, whole.lastIndexOf('@')) : whole;
    }

    private void amountIfAny(String name, @Nullable BigDecimal amount, Target target) {
        if (amount != null) {
            json.name(name);
            amount(amount, target);
        }
    }

    private void amount(BigDecimal amount, Target target) {
        if (target.currency() == null) {
            json.number(Decimals.text(amount));
        } else {
            json.text(Decimals.text(amount));
        }
    }
}
