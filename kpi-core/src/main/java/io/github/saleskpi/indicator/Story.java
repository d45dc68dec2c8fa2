package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one subject (one request, one person, ...) that are in force, as a storyline sees them. Valid while it
 * is told: what is kept of it beyond that may show another story. Not thread-safe.
 *
 * @param <R> the storyline's roles
 */
public interface Story<R extends Enum<R>> {
    /**
     * The subject's key; empty for a single event that names none. Where merges made several keys one it is their root,
     * and the story has the facts of all of them: several requests received, say.
     */
    Optional<String> key();

    /** Whether it is a single event that names no key. */
    default boolean isAlone() {
        return key().isEmpty();
    }

    /** All facts, sorted by instant and then by id; never empty, and unmodifiable. */
    List<Fact<R>> facts();

    /** The facts in that role, in the same order; may be empty. */
    default List<Fact<R>> facts(R role) {
        return facts().stream().filter(fact -> fact.role() == role).toList();
    }

    /** The earliest fact in that role. */
    default Optional<Fact<R>> first(R role) {
        return facts().stream().filter(fact -> fact.role() == role).findFirst();
    }

    /**
     * The rep who owned the story's request or opportunity at that moment (the last change of the owner at or before it,
     * else the first owner), or null for nobody. No role is needed for {@code OwnerChanged}. Stories of other subjects have
     * no owner.
     */
    @Nullable
    String ownerAt(Moment moment);

    /** The owner at the moment from which the report looks, or null for nobody. */
    @Nullable
    String ownerNow();

    /**
     * Whether the moment from which the report looks is at or after that deadline. This is the only clock there is;
     * whoever asks is told again when the answer changes.
     */
    boolean reached(Instant deadline);

    /** The same for a moment; one of which only the date is known is reached when that date begins. */
    default boolean reached(Moment deadline) {
        return reached(deadline.start());
    }

    /**
     * Whether that date is a working day on which the rep (null for nobody) is employed and not absent; without an
     * organization in the query, whether it is a working day.
     */
    boolean isAtWork(@Nullable String rep, LocalDate date);

    /**
     * Whether any event of that type is in force, in whatever story; whoever asks is told again when the answer changes.
     * For definitions that depend on whether something is recorded at all, such as a catalogue.
     */
    boolean isKnown(Class<? extends SalesEvent> type);

    /** The query's working calendar; empty if it has none. */
    Optional<WorkingCalendar> workingCalendar();

    /** The zone and fiscal year of the report. */
    ReportingCalendar calendar();
}
