package io.github.saleskpi.engine;

/** Texts that all have one hash, as somebody makes them who means harm. */
final class OneHash {
    private OneHash() {}

    /** The text of a number of so many bits: "Aa" and "BB" have one hash, and so has each word of so many of them. */
    static String text(int number, int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            text.append(((number >>> bit) & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
