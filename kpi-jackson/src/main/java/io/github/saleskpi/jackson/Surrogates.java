package io.github.saleskpi.jackson;

/** Looks for halves of surrogate pairs, which UTF-8 cannot hold. */
final class Surrogates {
    private Surrogates() {}

    static boolean isUnpaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
