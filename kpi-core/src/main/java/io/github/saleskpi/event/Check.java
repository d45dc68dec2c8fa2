package io.github.saleskpi.event;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The rules that components of events obey, and the words of the wire format. */
final class Check {
    private static final int DIGITS = 38;
    private static final int SCALE = 18;
    private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2262-01-01T00:00:00Z");

    private Check() {}

    static void present(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " (): must not be empty. Maybe the source has no value; leave the event out.");
        }
    }

    static void presentOrNull(String name, @Nullable String value) {
        if (value != null && value.isEmpty()) {
            throw new IllegalArgumentException(name + " (): must not be empty. Maybe leave it out.");
        }
    }

    static void attribute(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("attributes (" + name + "): must have a value. Maybe leave it out.");
        }
    }

    static void exactlyOne(@Nullable String requestId, @Nullable String opportunityId) {
        if ((requestId == null) == (opportunityId == null)) {
            throw new IllegalArgumentException("requestId and opportunityId (" + requestId + ", " + opportunityId
                    + "): exactly one must be given. Maybe send two events.");
        }
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + " (" + value + "): must be at least 1. Maybe retract the event instead.");
        }
    }

    static void year(String name, Instant value) {
        if (value.isBefore(FIRST) || !value.isBefore(END)) {
            throw new IllegalArgumentException(name + " (" + value
                    + "): must lie in the years 1678 to 2261. Maybe the unit of a timestamp is off.");
        }
    }

    static void length(Header header, @Nullable Duration duration) {
        if (duration == null) {
            return;
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "duration (" + duration + "): must not be negative. Maybe start and end are swapped.");
        }
        Instant end = header.occurredAt();
        if (duration.compareTo(Duration.ofSeconds(end.getEpochSecond() - FIRST.getEpochSecond(), end.getNano())) > 0) {
            throw new IllegalArgumentException("duration (" + duration
                    + "): the call must begin in the year 1678 or later. Maybe the unit is off.");
        }
    }

    static BigMoney money(BigMoney value) {
        return BigMoney.of(value.getCurrencyUnit(), number("amount", value.getAmount()));
    }

    static BigDecimal decimal(BigDecimal value) {
        return number("quantity", value);
    }

    private static BigDecimal number(String name, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!isWritable(value) && !(value.scale() == 0 && isWritable(shortest(plain)))) {
            throw new IllegalArgumentException(name + " (" + value + "): must have at most " + DIGITS
                    + " digits and a scale of -" + SCALE + " to " + SCALE + ". Maybe round it.");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static boolean isWritable(BigDecimal value) {
        return value.precision() <= DIGITS && value.scale() <= SCALE && value.scale() >= -SCALE;
    }

    /** The fewest digits that the rules allow: what was once made plain is accepted again. */
    private static BigDecimal shortest(BigDecimal stripped) {
        return stripped.scale() < -SCALE ? stripped.setScale(-SCALE) : stripped;
    }

    /** {@code NO_ANSWER_NEEDED} is {@code noAnswerNeeded}. */
    static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        boolean capital = false;
        for (char c : constant.name().toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '_') {
                word.append(capital ? Character.toUpperCase(c) : c);
            }
            capital = c == '_';
        }
        return word.toString();
    }
}
