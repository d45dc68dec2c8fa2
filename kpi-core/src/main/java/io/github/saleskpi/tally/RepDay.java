package io.github.saleskpi.tally;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a rep did something. Immutable and thread-safe.
 *
 * @param rep the rep's id, or null for nobody
 * @param day the date in the report's zone
 */
public record RepDay(@Nullable String rep, LocalDate day) {}
