package io.github.saleskpi.jackson;

import java.io.IOException;
import java.io.OutputStream;

/** JSON values in UTF-8, one after another; what each version of Jackson is adapted to. Not thread-safe. */
interface JsonOutput {
    void startObject();

    void endObject();

    void startArray();

    void endArray();

    void name(String name);

    void text(String text);

    void number(long number);

    void flag(boolean flag);

    /** Writes out what was collected, and begins anew. */
    void moveTo(OutputStream out) throws IOException;

    /** Gives up what was collected, and begins anew. */
    void discard();
}
