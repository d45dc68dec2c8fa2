package io.github.saleskpi.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Is told the parts of an event one after the other: those of few values make its {@linkplain Shapes shape}, the others are
 * passed over here, and written down by a {@link PartWriter}. Not thread-safe.
 */
class Parts {
    private @Nullable Object word;
    private @Nullable Object otherWord;
    private long flags;

    /** Another event begins. */
    final void beginShape() {
        word = null;
        otherWord = null;
        flags = 1;
    }

    /** The last word that was told. */
    final @Nullable Object lastWord() {
        return word;
    }

    /** The one before. */
    final @Nullable Object otherWord() {
        return otherWord;
    }

    /** All that was true or false, and 1 before it. */
    final long flags() {
        return flags;
    }

    /** A word of few values; at most two. */
    final Parts word(Object value) {
        otherWord = word;
        word = value;
        return this;
    }

    /** Something true or false. */
    final Parts flag(boolean value) {
        flags = flags << 1 | (value ? 1 : 0);
        return this;
    }

    /** A text that hardly any other event has. */
    Parts text(String value) {
        return this;
    }

    final Parts textOrNull(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    /** A text that many events have. */
    Parts label(String value) {
        return this;
    }

    final Parts labelOrNull(@Nullable String value) {
        flag(value != null);
        return value == null ? this : label(value);
    }

    /** The message that a column shows. */
    Parts message(String value) {
        return this;
    }

    /** A whole number, near zero in most cases. */
    Parts whole(long value) {
        return this;
    }

    /** How many parts follow. */
    final Parts size(int value) {
        flag(value > 0);
        return value > 0 ? whole(value) : this;
    }

    final Parts labels(Map<String, String> values) {
        size(values.size());
        if (!values.isEmpty()) {
            values.forEach((name, value) -> label(name).label(value));
        }
        return this;
    }

    final Parts durationOrNull(@Nullable Duration value) {
        flag(value != null);
        return value == null ? this : whole(value.getSeconds()).whole(value.getNano());
    }

    final Parts moneyOrNull(@Nullable BigMoney value) {
        flag(value != null);
        return value == null ? this : word(value.getCurrencyUnit()).decimal(value.getAmount());
    }

    final Parts decimalOrNull(@Nullable BigDecimal value) {
        flag(value != null);
        return value == null ? this : decimal(value);
    }

    Parts decimal(BigDecimal value) {
        return this;
    }
}
