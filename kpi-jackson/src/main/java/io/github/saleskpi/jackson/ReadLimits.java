package io.github.saleskpi.jackson;

/**
 * How large a line and its parts may be; what is larger is rejected, and the reject names the limit. Immutable and
 * thread-safe.
 *
 * @param lineBytes bytes in a line, without its end; at most 1 GiB
 * @param nesting objects and arrays inside each other, the line's own object included
 * @param items links, or assets, in a message
 * @param attributes attributes of an event
 * @param textLength UTF-16 code units in an id or any other text
 * @param firstYear the first year of a moment, in UTC; not before 1678
 * @param lastYear the last year of a moment, in UTC, inclusive; not after 2261
 */
public record ReadLimits(
        int lineBytes, int nesting, int items, int attributes, int textLength, int firstYear, int lastYear) {
    private static final ReadLimits STANDARD = new ReadLimits(1 << 20, 32, 1_000, 64, 1_024, 1970, 2200);

    /** @throws IllegalArgumentException if a limit is not positive or out of its own bounds */
    public ReadLimits {
        within("lineBytes", lineBytes, 1, 1 << 30);
        within("nesting", nesting, 1, 1 << 20);
        within("items", items, 1, Integer.MAX_VALUE);
        within("attributes", attributes, 1, Integer.MAX_VALUE);
        within("textLength", textLength, 1, Integer.MAX_VALUE);
        within("firstYear", firstYear, 1678, 2261);
        within("lastYear", lastYear, firstYear, 2261);
    }

    /** 1 MiB a line, nesting 32, 1,000 links or assets, 64 attributes, 1,024 characters a text, years 1970 to 2200. */
    public static ReadLimits standard() {
        return STANDARD;
    }

    /** The same with that many bytes in a line. */
    public ReadLimits withLineBytes(int most) {
        return new ReadLimits(most, nesting, items, attributes, textLength, firstYear, lastYear);
    }

    /** The same with that nesting. */
    public ReadLimits withNesting(int most) {
        return new ReadLimits(lineBytes, most, items, attributes, textLength, firstYear, lastYear);
    }

    /** The same with that many links, or assets, in a message. */
    public ReadLimits withItems(int most) {
        return new ReadLimits(lineBytes, nesting, most, attributes, textLength, firstYear, lastYear);
    }

    /** The same with that many attributes. */
    public ReadLimits withAttributes(int most) {
        return new ReadLimits(lineBytes, nesting, items, most, textLength, firstYear, lastYear);
    }

    /** The same with that many characters in a text. */
    public ReadLimits withTextLength(int most) {
        return new ReadLimits(lineBytes, nesting, items, attributes, most, firstYear, lastYear);
    }

    /** The same with those years, both inclusive. */
    public ReadLimits withYears(int first, int last) {
        return new ReadLimits(lineBytes, nesting, items, attributes, textLength, first, last);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " (" + value + "): must lie between " + least + " and " + most
                    + ". Maybe begin with ReadLimits.standard().");
        }
    }
}
