package io.github.saleskpi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON document that an option names. */
final class JsonFile {
    private JsonFile() {}

    /** What the reader makes of the file, or null without one. */
    static <T> @Nullable T read(String option, @Nullable Path file, Reader<T> reader) {
        if (file == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(in);
        } catch (IllegalArgumentException refused) {
            throw Complaint.access(option + " " + file + ": " + refused.getMessage());
        } catch (IOException failed) {
            throw FileTrouble.reading(file.toString(), failed);
        }
    }

    /** Reads a document, or refuses it with an {@link IllegalArgumentException} that begins with the path in it. */
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }
}
