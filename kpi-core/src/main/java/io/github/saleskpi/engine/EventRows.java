package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Events that were taken apart. What an event has in common with many others is its shape, of which an example is kept;
 * moments and the texts that tie events together are columns of numbers; the rest of each are a few bytes. An event without a
 * shape is kept whole. Thread-safe for reading once it is closed and safely published.
 */
final class EventRows {
    private static final int NONE = TextNumbers.NONE;

    final TextTable texts = new TextTable();
    final Shapes shapes = new Shapes();
    /** The number of the shape; -1 and less for the events that are kept whole, the first first. */
    final Column shapeOf = new Column();
    /** Whether only the date is known: 1 if so. */
    final Column dayOnly = new Column();

    final Column seconds = new Column();
    final Column nanos = new Column();
    /** How much later than it occurred it was recorded. */
    final Column lateSeconds = new Column();

    final Column lateNanos = new Column();
    final Column ids = new Column();
    final Column persons = new Column();
    final Column requests = new Column();
    final Column opportunities = new Column();
    final Column reps = new Column();
    final Column messages = new Column();
    /** Where the rest begins. */
    private final Column places = new Column();

    private final List<SalesEvent> whole = new ArrayList<>();
    private final BytePool rest = new BytePool();
    private final PartWriter parts = new PartWriter(texts, rest);
    private final Map<String, Integer> corrected = new HashMap<>();

    /** Whatever an event of an embedder's own may throw, it throws before anything of it is in a column. */
    void add(SalesEvent event) {
        Header header = event.header();
        Instant occurredAt = event.occurredAt();
        Instant recordedAt = event.recordedAt();
        boolean isDayOnly = header.precision() == Header.Precision.DAY;
        String repId = event.actor().repId();
        String ownId = event.id();
        int id = texts.number(ownId);
        int person = number(event.personId());
        int request = number(event.requestId());
        int opportunity = number(event.opportunityId());
        int rep = repId == null ? NONE : texts.wordNumber(repId);
        long place = rest.size();
        int shape = shapes.of(event, parts.begin(ownId, id));
        if (shape == Shapes.NONE) {
            whole.add(event);
            shape = -whole.size();
        }

        shapeOf.add(shape);
        dayOnly.add(isDayOnly ? 1 : 0);
        seconds.add(occurredAt.getEpochSecond());
        nanos.add(occurredAt.getNano());
        lateSeconds.add(recordedAt.getEpochSecond() - occurredAt.getEpochSecond());
        lateNanos.add((long) recordedAt.getNano() - occurredAt.getNano());
        ids.add(id);
        persons.add(person);
        requests.add(request);
        opportunities.add(opportunity);
        reps.add(rep);
        messages.add(parts.message());
        places.add(place);
        if (event instanceof EventRetracted retraction) {
            corrected.put(retraction.targetId(), NONE);
        } else if (event instanceof IdentityMerged merge) {
            corrected.put(merge.fromId(), NONE);
            corrected.put(merge.intoId(), NONE);
        }
    }

    private int number(@Nullable String text) {
        return text == null ? NONE : texts.number(text);
    }

    /** Nothing is added any more. */
    void close() {
        corrected.replaceAll((text, none) -> texts.find(text));
        texts.close();
        shapes.close();
        rest.close();
        List.of(shapeOf, dayOnly, seconds, nanos, lateSeconds, lateNanos, ids, persons, requests, opportunities, reps)
                .forEach(Column::close);
        List.of(messages, places).forEach(Column::close);
    }

    int size() {
        return shapeOf.size();
    }

    /** The number of an id or key of which a retraction or a merge speaks; -1 if no event has it. */
    int find(String text) {
        return corrected.getOrDefault(text, NONE);
    }

    Instant occurredAt(int row) {
        return Instant.ofEpochSecond(seconds.get(row), nanos.get(row));
    }

    Instant recordedAt(int row) {
        return Instant.ofEpochSecond(recordedSecond(row), recordedNano(row));
    }

    long recordedSecond(int row) {
        return seconds.get(row) + lateSeconds.get(row);
    }

    int recordedNano(int row) {
        return (int) (nanos.get(row) + lateNanos.get(row));
    }

    /** The event, made anew unless it is kept whole. */
    SalesEvent event(int row) {
        int shape = shapeOf.getInt(row);
        if (shape < 0) {
            return whole.get(-shape - 1);
        }
        SalesEvent like = shapes.example(shape);
        PartReader reader = new PartReader(this, row, rest, places.get(row));
        return shapes.code(shape).makeAnew(like, header(row, like.header(), reader), reader);
    }

    /** A detail of an event that has a shape; null if there is none. */
    @Nullable
    Object detail(int row, Detail detail) {
        int shape = shapeOf.getInt(row);
        SalesEvent like = shapes.example(shape);
        PartReader reader = new PartReader(this, row, rest, places.get(row));
        if (!like.header().attributes().isEmpty()) {
            reader.labels(like.header().attributes());
        }
        return shapes.code(shape).read(detail, like, reader);
    }

    /** An attribute of an event that has a shape; null if it has none of that name. */
    @Nullable
    String attribute(int row, String name) {
        SortedMap<String, String> like =
                shapes.example(shapeOf.getInt(row)).header().attributes();
        return like.isEmpty()
                ? null
                : new PartReader(this, row, rest, places.get(row)).labels(like).get(name);
    }

    private Header header(int row, Header like, PartReader reader) {
        Instant occurredAt = occurredAt(row);
        boolean late = lateSeconds.get(row) != 0 || lateNanos.get(row) != 0;
        Actor actor = like.actor();
        return new Header(
                reader.id(),
                occurredAt,
                like.precision(),
                late ? recordedAt(row) : occurredAt,
                actor.repId() == null ? actor : new Actor(actor.kind(), reader.repId()),
                like.channel(),
                reader.labels(like.attributes()));
    }
}
