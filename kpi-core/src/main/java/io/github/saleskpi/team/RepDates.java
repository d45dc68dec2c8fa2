package io.github.saleskpi.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The dates of one rep, cut into spans in which nothing changes. Immutable. */
final class RepDates {
    /** Dates on which the rep is in that team or none, employed or not, absent or not. */
    private record Span(LocalDateRange dates, @Nullable String team, boolean employed, boolean absent) {}

    /** Of two memberships the one that began last counts; of two that began together, the one of the greater id. */
    private static final Comparator<Organization.Line> BEGAN = Comparator.comparing(
                    (Organization.Line line) -> line.dates().getStart())
            .thenComparing(line -> Objects.requireNonNullElse(line.team(), ""));

    private final List<Span> spans;

    private RepDates(List<Span> spans) {
        this.spans = spans;
    }

    static RepDates of(
            List<Organization.Line> members, List<Organization.Line> employment, List<Organization.Line> absences) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        for (List<Organization.Line> lines : List.of(members, employment, absences)) {
            for (Organization.Line line : lines) {
                cuts.add(line.dates().getStart());
                cuts.add(line.dates().getEnd());
            }
        }
        List<Span> spans = new ArrayList<>();
        for (LocalDate from = cuts.first(); from != null && cuts.higher(from) != null; from = cuts.higher(from)) {
            LocalDate first = from;
            String team = members.stream()
                    .filter(line -> line.dates().contains(first))
                    .max(BEGAN)
                    .map(Organization.Line::team)
                    .orElse(null);
            boolean employed = employment.isEmpty() ? team != null : covers(employment, first);
            spans.add(new Span(
                    LocalDateRange.of(first, Objects.requireNonNull(cuts.higher(first))),
                    team,
                    employed,
                    covers(absences, first)));
        }
        return new RepDates(List.copyOf(spans));
    }

    private static boolean covers(List<Organization.Line> lines, LocalDate date) {
        return lines.stream().anyMatch(line -> line.dates().contains(date));
    }

    @Nullable
    String teamOn(LocalDate date) {
        Span span = spanOn(date);
        return span == null ? null : span.team;
    }

    boolean isAtWork(LocalDate date) {
        Span span = spanOn(date);
        return span != null && span.employed && !span.absent;
    }

    List<LocalDateRange> atWork(LocalDateRange within, Predicate<@Nullable String> team) {
        return ranges(within, span -> span.employed && !span.absent && team.test(span.team));
    }

    List<LocalDateRange> employed(LocalDateRange within) {
        return ranges(within, span -> span.employed);
    }

    SortedSet<String> teamsWithin(LocalDateRange within) {
        TreeSet<String> teams = new TreeSet<>();
        for (Span span : spans) {
            if (span.team != null && span.dates.overlaps(within)) {
                teams.add(span.team);
            }
        }
        return teams;
    }

    private List<LocalDateRange> ranges(LocalDateRange within, Predicate<Span> which) {
        List<LocalDateRange> ranges = new ArrayList<>();
        for (Span span : spans) {
            if (which.test(span) && span.dates.overlaps(within)) {
                LocalDateRange dates = span.dates.intersection(within);
                int last = ranges.size() - 1;
                if (last >= 0 && ranges.get(last).getEnd().equals(dates.getStart())) {
                    ranges.set(last, ranges.get(last).union(dates));
                } else {
                    ranges.add(dates);
                }
            }
        }
        return ranges;
    }

    private @Nullable Span spanOn(LocalDate date) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = spans.get(middle);
            if (span.dates.contains(date)) {
                return span;
            }
            if (date.isBefore(span.dates.getStart())) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }
}
