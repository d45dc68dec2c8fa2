package io.github.saleskpi.engine;

import java.util.Arrays;

/** A growing list of numbers. Not thread-safe. */
final class Numbers {
    private int[] numbers = {};
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.addExact(size, Math.max(8, size / 2)));
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    void clear() {
        size = 0;
    }
}
