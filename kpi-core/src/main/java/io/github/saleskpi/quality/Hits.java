package io.github.saleskpi.quality;

import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Counts what was looked at and what was hit, and keeps the first ids of the latter. Not thread-safe. */
final class Hits {
    private final int most;
    private final TreeSet<String> examples = new TreeSet<>();
    private long count;
    private long lookedAt;

    Hits(int most) {
        this.most = most;
    }

    void look() {
        lookedAt++;
    }

    void look(long times) {
        lookedAt += times;
    }

    void hit(long times) {
        count += times;
    }

    void hit(String id) {
        count++;
        example(id);
    }

    void example(String id) {
        examples.add(id);
        if (examples.size() > most) {
            examples.pollLast();
        }
    }

    /** Adds what the other was hit by; what it looked at is its own affair. */
    void hit(Hits other) {
        count += other.count;
        other.examples.forEach(this::example);
    }

    long count() {
        return count;
    }

    /** Whether more than one in five of what was looked at was hit. */
    boolean exceedFifth() {
        return count * 5 > lookedAt;
    }

    Symptom as(Sign sign, Severity severity, String effect) {
        return count == 0
                ? asNothing(sign)
                : new Symptom(sign.id(), severity, sign.what(), count, lookedAt, effect, List.copyOf(examples));
    }

    /** Nothing was found, whatever was hit. */
    Symptom asNothing(Sign sign) {
        return new Symptom(sign.id(), Severity.NOTE, sign.what(), 0, lookedAt, "", List.of());
    }

    /** Such as {@code 1 request} and {@code 2 requests}. */
    static String many(long number, String noun) {
        return many(number, noun, noun + "s");
    }

    /** Such as {@code 1 reply} and {@code 2 replies}. */
    static String many(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** The first few of them, with commas between. */
    static String some(Iterable<String> names, int most) {
        List<String> first = new ArrayList<>();
        for (String name : names) {
            if (first.size() == most) {
                first.add("...");
                break;
            }
            first.add(name);
        }
        return String.join(", ", first);
    }
}
