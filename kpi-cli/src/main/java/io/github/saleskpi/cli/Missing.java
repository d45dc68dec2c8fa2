package io.github.saleskpi.cli;

import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Complaints about what is not there to be explained: they name what there is. */
final class Missing {
    private Missing() {}

    /** A target is not compared for them then. */
    static Complaint comparison(String target, Scope who, Period period, Scorecard scorecard) {
        List<Comparison> all = scorecard.comparisons().stream()
                .filter(each -> each.target().id().equals(target))
                .toList();
        if (all.isEmpty()) {
            return Complaint.usage(
                    "--target",
                    target,
                    "is compared for nobody yet, as none of its periods has begun",
                    "Maybe --as-of.");
        }
        List<String> periods = texts(all, each -> each.who().equals(who), Comparison::period);
        return periods.isEmpty()
                ? Complaint.usage(
                        "--who",
                        who.toString(),
                        target + " is not compared for them",
                        Nearest.hint(who.toString(), texts(all, each -> true, Comparison::who)))
                : Complaint.usage(
                        "--period",
                        period.toString(),
                        target + " is not compared for " + who + " then",
                        Nearest.hint(period.toString(), periods));
    }

    /** Nobody of that name is paid then. */
    static Complaint statement(Scope who, Period period, List<String> paid) {
        return Complaint.usage(
                "--who", who.toString(), "nothing is paid to them for " + period, Nearest.hint(who.toString(), paid));
    }

    /** The statement has no such line. */
    static Complaint line(String id, PayStatement statement) {
        return Complaint.usage(
                "--component",
                id,
                "is no line of " + statement.rep() + " in " + statement.period(),
                Nearest.hint(
                        id,
                        statement.lines().stream().map(PayStatement.Line::id).toList()));
    }

    private static List<String> texts(
            List<Comparison> all, Predicate<Comparison> which, Function<Comparison, Object> part) {
        return all.stream()
                .filter(which)
                .map(each -> part.apply(each).toString())
                .distinct()
                .toList();
    }
}
