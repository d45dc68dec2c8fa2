package io.github.saleskpi.plan;

import java.util.Comparator;
import java.util.List;

/**
 * What a linter has to say about a document that can be read but may not mean what its author thinks. Immutable and
 * thread-safe; ordered by severity, subjects and message.
 *
 * @param severity how bad it is
 * @param subjects the ids of what it is about, such as targets; sorted
 * @param message subject (value): rule. Maybe a hint.
 */
public record Finding(Severity severity, List<String> subjects, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> String.join("\n", finding.subjects))
            .thenComparing(Finding::message);

    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** It cannot be meant so: results would be missing or senseless. */
        ERROR,
        /** It can be meant so, but seldom is. */
        WARNING
    }

    public Finding {
        subjects = subjects.stream().sorted().toList();
    }

    /** It cannot be meant so. */
    public static Finding error(List<String> subjects, String message) {
        return new Finding(Severity.ERROR, subjects, message);
    }

    /** It can be meant so, but seldom is. */
    public static Finding warning(List<String> subjects, String message) {
        return new Finding(Severity.WARNING, subjects, message);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return severity + " " + message;
    }
}
