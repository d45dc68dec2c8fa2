package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The strands of one subject, and the storylines that read them. Not thread-safe. */
final class SubjectIndex {
    private final Subject subject;
    private final Storylines storylines;
    private final int number;
    private final @Nullable Floor floor;
    private final List<Strand> strands = new ArrayList<>();
    private final TextNumbers byKey =
            new TextNumbers(number -> Objects.requireNonNull(strands.get(number).key()));
    private @Nullable Strand[] alone = new Strand[0];

    /**
     * @param number of the subject
     * @param floor where the ledger begins, or null if it has all
     */
    SubjectIndex(Storylines storylines, int number, @Nullable Floor floor) {
        this.subject = storylines.subjects().get(number);
        this.storylines = storylines;
        this.number = number;
        this.floor = floor;
    }

    Subject subject() {
        return subject;
    }

    /** The numbers of the storylines that read its stories. */
    int[] storylines() {
        return storylines.numbers(number);
    }

    @Nullable
    Strand strand(String key) {
        int number = byKey.find(key);
        return number == TextNumbers.NONE ? null : strands.get(number);
    }

    private Strand own(String key) {
        Strand known = strand(key);
        if (known == null) {
            known = new Strand(this, key);
            strands.add(known);
            byKey.add(key);
        }
        return known;
    }

    /** Gives every strand. */
    void strands(Consumer<Strand> to) {
        strands.forEach(to);
        for (Strand own : alone) {
            if (own != null) {
                to.accept(own);
            }
        }
    }

    /** Ties an event to the strands that it names, unless an earlier version of its id did so already. */
    void add(SalesEvent event, int id, List<SalesEvent> earlier) {
        if (!concerns(event)) {
            return;
        }
        Collection<String> keys = keysOf(event);
        for (String key : keys.size() > 1 ? new LinkedHashSet<>(keys) : keys) {
            if (joins(event, key)
                    && earlier.stream().noneMatch(e -> concerns(e) && keysOf(e).contains(key) && joins(e, key))) {
                own(key).add(id);
            }
        }
        if (keys.isEmpty() && alone(id) == null && (floor == null || floor.admitsAlone(event, subject))) {
            if (id >= alone.length) {
                alone = Arrays.copyOf(alone, Math.max(id + 1, alone.length * 2));
            }
            Strand own = new Strand(this, null);
            own.add(id);
            alone[id] = own;
        }
    }

    /** The strands that a version of that id names. */
    Set<Strand> strandsOf(SalesEvent event, int id) {
        Set<Strand> strands = new LinkedHashSet<>();
        for (String key : keysOf(event)) {
            Strand strand = strand(key);
            if (strand != null) {
                strands.add(strand);
            }
        }
        Strand own = alone(id);
        if (own != null) {
            strands.add(own);
        }
        return strands;
    }

    /** Whether an event still names the strand. */
    boolean names(SalesEvent event, Strand strand) {
        Collection<String> keys = keysOf(event);
        String key = strand.key();
        return key == null ? keys.isEmpty() : keys.contains(key);
    }

    private boolean joins(SalesEvent event, String key) {
        return floor == null || floor.admits(event, subject, key);
    }

    private @Nullable Strand alone(int id) {
        return id < alone.length ? alone[id] : null;
    }

    private Collection<String> keysOf(SalesEvent event) {
        return keysOf(subject, event);
    }

    /** The keys that an event names; none where that fails. */
    static Collection<String> keysOf(Subject subject, SalesEvent event) {
        try {
            return subject.keysOf(event);
        } catch (RuntimeException failed) {
            return List.of(); // told alone, and failing there again: see Teller
        }
    }

    /** Whether it is a subject of somebody's own, whose keys may fail. */
    static boolean mayFail(Subject subject) {
        return subject.identity().isEmpty()
                && subject != Subject.MESSAGE
                && subject != Subject.ASSET
                && subject != Subject.ALONE;
    }

    private boolean concerns(SalesEvent event) {
        return storylines.concern(number, event);
    }
}
