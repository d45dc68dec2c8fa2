package io.github.saleskpi.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of distinct texts, which are numbered from 0 in the order of adding and kept by somebody else. Not
 * thread-safe.
 *
 * <p>A table with open places, each with the hash of a text beside its number, so that hardly another text than the right
 * one is ever looked at: 12 to 24 bytes a text. A text that would stand too far from its place, as only somebody who means
 * harm brings about, goes into a map that stands that.
 */
final class TextNumbers {
    /** Whoever keeps the texts. */
    interface Keeper {
        /** The text of a number that was given. */
        String text(int number);

        /** Whether the text of that number is this one. */
        boolean is(int number, String text);
    }

    static final int NONE = -1;

    private static final int REACH = 64;
    private static final int LOW = 32;

    private final Keeper keeper;
    private long[] places = new long[16];
    private int size;
    private @Nullable Map<String, Integer> crowd;

    /** @param texts the text of each number given so far */
    TextNumbers(IntFunction<String> texts) {
        this(new Keeper() {
            @Override
            public String text(int number) {
                return texts.apply(number);
            }

            @Override
            public boolean is(int number, String text) {
                return texts.apply(number).equals(text);
            }
        });
    }

    TextNumbers(Keeper keeper) {
        this.keeper = keeper;
    }

    /** The number of a text, or {@code NONE} if it was not added. */
    int find(String text) {
        int hash = text.hashCode();
        int mask = places.length - 1;
        int place = placeOf(hash, mask);
        for (int looked = 0; looked < REACH; looked++) {
            long known = places[place];
            if (known == 0) {
                return NONE;
            }
            int number = (int) known - 1;
            if ((int) (known >>> LOW) == hash && keeper.is(number, text)) {
                return number;
            }
            place = (place + 1) & mask;
        }
        return crowd == null ? NONE : crowd.getOrDefault(text, NONE);
    }

    /** Gives the next number to a text that has none. */
    int add(String text) {
        if (size >= places.length / 3 * 2) {
            makeRoom();
        }
        put(text.hashCode(), size, text);
        return size++;
    }

    /** All find new places, those of the crowd too: what is looked for up to an open place must not stand elsewhere. */
    private void makeRoom() {
        long[] before = places;
        Map<String, Integer> others = crowd == null ? Map.of() : crowd;
        places = new long[Math.multiplyExact(before.length, 2)];
        crowd = null;
        for (long known : before) {
            if (known != 0) {
                put((int) (known >>> LOW), (int) known - 1, null);
            }
        }
        others.forEach((text, number) -> put(text.hashCode(), number, text));
    }

    private void put(int hash, int number, @Nullable String text) {
        int mask = places.length - 1;
        int place = placeOf(hash, mask);
        for (int looked = 0; looked < REACH; looked++) {
            if (places[place] == 0) {
                places[place] = ((long) hash << LOW) | (number + 1);
                return;
            }
            place = (place + 1) & mask;
        }
        crowd = crowd == null ? new HashMap<>() : crowd;
        crowd.put(text == null ? keeper.text(number) : text, number);
    }

    private static int placeOf(int hash, int mask) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ (spread >>> 15)) & mask;
    }
}
