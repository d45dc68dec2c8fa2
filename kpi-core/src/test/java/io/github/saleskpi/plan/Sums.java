package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Works out the equations in the words of a calculation, such as {@code 1 - (3 - 2) / 4 = 0.75}, to see whether they hold. */
final class Sums {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");

    private final String text;
    private int at;

    private Sums(String text) {
        this.text = text;
    }

    /** How many equations stand in those words; fails if one of them does not hold. */
    static int check(String words) {
        int equations = 0;
        for (String clause : words.split("[^-0-9.()|x/+= ]+", -1)) {
            List<String> sides = new ArrayList<>();
            for (String side : clause.split("=", -1)) {
                if (side.chars().anyMatch(Character::isDigit)) {
                    sides.add(side.strip());
                }
            }
            for (int i = 1; i < sides.size(); i++) {
                BigDecimal value = of(sides.get(i));
                assertThat(value.subtract(of(sides.get(i - 1))).abs())
                        .as(words)
                        .isLessThanOrEqualTo(value.abs().max(BigDecimal.ONE).multiply(TOLERANCE));
                equations++;
            }
        }
        return equations;
    }

    private static BigDecimal of(String expression) {
        Sums sums = new Sums(expression.replace(" ", ""));
        BigDecimal value = sums.sum();
        assertThat(sums.at).as(expression).isEqualTo(sums.text.length());
        return value;
    }

    private boolean takes(char sign) {
        boolean taken = at < text.length() && text.charAt(at) == sign;
        at += taken ? 1 : 0;
        return taken;
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (true) {
            if (takes('+')) {
                sum = sum.add(product());
            } else if (takes('-')) {
                sum = sum.subtract(product());
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal product = term();
        while (true) {
            if (takes('x')) {
                product = product.multiply(term());
            } else if (takes('/')) {
                product = product.divide(term(), MathContext.DECIMAL128);
            } else {
                return product;
            }
        }
    }

    private BigDecimal term() {
        if (takes('-')) {
            return term().negate();
        }
        boolean isSize = takes('|');
        if (isSize || takes('(')) {
            BigDecimal inner = sum();
            assertThat(takes(isSize ? '|' : ')')).as(text).isTrue();
            return isSize ? inner.abs() : inner;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new BigDecimal(text.substring(from, at));
    }
}
