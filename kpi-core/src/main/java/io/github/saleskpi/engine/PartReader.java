package io.github.saleskpi.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Gives back what a {@link PartWriter} was told, in the same order. Not thread-safe. */
final class PartReader {
    private static final int SEVEN = 7;
    private static final int SEVEN_BITS = 0x7F;

    private final EventRows rows;
    private final int row;
    private final BytePool bytes;
    private @Nullable String id;
    private long position;

    PartReader(EventRows rows, int row, BytePool bytes, long position) {
        this.rows = rows;
        this.row = row;
        this.bytes = bytes;
        this.position = position;
    }

    String id() {
        String known = id;
        if (known == null) {
            known = text(rows.ids);
            id = known;
        }
        return known;
    }

    String repId() {
        return text(rows.reps);
    }

    String text() {
        int distance = (int) whole();
        return distance == 0 ? id() : rows.texts.text(rows.ids.getInt(row) + distance);
    }

    /** Null if it was null in an event of the same shape. */
    @Nullable
    String text(@Nullable String like) {
        return like == null ? null : text();
    }

    @Nullable
    String personId() {
        return textOrNull(rows.persons);
    }

    @Nullable
    String requestIdOrNull() {
        return textOrNull(rows.requests);
    }

    String requestId() {
        return text(rows.requests);
    }

    @Nullable
    String opportunityIdOrNull() {
        return textOrNull(rows.opportunities);
    }

    String opportunityId() {
        return text(rows.opportunities);
    }

    String message() {
        return text(rows.messages);
    }

    private String text(Column column) {
        return rows.texts.text(column.getInt(row));
    }

    private @Nullable String textOrNull(Column column) {
        int number = column.getInt(row);
        return number == TextNumbers.NONE ? null : rows.texts.text(number);
    }

    long whole() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes.get(position++);
            value |= (long) (next & SEVEN_BITS) << shift;
            shift += SEVEN;
        } while (next > SEVEN_BITS);
        return value >>> 1 ^ -(value & 1);
    }

    /** Goes past a text or a whole number. */
    PartReader skip() {
        while (bytes.get(position++) > SEVEN_BITS) {
            // one more byte of it
        }
        return this;
    }

    /** Goes past a text that there is if an event of the same shape had one. */
    PartReader skip(@Nullable String like) {
        return like == null ? this : skip();
    }

    /** How many parts follow, which were none in an event of the same shape or were some. */
    int size(boolean isNone) {
        return isNone ? 0 : (int) whole();
    }

    SortedMap<String, String> labels(SortedMap<String, String> like) {
        if (like.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (int left = size(false); left > 0; left--) {
            String name = text();
            values.put(name, text());
        }
        return values;
    }

    @Nullable
    Duration duration(@Nullable Duration like) {
        if (like == null) {
            return null;
        }
        long seconds = whole();
        return Duration.ofSeconds(seconds, whole());
    }

    @Nullable
    BigMoney money(@Nullable BigMoney like) {
        return like == null ? null : moneyLike(like);
    }

    BigMoney moneyLike(BigMoney like) {
        return BigMoney.of(like.getCurrencyUnit(), decimal());
    }

    @Nullable
    BigDecimal decimal(@Nullable BigDecimal like) {
        return like == null ? null : decimal();
    }

    private BigDecimal decimal() {
        long scale = whole();
        if ((scale & 1) == 0) {
            return BigDecimal.valueOf(whole(), (int) (scale >> 1));
        }
        byte[] digits = new byte[(int) whole()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) bytes.get(position++);
        }
        return new BigDecimal(new BigInteger(digits), (int) (scale >> 1));
    }
}
