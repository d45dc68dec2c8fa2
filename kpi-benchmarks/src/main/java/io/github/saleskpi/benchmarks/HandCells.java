package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link HandLoop} counts by rep and month, in arrays of months from a first one. Not thread-safe. */
final class HandCells {
    private static final int DAY = 86_400;

    /** The counts of one rep and month. */
    static final class Cell {
        final List<Long> ended = new ArrayList<>(0);
        final List<Long> censored = new ArrayList<>(0);
        final Map<String, HandAsset> assets = new HashMap<>(0);
        long cold;
        long led;
        long closed;
        long won;
        long followUps;
        long mails;
        long linked;
        private boolean social;
        private int activeDays;

        void takeActivity(SocialActivity activity) {
            social = true;
            if (activity.kind() != SocialActivity.Kind.REACTION) {
                activeDays |=
                        1 << LocalDate.ofEpochDay(dayOf(activity.occurredAt())).getDayOfMonth();
            }
        }
    }

    private final Map<@Nullable String, @Nullable Cell[]> byRep = new HashMap<>();
    private final Instant asOf;
    private final long firstDay;
    private final int[] monthOfDay;
    private final List<YearMonth> months = new ArrayList<>();

    HandCells(Instant asOf) {
        this.asOf = asOf;
        YearMonth last = YearMonth.from(LocalDate.ofEpochDay(dayOf(asOf)));
        YearMonth first = last.minusYears(3);
        this.firstDay = first.atDay(1).toEpochDay();
        this.monthOfDay = new int[(int) (last.atEndOfMonth().toEpochDay() - firstDay) + 1];
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        for (int day = 0, month = 0; day < monthOfDay.length; day++) {
            month += months.get(month).atEndOfMonth().toEpochDay() < firstDay + day ? 1 : 0;
            monthOfDay[day] = month;
        }
    }

    private static long dayOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY);
    }

    /** The cell of that rep (null: nobody) and instant, which is of the three years before the viewpoint. */
    Cell at(@Nullable String rep, Instant at) {
        @Nullable Cell[] own = byRep.get(rep);
        if (own == null) {
            own = new Cell[months.size()];
            byRep.put(rep, own);
        }
        int month = monthOfDay[(int) (dayOf(at) - firstDay)];
        Cell cell = own[month];
        if (cell == null) {
            cell = new Cell();
            own[month] = cell;
        }
        return cell;
    }

    /** What was counted, over a catalogue of these materials. */
    Map<Place, Reading> figures(Collection<HandAsset> catalogue) {
        Map<Place, Reading> figures = new HashMap<>();
        for (int number = 0; number < months.size(); number++) {
            Month month = new Month(months.get(number), asOf, catalogue);
            for (Map.Entry<@Nullable String, @Nullable Cell[]> row : byRep.entrySet()) {
                Cell cell = row.getValue()[number];
                if (cell != null) {
                    month.read(row.getKey(), cell, figures);
                }
            }
        }
        return figures;
    }

    /** What all cells of one month are read with. */
    private static final class Month {
        private final YearMonth month;
        private final Instant start;
        private final Instant end;
        private final long working;
        private long catalogue;
        private int workingDays;

        Month(YearMonth month, Instant asOf, Collection<HandAsset> assets) {
            this.month = month;
            this.start = CrmRules.monthStart(month);
            Instant next = CrmRules.monthStart(month.plusMonths(1));
            this.end = next.isBefore(asOf) ? next : asOf;
            this.working = CrmRules.workingDays(month, asOf);
            for (HandAsset asset : assets) {
                catalogue += asset.isThereBetween(start, end) ? 1 : 0;
            }
            for (LocalDate date = month.atDay(1); !date.isAfter(month.atEndOfMonth()); date = date.plusDays(1)) {
                workingDays |= CrmRules.isWorkingDay(date) ? 1 << date.getDayOfMonth() : 0;
            }
        }

        void read(@Nullable String rep, Cell cell, Map<Place, Reading> figures) {
            put(figures, Kpi.CONTACT_QUALITY.place(rep, month), cell.led, cell.cold);
            put(figures, Kpi.FOLLOW_UPS.place(rep, month), cell.followUps, cell.closed);
            put(figures, Kpi.WIN_RATE.place(rep, month), cell.won, cell.closed);
            put(figures, Kpi.EMAIL_LINKS.place(rep, month), cell.linked, cell.mails);
            int active = Integer.bitCount(cell.activeDays & workingDays);
            put(figures, Kpi.SOCIAL_USE.place(rep, month), active, cell.social ? working : 0);
            long used = 0;
            for (HandAsset asset : cell.assets.values()) {
                used += asset.isThereBetween(start, end) ? 1 : 0;
            }
            put(figures, Kpi.MATERIAL_USE.place(rep, month), used, cell.assets.isEmpty() ? 0 : catalogue);
            if (!cell.ended.isEmpty() || !cell.censored.isEmpty()) {
                figures.put(
                        Kpi.RESPONSE_TIME.place(rep, month), Waits.median(lengths(cell.ended), lengths(cell.censored)));
            }
        }
    }

    private static void put(Map<Place, Reading> figures, Place place, long part, long whole) {
        if (whole != 0) {
            figures.put(place, new Reading.Quotient(part, whole));
        }
    }

    private static long[] lengths(List<Long> list) {
        long[] lengths = new long[list.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = list.get(i);
        }
        return lengths;
    }
}
