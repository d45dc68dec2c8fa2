package io.github.saleskpi.cli;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.github.saleskpi.jackson.PublicHolidays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of countries as Jollyday knows them, on the dates on which they are observed, of 1970 to 2200; where
 * some are of the Islamic calendar, up to 2173, with which its tables end.
 */
final class CountryHolidays implements PublicHolidays {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    @Override
    public Collection<LocalDate> of(String country, @Nullable String region) {
        Set<String> codes = HolidayManager.getSupportedCalendarCodes();
        if (!codes.contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("country (" + country
                    + "): must be the code of a country whose holidays are known. Maybe BG, or list the dates.");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        String[] place = region == null ? new String[0] : new String[] {region(manager, region)};
        Set<LocalDate> dates = new TreeSet<>();
        try {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, place).stream()
                        .map(Holiday::getDate)
                        .forEach(dates::add);
            }
        } catch (DateTimeException endOfTables) {
            return dates;
        }
        return dates;
    }

    private static String region(HolidayManager manager, String region) {
        SortedSet<String> known = new TreeSet<>();
        CalendarHierarchy country = manager.getCalendarHierarchy();
        country.getChildren().values().forEach(part -> known.add(part.getId()));
        String id = region.toLowerCase(Locale.ROOT);
        if (!known.contains(id)) {
            throw new IllegalArgumentException("region (" + region + "): must be one of "
                    + (known.isEmpty() ? "none in this country" : String.join(", ", known))
                    + ". Maybe null, for the whole country.");
        }
        return id;
    }
}
