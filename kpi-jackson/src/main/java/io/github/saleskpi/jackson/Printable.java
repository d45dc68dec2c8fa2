package io.github.saleskpi.jackson;

/** Makes a found value fit to be printed in a message. */
final class Printable {
    private static final int LONGEST = 80;

    private Printable() {}

    /** At most 80 characters, without line ends or anything else that a terminal could stumble on. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            String shown = isPrintable(character) ? Character.toString(character) : escaped(character);
            if (printable.length() + shown.length() > LONGEST) {
                return printable.append('\u2026').toString();
            }
            printable.append(shown);
            at += Character.charCount(character);
        }
        return printable.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escaped(int character) {
        String digits = Integer.toHexString(character);
        return "\\u" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
