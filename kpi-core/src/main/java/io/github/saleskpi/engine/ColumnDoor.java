package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events in columns come in. What an event is to a subject is found once for all events of a shape, if all storylines
 * of that subject {@linkplain Storyline#readsKindOnly read the kind only}; else, and where a subject's keys are no column,
 * the event is made anew. Not thread-safe.
 */
final class ColumnDoor extends Door {
    private static final int UNASKED = -1;
    private static final int REPS = 1 << 13;
    private static final int CROWD = 8;
    private static final long NO_REP = -1;

    private final EventColumns columns;
    private final int from;
    private final int size;
    private final @Nullable IdentityKind[] kinds;
    private final Instant knownAt;
    private final Instant asOf;
    private final long[] reps = new long[REPS]; // the number of the name's text, and that of the rep

    /** The events of the rows from one on, up to another. */
    ColumnDoor(KpiQuery query, Storylines storylines, Viewpoint view, EventColumns columns, int from, int to) {
        super(query, storylines, view);
        this.columns = columns;
        this.from = from;
        this.size = to - from;
        this.knownAt = view.knownAt();
        this.asOf = view.asOf();
        this.kinds = new IdentityKind[subjects().size()];
        Arrays.setAll(kinds, subject -> subjects().get(subject).identity().orElse(null));
        Arrays.fill(reps, NO_REP);
    }

    /** Looks at all of them. */
    void readAll() {
        for (int number = 0; number < size; number++) {
            read(number);
        }
    }

    private void read(int number) {
        int row = from + number;
        noteId(PackedKey.printOf(columns.id(row)), number);
        int shape = columns.shape(row);
        SalesEvent event = shape == Shapes.NONE ? columns.get(row) : null;
        if (noteCorrection(event == null ? columns.example(shape) : event, number)) {
            return;
        }
        long second = columns.second(row);
        int nano = columns.nano(row);
        if (isAfter(columns.recordedSecond(row), columns.recordedNano(row), knownAt) || isAfter(second, nano, asOf)) {
            noteUntold(number);
            return;
        }
        boolean isDayOnly = columns.isDayOnly(row);
        noteDay(isDayOnly ? Days.dateOnly(second) : days().dayOf(second), number);
        long time = second << 1 | (isDayOnly ? 1 : 0);
        int rep = UNASKED;
        for (int subject = 0; subject < kinds.length; subject++) {
            long roles;
            if (event == null && isByShape(subject)) {
                roles = rolesOfShape(subject, shape, columns.example(shape));
            } else {
                event = event == null ? columns.get(row) : event;
                roles = rolesOf(subject, event);
            }
            if (roles != Notes.NO_USE) {
                rep = rep == UNASKED ? rep(row) : rep;
                noteStories(subject, event, row, time, nano, number, Notes.with(roles, shape, rep));
            }
        }
    }

    private static boolean isAfter(long second, int nano, Instant moment) {
        return second > moment.getEpochSecond() || (second == moment.getEpochSecond() && nano > moment.getNano());
    }

    /** The number of the acting rep, which mostly stands in a table. */
    private int rep(int row) {
        int text = columns.key(row, IdentityKind.REP);
        if (text == TextNumbers.NONE) {
            return Notes.NOBODY;
        }
        for (int i = 0; i < CROWD; i++) {
            int place = (text + i) & (REPS - 1);
            if (reps[place] == NO_REP) {
                reps[place] = (long) text << Integer.SIZE | repNumber(columns.text(text));
            }
            if (reps[place] >>> Integer.SIZE == text) {
                return (int) reps[place];
            }
        }
        return repNumber(columns.text(text));
    }

    private void noteStories(
            int subject, @Nullable SalesEvent event, int row, long time, int nano, int number, long roles) {
        Subject about = subjects().get(subject);
        IdentityKind kind = kinds[subject];
        boolean isColumn = kind != null || about == Subject.MESSAGE;
        int text = kind != null ? columns.key(row, kind) : isColumn ? columns.message(row) : TextNumbers.NONE;
        if (text != TextNumbers.NONE) {
            noteStory(subject, text, time, nano, number, roles);
            return;
        }
        Collection<String> keys = isColumn || about == Subject.ALONE
                ? List.of()
                : about == Subject.ASSET && event == null
                        ? assets(row)
                        : SubjectIndex.keysOf(about, event == null ? columns.get(row) : event);
        noteStories(subject, keys, time, nano, number, roles);
    }

    @SuppressWarnings("unchecked") // there are no other details of that name
    private Collection<String> assets(int row) {
        Object assets = columns.detail(row, Detail.ASSETS);
        return assets == null ? List.of() : (Collection<String>) assets;
    }

    @Override
    int size() {
        return size;
    }

    @Override
    SalesEvent event(int number) {
        return columns.get(from + number);
    }

    @Override
    SalesEvent @Nullable [] @Nullable [] chunks() {
        return null;
    }

    @Override
    List<SalesEvent> examples() {
        return columns.examples();
    }

    @Override
    boolean isOf(int number, Class<? extends SalesEvent> type) {
        int shape = columns.shape(from + number);
        return type.isInstance(shape == Shapes.NONE ? event(number) : columns.example(shape));
    }

    @Override
    long day(int number, Days zone) {
        long second = columns.second(from + number);
        return columns.isDayOnly(from + number) ? Days.dateOnly(second) : zone.dayOf(second);
    }

    @Override
    @Nullable
    String keyOf(int number, IdentityKind kind) {
        int text = columns.key(from + number, kind);
        return text == TextNumbers.NONE ? null : columns.text(text);
    }

    @Override
    String id(int number) {
        return columns.text(columns.id(from + number));
    }

    @Override
    @Nullable
    Object detail(int number, Detail detail) {
        return columns.detail(from + number, detail);
    }

    @Override
    @Nullable
    String attribute(int number, String name) {
        return columns.attribute(from + number, name);
    }

    @Override
    long printOfId(String id) {
        return PackedKey.printOf(columns.find(id));
    }

    @Override
    long printOfKey(String text) {
        return PackedKey.printOf(columns.find(text));
    }

    @Override
    String text(int number) {
        return columns.text(number);
    }
}
