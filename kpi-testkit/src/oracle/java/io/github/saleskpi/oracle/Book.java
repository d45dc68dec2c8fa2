package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was told, line by line, each in its scope and period. */
final class Book {
    /**
     * A line in its place.
     *
     * @param period null outside what {@code all} covers
     */
    record Entry(List<Scope> scopes, @Nullable Period period, Tale.Line line) {}

    private final Question question;
    private final Viewpoint view;
    private final @Nullable LocalDate historyStarts;
    private final Roots roots;
    private final People people;
    private final Map<Storyline<?>, List<Telling.Told>> told = new HashMap<>();
    private final Map<Storyline<?>, List<Entry>> entries = new HashMap<>();

    Book(Question question, Selection selection, Viewpoint view) {
        this.question = question;
        this.view = view;
        this.historyStarts = selection.facts().stream()
                .map(event -> LocalDates.of(LocalDates.momentOf(event, question.calendar())))
                .min(LocalDate::compareTo)
                .orElse(null);
        this.roots = selection.roots();
        this.people = new People(question, roots);
        Telling telling = new Telling(new ToldStory.World(question, selection, people, view.asOf()));
        for (Indicator indicator : question.indicators()) {
            for (Storyline<?> storyline : indicator.storylines()) {
                List<Telling.Told> stories = told.computeIfAbsent(storyline, telling::all);
                entries.computeIfAbsent(
                        storyline,
                        key -> stories.stream()
                                .flatMap(story -> story.tale().lines().stream()
                                        .map(line -> new Entry(
                                                scopesOf(line, story.beginning()), periodOf(line.moment()), line)))
                                .toList());
            }
        }
    }

    Question question() {
        return question;
    }

    Viewpoint view() {
        return view;
    }

    @Nullable
    LocalDate historyStarts() {
        return historyStarts;
    }

    List<Entry> entriesOf(Indicator indicator) {
        return indicator.storylines().stream()
                .flatMap(storyline -> Objects.requireNonNull(entries.get(storyline)).stream())
                .toList();
    }

    Stream<Telling.Told> storiesOf(Indicator indicator) {
        return indicator.storylines().stream()
                .flatMap(storyline -> Objects.requireNonNull(told.get(storyline)).stream());
    }

    boolean isReported(@Nullable Period period) {
        if (period == null || question.every() == Granularity.ALL) {
            return period != null;
        }
        boolean endsInTime = question.from() == null || period.to().compareTo(question.from()) > 0;
        return endsInTime && (question.to() == null || period.from().compareTo(question.to()) < 0);
    }

    /** A cell whose period ends after {@code asOf} is not complete. */
    boolean isComplete(Period period) {
        LocalDate end = question.every() == Granularity.ALL ? endOfAll() : period.to();
        Instant over = end.atStartOfDay(question.calendar().zone()).toInstant();
        return over.compareTo(view.asOf()) <= 0;
    }

    private LocalDate endOfAll() {
        return Optional.ofNullable(question.to())
                .orElseGet(() -> view.asOf()
                        .atZone(question.calendar().zone())
                        .toLocalDate()
                        .plusDays(1));
    }

    private @Nullable Period periodOf(Moment moment) {
        if (question.every() != Granularity.ALL) {
            return question.calendar().periodOf(LocalDates.of(moment), question.every());
        }
        LocalDate begin = question.from() != null ? question.from() : historyStarts;
        boolean covered = begin != null
                && LocalDates.of(moment).compareTo(begin) >= 0
                && LocalDates.of(moment).compareTo(endOfAll()) < 0;
        return covered ? Period.all() : null;
    }

    /** The dates from one to another, exclusive, that a period covers. */
    LocalDate startOf(Period period) {
        if (period.granularity() != Granularity.ALL) {
            return period.from();
        }
        LocalDate begin = question.from() != null ? question.from() : historyStarts;
        return begin == null ? question.calendar().dateOf(view.asOf()) : begin;
    }

    LocalDate endOf(Period period) {
        if (period.granularity() != Granularity.ALL) {
            return period.to();
        }
        return endOfAll().isBefore(startOf(period)) ? startOf(period) : endOfAll();
    }

    People people() {
        return people;
    }

    /** The team of whom a line is credited to, on its day, and those above it; a single null for none. */
    List<@Nullable String> teamsOf(Tale.Line line) {
        return people.teams(
                roots.of(IdentityKind.REP, line.rep()), line.moment().date());
    }

    private List<Scope> scopesOf(Tale.Line line, @Nullable SalesEvent beginning) {
        String rep = roots.of(IdentityKind.REP, line.rep());
        List<Scope> scopes = List.of(Scope.company());
        for (Dimension dimension : line.company() ? new ArrayList<Dimension>() : question.groupBy()) {
            List<@Nullable String> values = new ArrayList<>();
            if (Objects.equals(dimension, Dimension.TEAM)) {
                values.addAll(teamsOf(line));
            } else if (Objects.equals(dimension, Dimension.REP)) {
                values.add(rep);
            } else {
                LocalDate date = LocalDates.of(line.moment());
                String own = valueOf(dimension, line.from().as(SalesEvent.class), rep, date);
                if (own == null && beginning != null) { // rule 5: then of the event that started the story
                    own = valueOf(dimension, beginning, rep, date);
                }
                values.add(own);
            }
            scopes = scopes.stream()
                    .flatMap(scope -> values.stream().map(value -> scope.and(dimension, value)))
                    .toList();
        }
        return scopes;
    }

    private static @Nullable String valueOf(
            Dimension dimension, SalesEvent event, @Nullable String rep, LocalDate date) {
        if (!dimension.equals(new Dimension(dimension.name()))) {
            return dimension.valueOf(event, rep, date); // of somebody's own making
        }
        return Objects.equals(dimension, Dimension.CHANNEL)
                ? event.header().channel()
                : event.header().attributes().get(dimension.name());
    }
}
