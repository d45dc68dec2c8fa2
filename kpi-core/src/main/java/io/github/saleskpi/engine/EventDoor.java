package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where event objects come in. Not thread-safe. */
final class EventDoor extends Door {
    private final @Nullable IdentityKind[] kinds;
    private final Shapes shapes = new Shapes();
    private final Parts parts = new Parts();
    private SalesEvent[][] chunks = new SalesEvent[8][];
    private int size;

    EventDoor(KpiQuery query, Storylines storylines, Viewpoint view) {
        super(query, storylines, view);
        this.kinds = new IdentityKind[subjects().size()];
        Arrays.setAll(kinds, subject -> subjects().get(subject).identity().orElse(null));
    }

    void add(SalesEvent event) {
        int number = size;
        keep(event);
        noteId(Fingerprint.of(event.id()), number);
        if (noteCorrection(event, number)) {
            return;
        }
        Instant at = event.occurredAt();
        if (event.recordedAt().isAfter(view().knownAt()) || at.isAfter(view().asOf())) {
            noteUntold(number);
            return;
        }
        long second = at.getEpochSecond();
        int nano = at.getNano();
        boolean isDayOnly = event.header().precision() == Header.Precision.DAY;
        noteDay(isDayOnly ? Days.dateOnly(second) : days().dayOf(second), number);
        long time = second << 1 | (isDayOnly ? 1 : 0);
        int shape = shapes.of(event, parts);
        int rep = repNumber(event.actor().repId());
        for (int subject = 0; subject < kinds.length; subject++) {
            long roles = shape != Shapes.NONE && isByShape(subject)
                    ? rolesOfShape(subject, shape, event)
                    : rolesOf(subject, event);
            if (roles != Notes.NO_USE) {
                noteStories(subject, event, time, nano, number, Notes.with(roles, shape, rep));
            }
        }
    }

    /** Arrays that grow old are slow to write references to, so each is written once, while it is new. */
    private void keep(SalesEvent event) {
        int chunk = size >> CHUNK;
        int place = size & (1 << CHUNK) - 1;
        if (place == 0) {
            chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
            chunks[chunk] = new SalesEvent[1 << CHUNK];
        }
        chunks[chunk][place] = event;
        size = Math.incrementExact(size);
    }

    private void noteStories(int subject, SalesEvent event, long time, int nano, int number, long roles) {
        IdentityKind kind = kinds[subject];
        Subject about = subjects().get(subject);
        boolean isOne = kind != null || about == Subject.MESSAGE || about == Subject.ALONE;
        String only =
                kind != null ? FactView.keyIfAny(event, kind) : about == Subject.MESSAGE ? messageOf(event) : null;
        if (only != null) {
            noteStory(subject, only, time, nano, number, roles);
        } else {
            noteStories(subject, isOne ? List.of() : SubjectIndex.keysOf(about, event), time, nano, number, roles);
        }
    }

    private static @Nullable String messageOf(SalesEvent event) {
        if (event instanceof MessageSent sent) {
            return sent.messageId();
        }
        return event instanceof LinkClicked clicked ? clicked.messageId() : null;
    }

    @Override
    int size() {
        return size;
    }

    @Override
    SalesEvent event(int number) {
        return chunks[number >> CHUNK][number & (1 << CHUNK) - 1];
    }

    @Override
    SalesEvent @Nullable [] @Nullable [] chunks() {
        return chunks;
    }

    @Override
    List<SalesEvent> examples() {
        return shapes.examples();
    }

    @Override
    boolean isOf(int number, Class<? extends SalesEvent> type) {
        return type.isInstance(event(number));
    }

    @Override
    long day(int number, Days zone) {
        return FactView.dayOf(event(number), zone);
    }

    @Override
    long printOfId(String id) {
        return Fingerprint.of(id);
    }

    @Override
    long printOfKey(String text) {
        return PackedKey.printOf(text);
    }

    @Override
    String text(int number) {
        throw new IllegalStateException("text " + number + ": keys of events have no numbers");
    }
}
