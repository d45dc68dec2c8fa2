package io.github.saleskpi.jackson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input that fails where it would end. */
final class Unplugged extends FilterInputStream {
    Unplugged(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count < 0) {
            throw new IOException("unplugged");
        }
        return count;
    }
}
