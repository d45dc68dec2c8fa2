package io.github.saleskpi.jackson;

import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.Curve.Point;
import io.github.saleskpi.pay.Curve.Reading;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.Curve.Tiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads curves: {@code {"marginal":[{"from":"0","to":"1","rate":"1"},{"from":"1","rate":"1.5"}]}}, so too {@code whole} and
 * {@code step}, or {@code {"linear":[{"at":"0","gives":"0"},{"at":"1","gives":"1"}]}}; tiers with an accelerator or
 * decelerator, {@code {"marginal":[{"from":"0","rate":"1"}],"accelerator":{"above":"1","times":"1.5"}}}.
 */
final class CurveReader {
    private static final List<String> KINDS = List.of("marginal", "whole", "step", "linear");

    private CurveReader() {}

    static Curve read(DocumentValue value) {
        value.withFields(
                List.of(),
                Stream.concat(KINDS.stream(), Stream.of("accelerator", "decelerator"))
                        .toList());
        List<String> kinds =
                KINDS.stream().filter(kind -> value.fieldOrNull(kind) != null).toList();
        if (kinds.size() != 1) {
            throw value.wrong("must have one of " + String.join(", ", KINDS), "Maybe tiers were meant.");
        }
        DocumentValue accelerator = value.fieldOrNull("accelerator");
        DocumentValue decelerator = value.fieldOrNull("decelerator");
        DocumentValue inside = value.field(kinds.get(0));
        if (kinds.get(0).equals("linear")) {
            @Nullable DocumentValue other = accelerator == null ? decelerator : accelerator;
            if (other != null) {
                throw other.wrong("must stand with tiers", "Maybe another point was meant.");
            }
            return linear(inside);
        }
        Tiers tiers = tiers(kinds.get(0), inside);
        if (accelerator != null) {
            accelerator.withFields("above", "times");
            tiers = tiers.accelerated(
                    accelerator.field("above").decimal(),
                    accelerator.field("times").decimal());
        }
        if (decelerator != null) {
            decelerator.withFields("below", "times");
            tiers = tiers.decelerated(
                    decelerator.field("below").decimal(),
                    decelerator.field("times").decimal());
        }
        return tiers;
    }

    private static Tiers tiers(String kind, DocumentValue array) {
        Reading reading =
                kind.equals("marginal") ? Reading.MARGINAL : kind.equals("whole") ? Reading.WHOLE : Reading.STEP;
        List<Tier> tiers = array.items().stream().map(CurveReader::tier).toList();
        try {
            return new Tiers(reading, tiers);
        } catch (IllegalArgumentException refused) {
            throw array.wrong(refused);
        }
    }

    private static Tier tier(DocumentValue value) {
        value.withFields(List.of("from", "rate"), List.of("to"));
        DocumentValue to = value.fieldOrNull("to");
        BigDecimal from = value.field("from").decimal();
        BigDecimal end = to == null ? null : to.decimal();
        BigDecimal rate = value.field("rate").decimal();
        try {
            return new Tier(from, end, rate);
        } catch (IllegalArgumentException refused) {
            throw (to == null ? value : to).wrong(refused);
        }
    }

    private static Curve linear(DocumentValue array) {
        List<Point> points = array.items().stream()
                .map(point -> point.withFields("at", "gives"))
                .map(point -> new Point(
                        point.field("at").decimal(), point.field("gives").decimal()))
                .toList();
        try {
            return new Curve.Linear(points);
        } catch (IllegalArgumentException refused) {
            throw array.wrong(refused);
        }
    }
}
