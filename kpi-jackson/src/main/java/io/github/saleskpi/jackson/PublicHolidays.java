package io.github.saleskpi.jackson;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Knows the public holidays of countries, for calendars that name a country instead of dates. */
@FunctionalInterface
public interface PublicHolidays {
    /**
     * The dates on which nobody works there, of all years that events may have, as far as they are known.
     *
     * @param country such as {@code BG}
     * @param region a part of the country, or null for the holidays of all of it
     * @throws IllegalArgumentException if the country or the region is unknown; the message is {@code subject (value): rule.
     *     Maybe hint.}, where the subject is {@code country} or {@code region}
     */
    Collection<LocalDate> of(String country, @Nullable String region);
}
