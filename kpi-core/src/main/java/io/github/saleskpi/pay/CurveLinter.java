package io.github.saleskpi.pay;

import io.github.saleskpi.pay.Curve.Reading;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.Curve.Tiers;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.plan.Finding;
import java.math.BigDecimal;
import java.util.List;

/** Looks for what may not be meant in the curve of one component. */
final class CurveLinter {
    private final PayScheme scheme;
    private final PayComponent component;
    private final List<Finding> findings;

    CurveLinter(PayScheme scheme, PayComponent component, List<Finding> findings) {
        this.scheme = scheme;
        this.component = component;
        this.findings = findings;
    }

    void lint(boolean lessIsBetter) {
        if (component.curve() instanceof Tiers tiers) {
            checkRanges(tiers);
        }
        checkJumps(lessIsBetter);
        if (!lessIsBetter) {
            checkSlopes();
        }
        checkCap();
    }

    private void checkRanges(Tiers tiers) {
        for (int i = 1; i < tiers.tiers().size(); i++) {
            Tier low = tiers.tiers().get(i - 1);
            Tier high = tiers.tiers().get(i);
            if (low.isAbove(high.from())) {
                error("tiers " + low + " and " + high, "must not overlap", "the first ends where the second begins");
            } else if (high.from().compareTo(low.to()) > 0) {
                error("tiers " + low + " and " + high, "must leave no gap", "the first ends where the second begins");
            }
        }
        Tier last = tiers.tiers().get(tiers.tiers().size() - 1);
        if (last.to() != null) {
            warning("tier " + last, "is the last and should be open", "a cap was meant");
        }
    }

    private void checkJumps(boolean lessIsBetter) {
        for (BigDecimal at : component.curve().bends()) {
            BigDecimal below = capped(justBelow(at));
            BigDecimal jump = component.result(at).subtract(component.isBelowThreshold(at) ? BigDecimal.ZERO : below);
            boolean isThreshold = component.threshold() != null && at.compareTo(component.threshold()) == 0;
            if (!isThreshold && jump.signum() > 0 && at.signum() > 0 && !component.isBelowThreshold(at)) {
                warning("cliff at " + Exact.words(at), "a little more pays " + money(jump) + " more", "marginal tiers");
            } else if (jump.signum() < 0 && !lessIsBetter) {
                warning("fall at " + Exact.words(at), "more pays " + money(jump.negate()) + " less", "a rate is off");
            }
        }
        BigDecimal threshold = component.threshold();
        if (threshold != null && component.result(threshold).signum() > 0) {
            warning(
                    "cliff at " + Exact.words(threshold),
                    "reaching the threshold pays " + money(component.result(threshold)) + " at once",
                    "tiers that begin there");
        }
    }

    private void checkSlopes() {
        if (component.curve() instanceof Tiers tiers && tiers.reading() != Reading.STEP) {
            for (Tier tier : tiers.tiers()) {
                if (tier.rate().signum() < 0) {
                    warning("tier " + tier, "more pays less at rate " + Exact.words(tier.rate()), "a sign is off");
                }
            }
        } else if (component.curve() instanceof Curve.Linear line) {
            for (int i = 1; i < line.points().size(); i++) {
                Curve.Point low = line.points().get(i - 1);
                Curve.Point high = line.points().get(i);
                if (high.gives().compareTo(low.gives()) < 0) {
                    warning(
                            "line from " + Exact.words(low.at()) + " to " + Exact.words(high.at()),
                            "more pays less",
                            "two points are swapped");
                }
            }
        }
    }

    private void checkCap() {
        BigDecimal cap = component.cap();
        if (cap == null) {
            return;
        }
        for (BigDecimal at : component.curve().bends()) {
            BigDecimal given = component.curve().at(at);
            if (given.compareTo(cap) > 0) {
                warning(
                        "cap " + Exact.words(cap),
                        "is below what is given at " + Exact.words(at) + ", " + Exact.words(given),
                        "it caps the money, not the curve");
                return;
            }
        }
    }

    /** What inputs just below give, in the limit. */
    private BigDecimal justBelow(BigDecimal at) {
        if (!(component.curve() instanceof Tiers tiers) || tiers.reading() == Reading.MARGINAL) {
            return component.curve().at(at);
        }
        BigDecimal rate = tiers.tiers().stream()
                .filter(tier -> tier.from().compareTo(at) < 0
                        && (tier.to() == null || tier.to().compareTo(at) >= 0))
                .reduce((earlier, later) -> later)
                .map(Tier::rate)
                .orElse(BigDecimal.ZERO);
        return tiers.reading() == Reading.STEP ? rate : rate.multiply(at);
    }

    private BigDecimal capped(BigDecimal given) {
        return component.cap() == null ? given : given.min(component.cap());
    }

    private String money(BigDecimal result) {
        BigDecimal weighted = result.multiply(component.weight());
        if (component.pays() instanceof Pays.Amount amount) {
            return Exact.words(weighted.multiply(amount.amount())) + " " + scheme.currency();
        }
        if (component.pays() instanceof Pays.ShareOfBase) {
            return Exact.words(weighted.multiply(scheme.base())) + " " + scheme.currency();
        }
        return component.pays() instanceof Pays.RateOf rate
                ? Exact.words(weighted) + " of " + rate.of()
                : "a factor of " + Exact.words(result);
    }

    private void error(String what, String rule, String hint) {
        findings.add(Finding.error(List.of(component.id()), message(what, rule, hint)));
    }

    private void warning(String what, String rule, String hint) {
        findings.add(Finding.warning(List.of(component.id()), message(what, rule, hint)));
    }

    private String message(String what, String rule, String hint) {
        return "curve of " + component.id() + " (" + what + "): " + rule + ". Maybe " + hint + ".";
    }
}
