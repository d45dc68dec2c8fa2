package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Takes the parts of an event one after the other: those of few values for its shape, the others as bytes. Not thread-safe. */
final class PartWriter {
    /** How many bits a number of 64 bits has beside its sign. */
    static final int SIGN = Long.SIZE - 1;

    private final TextTable texts;
    private final BytePool bytes;
    private String id = "";
    private int idNumber;
    private int message;
    private @Nullable Object word;
    private @Nullable Object otherWord;
    private long flags;

    PartWriter(TextTable texts, BytePool bytes) {
        this.texts = texts;
        this.bytes = bytes;
    }

    /** Another event begins, whose id has that number. */
    PartWriter begin(String ownId, int number) {
        id = ownId;
        idNumber = number;
        message = TextNumbers.NONE;
        word = null;
        otherWord = null;
        flags = 1;
        return this;
    }

    /** The shape of what was told. */
    Shape shape(EventCode<?> code, Header header) {
        Actor actor = header.actor();
        return new Shape(code, header.precision(), actor.kind(), header.channel(), word, otherWord, flags);
    }

    /** The number of the message that was told of, or -1. */
    int message() {
        return message;
    }

    /** A word of few values; at most two. */
    PartWriter word(Object value) {
        otherWord = word;
        word = value;
        return this;
    }

    /** Something true or false. */
    PartWriter flag(boolean value) {
        flags = flags << 1 | (value ? 1 : 0);
        return this;
    }

    /** A text that hardly any other event has. */
    PartWriter text(String value) {
        return reference(numberOf(value));
    }

    /** Many a thing is called like its event. */
    private int numberOf(String value) {
        return value.equals(id) ? idNumber : texts.number(value);
    }

    PartWriter textOrNull(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    /** A text that many events have. */
    PartWriter label(String value) {
        return reference(texts.wordNumber(value));
    }

    PartWriter labelOrNull(@Nullable String value) {
        flag(value != null);
        return value == null ? this : label(value);
    }

    /** The message that a column shows. */
    PartWriter message(String value) {
        message = numberOf(value);
        return this;
    }

    /** Texts often stand near the id of their event, or are the same. */
    private PartWriter reference(int number) {
        return whole(number - idNumber);
    }

    /** A whole number, near zero in most cases. */
    PartWriter whole(long value) {
        bytes.addNumber(value << 1 ^ value >> SIGN);
        return this;
    }

    /** How many parts follow. */
    PartWriter size(int value) {
        flag(value > 0);
        return value > 0 ? whole(value) : this;
    }

    PartWriter labels(Map<String, String> values) {
        size(values.size());
        values.forEach((name, value) -> label(name).label(value));
        return this;
    }

    PartWriter durationOrNull(@Nullable Duration value) {
        flag(value != null);
        return value == null ? this : whole(value.getSeconds()).whole(value.getNano());
    }

    PartWriter moneyOrNull(@Nullable BigMoney value) {
        flag(value != null);
        return value == null ? this : word(value.getCurrencyUnit()).decimal(value.getAmount());
    }

    PartWriter decimalOrNull(@Nullable BigDecimal value) {
        flag(value != null);
        return value == null ? this : decimal(value);
    }

    /** Its scale is doubled, and one more if the digits take more than 64 bits. */
    private PartWriter decimal(BigDecimal value) {
        BigInteger digits = value.unscaledValue();
        if (digits.bitLength() <= SIGN) {
            return whole(2L * value.scale()).whole(digits.longValueExact());
        }
        byte[] all = digits.toByteArray();
        whole(2L * value.scale() + 1).whole(all.length);
        for (byte each : all) {
            bytes.add(each);
        }
        return this;
    }
}
