package io.github.saleskpi.indicator;

import java.time.Year;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else measured, or claims, about the subject of a definition: data to compare with, from which nothing is
 * computed, and never a default target. Immutable and thread-safe.
 *
 * @param figure the finding with its numbers
 * @param definition what was counted, as far as the source says
 * @param population among whom
 * @param year of the measurement, else of the publication; null where the source does not say
 * @param source who says so, and where
 * @param trust how far to believe it
 */
public record ReferenceFigure(
        String figure,
        String definition,
        String population,
        @Nullable Year year,
        String source,
        Trust trust) {
    /** How far to believe a figure. */
    public enum Trust {
        /** Published by those who measured it, with their method. */
        PRIMARY,
        /** Without its method, or by somebody with something to sell. */
        SECONDARY,
        /** Often repeated, and nobody finds who measured it. */
        DISPUTED;

        /** In lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReferenceFigure {
        if (figure.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("reference figure (" + figure + ", " + source
                    + "): must have a figure and a source. Maybe name those who repeat it, and dispute it.");
        }
    }
}
