package io.github.saleskpi.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a report in JSON says, in the notation of the worked examples: {@code 2 / 3 = 66.7 %}, {@code 8 h 5 min},
 * {@code 1500 EUR}, {@code NO_DATA}.
 */
record Reading(JsonNode report) {
    private static final Pattern FIGURE = Pattern.compile("`(activities/task:[^`]+|[^`:]+)(?::([^`]+))?`(?:, (.+))?");
    private static final Pattern LEFT_OUT = Pattern.compile("left out `(.+)`");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal MINUTE = new BigDecimal(60);
    private static final BigDecimal HOUR = new BigDecimal(3600);
    private static final BigDecimal DAY = new BigDecimal(86400);

    /** The figure as the first column of a table names it. */
    String of(String scope, String period, String figure) {
        Matcher named = FIGURE.matcher(figure);
        if (!named.matches()) {
            return "no figure: " + figure;
        }
        String indicator = named.group(1) + "@1";
        String aspect = named.group(3) == null ? "" : named.group(3);
        Matcher leftOut = LEFT_OUT.matcher(aspect);
        if (leftOut.matches()) {
            return report.path("leftOut").path(indicator).path(leftOut.group(1)).asString("0");
        }
        for (JsonNode cell : report.get("cells")) {
            if (cell.get("indicator").stringValue().equals(indicator)
                    && cell.get("period").stringValue().equals(period)
                    && scopeOf(cell).equals(scope)) {
                String companion = named.group(2);
                return aspect(companion == null ? cell : cell.path("companions").path(companion), aspect);
            }
        }
        return "no such cell";
    }

    private static String scopeOf(JsonNode cell) {
        for (String dimension : new String[] {"rep", "team"}) {
            if (cell.has(dimension)) {
                return dimension + " " + cell.get(dimension).asString("nobody");
            }
        }
        return "company";
    }

    private static String aspect(JsonNode value, String aspect) {
        return switch (aspect) {
            case "" -> value.isMissingNode() ? "no such companion" : print(value);
            case "interval" -> bound(value, "low") + " to " + bound(value, "high");
            case "sample" -> value.get("sample").asString();
            case "complete" -> value.get("complete").booleanValue() ? "yes" : "no";
            default -> "no such aspect: " + aspect;
        };
    }

    private static String print(JsonNode value) {
        StringJoiner text = new StringJoiner(", ");
        if (value.has("undefined")) {
            text.add(value.get("undefined").stringValue());
            if (value.has("lowerBound")) {
                text.add("at least " + number(value, "lowerBound"));
            }
        } else if (value.get("value").isArray()) {
            value.get("value").forEach(item -> text.add(item.stringValue()));
        } else {
            String parts = value.has("numerator")
                    ? plain(value.get("numerator")) + " / " + plain(value.get("denominator")) + " = "
                    : "";
            text.add(parts + number(value, "value"));
        }
        value.path("notes").forEach(note -> text.add(note.stringValue()));
        return text.length() == 0 ? "none" : text.toString();
    }

    private static String bound(JsonNode value, String limit) {
        return value.has(limit) ? number(value, limit) : "none";
    }

    private static String number(JsonNode value, String field) {
        BigDecimal number = new BigDecimal(value.get(field).asString());
        return switch (value.get("unit").stringValue()) {
            case "duration" -> duration(number);
            case "ratio" -> rounded(number.multiply(HUNDRED), 1) + " %";
            case "number" -> rounded(number, 3);
            case "money" -> rounded(number, 2) + " " + value.get("currency").stringValue();
            default -> number.toPlainString();
        };
    }

    private static String duration(BigDecimal seconds) {
        if (seconds.signum() == 0) {
            return "0 s";
        }
        StringJoiner text = new StringJoiner(" ");
        BigDecimal[] days = seconds.divideAndRemainder(DAY);
        BigDecimal[] hours = days[1].divideAndRemainder(HOUR);
        BigDecimal[] minutes = hours[1].divideAndRemainder(MINUTE);
        add(text, days[0], days[0].compareTo(BigDecimal.ONE) == 0 ? "day" : "days");
        add(text, hours[0], "h");
        add(text, minutes[0], "min");
        add(text, minutes[1], "s");
        return text.toString();
    }

    private static void add(StringJoiner text, BigDecimal amount, String unit) {
        if (amount.signum() != 0) {
            text.add(amount.stripTrailingZeros().toPlainString() + " " + unit);
        }
    }

    private static String plain(JsonNode number) {
        return new BigDecimal(number.asString()).toPlainString();
    }

    private static String rounded(BigDecimal number, int digits) {
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
