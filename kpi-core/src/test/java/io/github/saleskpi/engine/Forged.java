package io.github.saleskpi.engine;

/** Texts made to have a given fingerprint: what somebody could send who wants a library to mix up two ids or to slow down. */
final class Forged {
    private static final long INVERSE = inverse(Fingerprint.FACTOR);

    private Forged() {}

    /** The text of that number, up to 65,535, with that fingerprint. */
    static String text(int number, long print) {
        long last = unfolded(print * INVERSE, 29);
        long second = unmixed(unmixed(last));
        long first = 'a' | ((long) number << 16) | ((long) 'b' << 32) | ((long) 'c' << 48);
        long four = second ^ Fingerprint.mixed(8 * Fingerprint.START ^ first);
        StringBuilder text = new StringBuilder();
        for (long part : new long[] {first, four}) {
            for (int shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
                text.append((char) (part >>> shift));
            }
        }
        if (Fingerprint.of(text.toString()) != print) {
            throw new IllegalStateException("forgery of " + number + ": failed");
        }
        return text.toString();
    }

    /** The key of that number that fits into three longs, and of these has that fingerprint. */
    static String key(int number, long print) {
        long third = 17L << 56;
        long mixed = unmixed(unfolded(print * INVERSE, 29)) ^ third;
        long first = 0x6160_6160_6160_0000L | number;
        long second = unmixed(mixed) ^ Fingerprint.mixed(first ^ Fingerprint.START);
        StringBuilder text = new StringBuilder();
        for (long part : new long[] {first, second}) {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                text.append((char) (part >>> shift & 0xFF));
            }
        }
        if (PackedKey.printOf(text.toString()) != print) {
            throw new IllegalStateException("forgery of key " + number + ": failed");
        }
        return text.toString();
    }

    private static long unmixed(long print) {
        return (print ^ (print >>> 32)) * INVERSE;
    }

    /** Of what {@code x ^ (x >>> shift)} is that. */
    private static long unfolded(long folded, int shift) {
        long x = folded;
        for (int known = shift; known < Long.SIZE; known += shift) {
            x = folded ^ (x >>> shift);
        }
        return x;
    }

    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
