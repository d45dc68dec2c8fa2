package io.github.saleskpi.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words why a file cannot be read or written. */
final class FileTrouble {
    private FileTrouble() {}

    static Complaint reading(String name, IOException failed) {
        return Complaint.access(name, "input", "cannot be read: " + why(failed), hint(name, failed));
    }

    static Complaint writing(String name, IOException failed) {
        return Complaint.access(
                name,
                "output",
                "cannot be written: " + why(failed),
                "Maybe the disk is full, or nobody reads any more.");
    }

    private static String why(IOException failed) {
        if (failed instanceof NoSuchFileException || failed instanceof FileNotFoundException) {
            return "there is no such file or folder";
        }
        if (failed instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failed instanceof NotDirectoryException) {
            return "a part of the path is no folder";
        }
        return String.valueOf(failed.getMessage());
    }

    private static String hint(String name, IOException failed) {
        try {
            if (Files.isDirectory(Path.of(name))) {
                return "Maybe name the files in that folder.";
            }
        } catch (InvalidPathException noFile) {
            return "Maybe the name has a character too many.";
        }
        return failed instanceof AccessDeniedException ? "Maybe change its rights." : "Maybe the name is misspelt.";
    }
}
