package io.github.saleskpi.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a report is written. */
enum Format {
    TABLE,
    JSON,
    CSV;

    static Format of(String option, String word) {
        for (Format format : values()) {
            if (format.toString().equals(word)) {
                return format;
            }
        }
        String words = Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(" or "));
        throw Complaint.usage(option, word, "must be " + words, "Maybe json.");
    }

    @Override
    public String toString() {
        return switch (this) {
            case TABLE -> "table";
            case JSON -> "json";
            case CSV -> "csv";
        };
    }
}
