package io.github.saleskpi.engine;

/**
 * 64 bits of a text. Equal texts have equal ones; texts with equal ones may differ and are to be compared, since whoever
 * wants to can make such.
 */
final class Fingerprint {
    static final long START = 0x9E3779B97F4A7C15L;
    static final long FACTOR = 0xFF51AFD7ED558CCDL;

    private Fingerprint() {}

    static long of(String text) {
        int length = text.length();
        long print = length * START;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            long four = text.charAt(i)
                    | ((long) text.charAt(i + 1) << 16)
                    | ((long) text.charAt(i + 2) << 32)
                    | ((long) text.charAt(i + 3) << 48);
            print = mixed(print ^ four);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = (rest << 16) | text.charAt(i);
        }
        print = mixed(print ^ rest);
        return (print ^ (print >>> 29)) * FACTOR;
    }

    static long mixed(long print) {
        long product = print * FACTOR;
        return product ^ (product >>> 32);
    }
}
