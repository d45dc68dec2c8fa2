package io.github.saleskpi.testkit;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Generated histories of a sales team. The same seed and size give the same events on every machine and JDK: all is drawn
 * by the generator that {@link java.util.Random} specifies.
 *
 * <p>Where an indicator lives on events of one's own, give makers of them. A maker makes an event of a header (id, times,
 * actor, channel and attributes are drawn) and of a key that it may use as it likes, such as for the person or the subject;
 * the same keys name the persons, requests and opportunities of the other events. It draws nothing by itself. For variety
 * give several:
 *
 * <pre>{@code
 * Histories.hostile(1, 50,
 *         (header, key) -> CustomEvent.of(header, "demo").withSubjectId(key),
 *         (header, key) -> CustomEvent.of(header, "demo").withSubjectId(key).withQuantity(BigDecimal.TEN));
 * }</pre>
 */
public final class Histories {
    /** How often of a hundred something comes once more. */
    private static final int AGAIN = 6;

    private Histories() {}

    /**
     * What a team does in working hours: requests and their answers, cold calls, opportunities with their follow-ups, wins
     * and losses, payments, social activity, materials. In the order of recording, and with what real data have: a few
     * lines sent twice, corrected, recorded late, retracted, and people merged.
     *
     * @param size the number of events, at least 0
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static List<SalesEvent> realistic(long seed, int size, BiFunction<Header, String, SalesEvent>... makers) {
        return RealisticTeam.history(seed, size, List.of(makers));
    }

    /**
     * Whatever the wire format allows, so dense that everything happens to everything: few ids, keys and instants; what
     * comes twice; versions of one id that differ in type, story and time; equal instants; facts of which only the date is known; what was
     * recorded late, or before it happened; retractions and merges, also of each other and of what never comes; references
     * that lead nowhere; unknown actors; zero and negative amounts. In the order of arrival, which is no other order.
     *
     * @param size the number of events, at least 0
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static List<SalesEvent> hostile(long seed, int size, BiFunction<Header, String, SalesEvent>... makers) {
        return hostile(seed, size, List.of(makers));
    }

    static List<SalesEvent> hostile(long seed, int size, List<BiFunction<Header, String, SalesEvent>> makers) {
        Chance chance = new Chance(~seed);
        List<SalesEvent> arrived = new ArrayList<>();
        for (SalesEvent event : new DenseHistory(seed, makers).next(size)) {
            arrived.add(event);
            if (chance.percent(AGAIN)) {
                arrived.add(chance.of(arrived));
            }
        }
        return List.copyOf(arrived.subList(0, size));
    }
}
