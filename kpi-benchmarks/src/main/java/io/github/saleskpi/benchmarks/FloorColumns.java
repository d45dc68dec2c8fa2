package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Type, time, id and rep of events in arrays: types and reps as numbers, ids one after the other in UTF-8. */
final class FloorColumns {
    private final byte[] types;
    private final long[] seconds;
    private final int[] reps;
    private final int[] idEnds;
    private final byte[] ids;

    /** Of at most 2 GB of ids. */
    FloorColumns(List<SalesEvent> events) {
        int size = events.size();
        types = new byte[size];
        seconds = new long[size];
        reps = new int[size];
        idEnds = new int[size];
        Map<Class<?>, Integer> knownTypes = new HashMap<>();
        Map<String, Integer> knownReps = new HashMap<>();
        ByteArrayOutputStream texts = new ByteArrayOutputStream(size * 16);
        int i = 0;
        for (SalesEvent event : events) {
            types[i] = number(knownTypes, event.getClass()).byteValue();
            seconds[i] = event.occurredAt().getEpochSecond();
            String rep = event.actor().repId();
            reps[i] = rep == null ? 0 : number(knownReps, rep);
            texts.writeBytes(event.id().getBytes(StandardCharsets.UTF_8));
            idEnds[i] = texts.size();
            i++;
        }
        ids = texts.toByteArray();
    }

    private static <T> Integer number(Map<T, Integer> known, T thing) {
        Integer number = known.putIfAbsent(thing, known.size() + 1);
        return number == null ? known.size() : number;
    }

    /** Looks at all of it. */
    long walk() {
        long seen = 0;
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            seen = seen * 31 + types[i] + seconds[i] + reps[i];
            long sum = 0;
            for (; at < idEnds[i]; at++) {
                sum = sum * 31 + ids[at];
            }
            seen += sum;
        }
        return seen;
    }
}
