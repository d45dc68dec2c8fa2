package io.github.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a result goes: standard output, or a file, which appears only once it is whole. */
final class Destination {
    private static final int BUFFER = 1 << 16;

    private final @Nullable Path file;
    private final String name;
    private final OutputStream standardOutput;

    private Destination(@Nullable Path file, String name, OutputStream standardOutput) {
        this.file = file;
        this.name = name;
        this.standardOutput = standardOutput;
    }

    static Destination standardOutput(OutputStream standardOutput) {
        return new Destination(null, "standard output", standardOutput);
    }

    /** That file, unless one of those is the same, or it cannot be written anyway. */
    static Destination file(String name, List<Path> inputs) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException noPath) {
            throw Complaint.access("-o", name, "is no name of a file", "Maybe a character too many.");
        }
        for (Path input : inputs) {
            if (isSame(file, input)) {
                throw Complaint.usage(
                        "-o", name, "must not be a file that is read", "Maybe another name, such as report.json.");
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        if (name.isEmpty() || Files.isDirectory(file)) {
            throw Complaint.access("-o", name, "cannot be written: it is a folder", "Maybe a file in it.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Complaint.access("-o", name, "cannot be written: its folder does not exist", "Maybe make it first.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw Complaint.access("-o", name, "cannot be written: access is denied", "Maybe another folder.");
        }
        return new Destination(file, name, OutputStream.nullOutputStream());
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one)
                    ? Files.exists(other) && Files.isSameFile(one, other)
                    : real(one).equals(real(other));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path real(Path path) {
        return path.toAbsolutePath().normalize();
    }

    boolean isFile() {
        return file != null;
    }

    /** Writes what the writer gives. */
    void write(Result result) {
        try {
            if (file == null) {
                result.writeTo(standardOutput);
                standardOutput.flush();
            } else if (Files.exists(file) && (!Files.isRegularFile(file) || Files.isSymbolicLink(file))) {
                writeTo(file, result);
            } else {
                writeWhole(file, result);
            }
        } catch (UncheckedIOException failed) {
            IOException cause = failed.getCause();
            throw FileTrouble.writing(name, cause == null ? new IOException(failed) : cause);
        } catch (IOException failed) {
            throw FileTrouble.writing(name, failed);
        }
    }

    private static void writeWhole(Path target, Result result) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            writeTo(part, result);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeTo(Path target, Result result) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            result.writeTo(out);
        }
    }

    /** Something that can be written. */
    interface Result {
        void writeTo(OutputStream out) throws IOException;
    }
}
