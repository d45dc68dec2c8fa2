package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
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

    /** How many facts are kept from story to story. */
    private static final int MOST = 1 << 10;

    /** As many as a processor fetches at once, and some more. */
    private static final int FORESEEN = 32;

    private final Standing standing;
    private final Storylines storylines;
    private final ReportingCalendar calendar;
    private final Identities identities;
    private final @Nullable IdentityKind kind;
    private final @Nullable Cast<?>[] casts;
    private @Nullable Cast<?> large;
    private final boolean[] isLookedAt = new boolean[Notes.NO_SHAPE + 1];
    private final int[] foreseen = new int[FORESEEN];
    private int ahead;
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
        this.casts = new Cast<?>[storylines.all().size()];
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

    /** Takes note of a row that will be told soon, if the like of its event were looked at before. */
    void foresee(Notes next, int row) {
        foreseen[ahead] = next.event(row);
        ahead += isLookedAt[next.shape(row)] ? 1 : 0;
        if (ahead == foreseen.length) {
            lookAhead();
        }
    }

    /** Looks at the events of which note was taken. No retraction has a row, but without a question nobody would look. */
    void lookAhead() {
        if (standing.foresee(foreseen, ahead) > 0) {
            throw new IllegalStateException("story: must not tell a retraction");
        }
        ahead = 0;
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
    public boolean isMoved() {
        return true;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public SalesEvent event(int index) {
        return read(rows[from + index]);
    }

    SalesEvent read(int row) {
        isLookedAt[notes.shape(row)] = true;
        return look(row);
    }

    @Override
    public SalesEvent like(int index) {
        return likeOf(rows[from + index]);
    }

    @Override
    public @Nullable String rep(int index) {
        return repOf(rows[from + index]);
    }

    @Override
    public Moment moment(int index) {
        return momentOf(rows[from + index]);
    }

    Moment momentOf(int row) {
        return new Moment(Instant.ofEpochSecond(notes.second(row), notes.nano(row)), notes.isDayOnly(row), calendar);
    }

    /** Whether details of a row's event are read without making the event for that. */
    boolean isTakenApart(int row) {
        return standing.makesAnew() && notes.shape(row) != Notes.NO_SHAPE;
    }

    @Override
    public @Nullable String owner(int index) {
        int row = rows[from + index];
        return isTakenApart(row) ? (String) standing.detail(notes.event(row), Detail.OWNER) : Says.owner(read(row));
    }

    SalesEvent likeOf(int row) {
        return standing.like(notes.shape(row), notes.event(row));
    }

    private @Nullable String repOf(int row) {
        int rep = notes.rep(row);
        return rep == Notes.REP_ASKED ? look(row).actor().repId() : standing.rep(rep);
    }

    @Override
    @SuppressWarnings("unchecked") // each is made for its storyline
    public <R extends Enum<R>> Facts<R> facts(int number, Storyline<R> storyline) {
        Cast<?> cast = casts[number];
        if (cast == null) {
            cast = new Cast<>(number, storyline);
            casts[number] = cast;
        }
        return ((Cast<R>) cast).take();
    }

    @Override
    public Says says(int index) {
        return notes.says(rows[from + index]);
    }

    /** What was noted of its events, and of those of others. */
    Notes notes() {
        return notes;
    }

    Standing standing() {
        return standing;
    }

    /** The name that the event of a row gives, as merges have it; null for none. */
    @Nullable
    String named(int row, IdentityKind asked) {
        if (kind == asked && !isAlone) {
            return key();
        }
        String named = asked == IdentityKind.REP ? repOf(row) : keyOf(row, asked);
        return named == null ? null : identities.root(asked, named);
    }

    private @Nullable String keyOf(int row, IdentityKind asked) {
        isLookedAt[notes.shape(row)] = true;
        return standing.keyOf(notes.event(row), asked);
    }

    /** The facts that a storyline is shown, made once and used for one story after another. */
    private final class Cast<R extends Enum<R>> {
        private final int number;
        private final Storyline<R> storyline;
        private final int place;
        private final Facts<R> facts = new Facts<>(0);
        private int made;

        Cast(int number, Storyline<R> storyline) {
            this.number = number;
            this.storyline = storyline;
            this.place = storylines.place(number);
        }

        /** Those of the story as it is now. */
        Facts<R> take() {
            if (large != null) {
                large.letGo();
                large = null;
            }
            int used = 0;
            for (int i = from; i < from + size; i++) {
                int row = rows[i];
                int role = place < Notes.STORYLINES ? notes.role(row, place) : Notes.ROLE_ASKED;
                if (role == Notes.ROLE_ASKED) {
                    R asked = storyline.role(storyline.readsKindOnly() ? likeOf(row) : look(row));
                    if (asked != null) {
                        fact(used++).moveTo(row, role, asked);
                    }
                } else if (role != 0) {
                    fact(used++).moveTo(row, role, null);
                }
            }
            facts.show(used);
            if (made > MOST) {
                large = this;
            }
            return facts;
        }

        /** What one long story needed is not kept for all that follow. */
        private void letGo() {
            facts.keep(MOST);
            made = MOST;
        }

        @SuppressWarnings("unchecked") // no others are taken in
        private NotedFact<R> fact(int index) {
            if (index == made) {
                facts.show(index);
                facts.append(new NotedFact<>(NotedStory.this, number));
                made++;
            }
            return (NotedFact<R>) facts.any(index);
        }
    }
}
