package io.github.saleskpi.jackson;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip input (RFC 1952): of all its members, one behind the other. The JDK's own stream takes whatever is
 * no member behind the first for the end, so that a damaged member is lost unseen; here only zeros may stand behind the
 * last. Not thread-safe.
 */
final class GzipMembers extends InputStream {
    private static final int BLOCK = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int TIME_AND_SYSTEM = 6;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private boolean inMember;
    private boolean ended;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    static boolean begins(int first, int second) {
        return first == MAGIC_1 && second == MAGIC_2;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember) {
                begin();
            } else {
                int count = inflate(bytes, from, length);
                if (count > 0) {
                    return count;
                }
                end();
            }
        }
        return length > 0 ? -1 : 0;
    }

    /** Reads the header of the next member, if there is one. */
    private void begin() throws IOException {
        int first = next();
        while (first == 0) {
            first = next();
        }
        if (first < 0) {
            ended = true;
            inflater.end();
            return;
        }
        checksum.reset();
        checksum.update(first);
        require(begins(first, required()) && required() == DEFLATE, "is no member");
        int flags = required();
        require((flags & RESERVED) == 0, "has an unknown flag");
        skip(TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            long expected = checksum.getValue() & 0xFFFF;
            require((required() | required() << 8) == expected, "has a damaged header");
        }
        checksum.reset();
        inMember = true;
    }

    /** 0 at the end of the member. */
    private int inflate(byte[] bytes, int from, int length) throws IOException {
        try {
            int count = inflater.inflate(bytes, from, length);
            while (count == 0 && !inflater.finished()) {
                require(!inflater.needsDictionary(), "needs a dictionary");
                if (at == filled && !fill()) {
                    throw new EOFException("gzip: is cut off");
                }
                inflater.setInput(block, at, filled - at);
                at = filled;
                count = inflater.inflate(bytes, from, length);
            }
            checksum.update(bytes, from, count);
            return count;
        } catch (DataFormatException damaged) {
            throw new ZipException("gzip: " + damaged.getMessage());
        }
    }

    /** Checks what stands behind the content of a member. */
    private void end() throws IOException {
        at = filled - inflater.getRemaining();
        require(number() == checksum.getValue(), "has another checksum");
        require(number() == (inflater.getBytesWritten() & 0xFFFF_FFFFL), "has another length");
        inflater.reset();
        inMember = false;
    }

    private long number() throws IOException {
        return required() | required() << 8 | required() << 16 | (long) required() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private void skipText() throws IOException {
        int character = required();
        while (character != 0) {
            character = required();
        }
    }

    /** A byte that must be there; those of a header count for its checksum. */
    private int required() throws IOException {
        int value = next();
        if (value < 0) {
            throw new EOFException("gzip: is cut off");
        }
        if (!inMember) {
            checksum.update(value);
        }
        return value;
    }

    private int next() throws IOException {
        return at < filled || fill() ? block[at++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        int count = in.read(block, 0, block.length);
        if (count == 0) { // it must not, but some do
            int single = in.read();
            block[0] = (byte) single;
            count = single < 0 ? -1 : 1;
        }
        filled = Math.max(0, count);
        return filled > 0;
    }

    private static void require(boolean lawful, String what) throws ZipException {
        if (!lawful) {
            throw new ZipException("gzip: " + what);
        }
    }
}
