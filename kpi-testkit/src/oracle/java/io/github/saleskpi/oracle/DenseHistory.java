package io.github.saleskpi.oracle;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Random histories, so dense that everything happens to everything: at most 50 ids and 6 keys, few instants, and versions
 * of one id that change their type, their story and their order. The same seed gives the same events.
 */
public final class DenseHistory {
    /** About days on which clocks change, years and quarters begin, and Samoa skips a date. */
    private static final List<String> STARTS = List.of(
            "2026-03-05T00:00:00Z",
            "2026-03-26T00:00:00Z",
            "2025-12-27T00:00:00Z",
            "2011-12-27T00:00:00Z",
            "2010-11-04T00:00:00Z");

    private final Chance chance;
    private final EventBodies bodies;
    private final Instant start;
    private final int ids;
    private final int span;
    private final int dayOnly;
    private final int versions;
    private final List<BiFunction<Header, String, SalesEvent>> makers;
    private final List<SalesEvent> drawn = new ArrayList<>();

    /** A history of that seed. */
    public DenseHistory(long seed) {
        this(seed, List.of());
    }

    /** The same in which every fourth event is made by one of these of a header and a key. */
    public DenseHistory(long seed, List<BiFunction<Header, String, SalesEvent>> makers) {
        this.makers = List.copyOf(makers);
        this.chance = new Chance(seed);
        this.start = Instant.parse(chance.of(STARTS));
        this.ids = 5 + Math.max(chance.below(21), chance.below(21));
        this.span = 8 + chance.below(40);
        this.dayOnly = chance.of(5, 15, 50);
        this.versions = chance.of(10, 30, 50);
        this.bodies = new EventBodies(chance, 2 + Math.min(chance.below(5), chance.below(5)), this::anyId);
    }

    /** Some first instant of it. */
    public Instant start() {
        return start;
    }

    /** All drawn so far. */
    public List<SalesEvent> drawn() {
        return List.copyOf(drawn);
    }

    /** So many further events. */
    public List<SalesEvent> next(int events) {
        List<SalesEvent> more = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            more.add(next());
        }
        return more;
    }

    /** The next event in the order of arrival, which is no other order. */
    public SalesEvent next() {
        SalesEvent event = drawn.isEmpty() || !chance.percent(versions) ? fresh() : version(chance.of(drawn));
        drawn.add(event);
        return event;
    }

    private SalesEvent fresh() {
        boolean isDayOnly = chance.percent(dayOnly);
        Instant drawnAt = instant();
        Instant occurredAt = isDayOnly && chance.percent(50) ? drawnAt.truncatedTo(ChronoUnit.DAYS) : drawnAt;
        Header header = Header.of(chance.of("e", "E") + chance.below(ids), occurredAt)
                .withPrecision(isDayOnly ? Header.Precision.DAY : Header.Precision.EXACT)
                .withRecordedAt(recordedAt(occurredAt));
        return body(trimmings(header));
    }

    private SalesEvent body(Header header) {
        return !makers.isEmpty() && chance.percent(25)
                ? chance.of(makers).apply(header, bodies.key())
                : bodies.any(header);
    }

    /** Another version of an event: corrected later, or at the very same time, where only components decide. */
    private SalesEvent version(SalesEvent earlier) {
        Header old = earlier.header();
        Instant recordedAt = chance.percent(50) ? old.recordedAt() : recordedAt(old.recordedAt());
        Instant occurredAt = chance.percent(70) ? old.occurredAt() : instant();
        Header header = new Header(
                old.id(), occurredAt, old.precision(), recordedAt, old.actor(), old.channel(), old.attributes());
        header = chance.percent(40) ? trimmings(header) : header;
        return chance.percent(50) ? bodies.like(earlier, header) : body(header);
    }

    private Header trimmings(Header plain) {
        Header header = plain.withActor(actor()).withChannel(chance.maybe(20, chance.of("chat", "web", "email")));
        header = chance.percent(60) ? header.withAttribute("region", chance.of("north", "south")) : header;
        return chance.percent(20) ? header.withAttribute("cold", chance.of("true", "false")) : header;
    }

    private Actor actor() {
        @Nullable String rep = chance.maybe(85, bodies.rep());
        Actor.Kind kind = chance.percent(70) ? Actor.Kind.HUMAN : chance.of(Actor.Kind.values());
        return new Actor(kind, rep);
    }

    private Instant instant() {
        if (!drawn.isEmpty() && chance.percent(30)) {
            long minutes = chance.of(0L, 0L, 5L, 60L, 24 * 60L, 30 * 60L, 48 * 60L, -60L);
            return chance.of(drawn).occurredAt().plus(Duration.ofMinutes(minutes));
        }
        Instant grid = start.plus(Duration.ofHours(6L * chance.below(span)));
        return chance.percent(80) ? grid : grid.plusSeconds(chance.below(6 * 3600));
    }

    private Instant recordedAt(Instant from) {
        if (chance.percent(55)) {
            return from;
        }
        if (!drawn.isEmpty() && chance.percent(30)) {
            return chance.of(drawn).recordedAt();
        }
        return from.plus(Duration.ofHours(6L * (chance.below(24) - 2)));
    }

    /** An id to retract: one to come, one of before, or, on purpose, a merge or a retraction. */
    private String anyId() {
        if (chance.percent(30)) {
            List<SalesEvent> odd = drawn.stream()
                    .filter(event -> event instanceof IdentityMerged || event instanceof EventRetracted)
                    .toList();
            if (!odd.isEmpty()) {
                return chance.of(odd).id();
            }
        }
        return chance.percent(60) && !drawn.isEmpty() ? chance.of(drawn).id() : chance.of("e", "E") + chance.below(ids);
    }
}
