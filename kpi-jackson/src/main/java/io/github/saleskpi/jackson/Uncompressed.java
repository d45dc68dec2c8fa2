package io.github.saleskpi.jackson;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** An input as it is, or uncompressed if it begins like gzip; looks at it when it is first read. Not thread-safe. */
final class Uncompressed extends InputStream {
    private final PushbackInputStream in;
    private @Nullable InputStream content;

    Uncompressed(InputStream in) {
        this.in = new PushbackInputStream(in, 2);
    }

    @Override
    public int read() throws IOException {
        return content().read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return content().read(bytes, from, length);
    }

    private InputStream content() throws IOException {
        InputStream known = content;
        if (known == null) {
            known = isGzip() ? new GzipMembers(in) : in;
            content = known;
        }
        return known;
    }

    private boolean isGzip() throws IOException {
        int first = in.read();
        int second = first == 0x1F ? in.read() : -1;
        if (second >= 0) {
            in.unread(second);
        }
        if (first >= 0) {
            in.unread(first);
        }
        return GzipMembers.begins(first, second);
    }
}
