package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A story of a batch, by the rows that were noted of its events; moved on from story to story. Facts of it are good until
 * then. Not thread-safe.
 */
final class NotedStory implements Excerpt {
    private static final int FEW = 24;

    private final Standing standing;
    private final Storylines storylines;
    private final ReportingCalendar calendar;
    private final Identities identities;
    private final @Nullable IdentityKind kind;
    private Notes notes = new Notes();
    private int[] rows = {};
    private int from;
    private int size;
    private boolean isAlone;
    private @Nullable String key;

    /** @param kind that of the keys, or null if no merges speak of such */
    NotedStory(
            Standing standing,
            Storylines storylines,
            @Nullable IdentityKind kind,
            ReportingCalendar calendar,
            Identities identities) {
        this.standing = standing;
        this.storylines = storylines;
        this.kind = kind;
        this.calendar = calendar;
        this.identities = identities;
    }

    /** Shows the story of these rows of the notes, which it sorts. */
    @SuppressWarnings("ReferenceEquality")
    void moveTo(Notes to, int[] ordered, int start, int end) {
        if (notes != to || rows != ordered) { // what is written into something old costs a fence
            notes = to;
            rows = ordered;
        }
        from = start;
        size = end - start;
        isAlone = false;
        key = null;
        sort();
    }

    /** Shows the story of that row alone. */
    void moveToAlone(Notes to, int[] one) {
        moveTo(to, one, 0, 1);
        isAlone = true;
    }

    private void sort() {
        if (size <= FEW) {
            for (int i = from + 1; i < from + size; i++) {
                int row = rows[i];
                int place = i;
                for (; place > from && compare(rows[place - 1], row) > 0; place--) {
                    rows[place] = rows[place - 1];
                }
                rows[place] = row;
            }
        } else if (!isSorted()) {
            Integer[] sorted = new Integer[size];
            Arrays.setAll(sorted, i -> rows[from + i]);
            Arrays.sort(sorted, this::compare);
            for (int i = 0; i < size; i++) {
                rows[from + i] = sorted[i];
            }
        }
    }

    private boolean isSorted() {
        for (int i = from + 1; i < from + size; i++) {
            if (compare(rows[i - 1], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private int compare(int row, int other) {
        int order = notes.compareTimes(row, other);
        return order != 0 ? order : StoryOrder.INSTANCE.compare(look(row), look(other));
    }

    private SalesEvent look(int row) {
        return standing.event(notes.event(row));
    }

    @Override
    public @Nullable String key() {
        if (key == null && !isAlone) {
            int number = notes.number(rows[from]);
            key = number < 0 ? notes.text(rows[from]) : standing.text(number);
        }
        return key;
    }

    @Override
    public boolean isAlone() {
        return isAlone;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public SalesEvent event(int index) {
        return look(rows[from + index]);
    }

    @Override
    public SalesEvent like(int index) {
        return likeOf(rows[from + index]);
    }

    @Override
    public @Nullable String rep(int index) {
        return repOf(rows[from + index]);
    }

    private SalesEvent likeOf(int row) {
        return standing.like(notes.shape(row), notes.event(row));
    }

    private @Nullable String repOf(int row) {
        int rep = notes.rep(row);
        return rep == Notes.REP_ASKED ? look(row).actor().repId() : standing.rep(rep);
    }

    @Override
    @SuppressWarnings("unchecked") // the storyline itself gave it
    public <R extends Enum<R>> @Nullable R role(int number, Storyline<R> storyline, int index) {
        int place = storylines.place(number);
        int role = place < Notes.STORYLINES ? notes.role(rows[from + index], place) : Notes.ROLE_ASKED;
        if (role == Notes.ROLE_ASKED) {
            return storyline.role(storyline.readsKindOnly() ? like(index) : event(index));
        }
        return role == 0 ? null : (R) standing.roles().get(number, role);
    }

    @Override
    public <R extends Enum<R>> Fact<R> fact(R role, int index) {
        return new NotedFact<>(role, rows[from + index]);
    }

    @Override
    public Says says(int index) {
        return notes.says(rows[from + index]);
    }

    /** An event in its role, by what was noted of it. */
    private final class NotedFact<R extends Enum<R>> extends FactView<R> {
        private final int row;
        private @Nullable SalesEvent event;

        NotedFact(R role, int row) {
            super(role);
            this.row = row;
        }

        @Override
        public SalesEvent event() {
            SalesEvent known = event;
            if (known == null) {
                known = look(row);
                event = known;
            }
            return known;
        }

        @Override
        public <E extends SalesEvent> E like(Class<E> type) {
            return type.cast(likeOf(row));
        }

        @Override
        public String id() {
            return event().id();
        }

        @Override
        public Instant at() {
            return Instant.ofEpochSecond(notes.second(row), notes.nano(row));
        }

        @Override
        Moment newMoment() {
            return new Moment(at(), dayOnly(), calendar);
        }

        @Override
        public boolean dayOnly() {
            return notes.isDayOnly(row);
        }

        @Override
        public boolean isBefore(Fact<?> other) {
            if (dayOnly() || other.dayOnly()) {
                return moment().isBefore(other.moment());
            }
            if (other instanceof NotedFact<?> noted && noted.isOf(notes)) {
                return notes.compareTimes(row, noted.row) < 0;
            }
            return at().isBefore(other.at());
        }

        @SuppressWarnings("ReferenceEquality") // rows are numbers within one list
        private boolean isOf(Notes others) {
            return notes == others;
        }

        @Override
        long day(Days days) {
            return dayOnly() ? Days.dateOnly(notes.second(row)) : days.dayOf(notes.second(row));
        }

        @Override
        public @Nullable String named(IdentityKind asked) {
            if (kind == asked && !isAlone) {
                return key();
            }
            String named = asked == IdentityKind.REP ? repOf(row) : keyOf(event(), asked);
            return named == null ? null : identities.root(asked, named);
        }
    }
}
