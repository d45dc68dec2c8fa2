package io.github.saleskpi.engine;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes the parts of an event down as bytes, except those of its shape. Not thread-safe. */
final class PartWriter extends Parts {
    /** How many bits a number of 64 bits has beside its sign. */
    static final int SIGN = Long.SIZE - 1;

    private final TextTable texts;
    private final BytePool bytes;
    private String id = "";
    private int idNumber;
    private int message;

    PartWriter(TextTable texts, BytePool bytes) {
        this.texts = texts;
        this.bytes = bytes;
    }

    /** Another event begins, whose id has that number. */
    PartWriter begin(String ownId, int number) {
        id = ownId;
        idNumber = number;
        message = TextNumbers.NONE;
        return this;
    }

    /** The number of the message that was told of, or -1. */
    int message() {
        return message;
    }

    @Override
    Parts text(String value) {
        return reference(numberOf(value));
    }

    /** Many a thing is called like its event. */
    private int numberOf(String value) {
        return value.equals(id) ? idNumber : texts.number(value);
    }

    @Override
    Parts label(String value) {
        return reference(texts.wordNumber(value));
    }

    @Override
    Parts message(String value) {
        message = numberOf(value);
        return this;
    }

    /** Texts often stand near the id of their event, or are the same. */
    private Parts reference(int number) {
        return whole(number - idNumber);
    }

    @Override
    Parts whole(long value) {
        bytes.addNumber(value << 1 ^ value >> SIGN);
        return this;
    }

    /** Its scale is doubled, and one more if the digits take more than 64 bits. */
    @Override
    Parts decimal(BigDecimal value) {
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
