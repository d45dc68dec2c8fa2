package io.github.saleskpi.jackson;

import org.jspecify.annotations.Nullable;

/** A value broke a rule of the wire format; whoever reads the document adds where. */
final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final @Nullable String found;
    private final String rule;
    private final String hint;

    private BrokenRule(@Nullable String field, @Nullable String found, String rule, String hint) {
        super(null, null, false, false);
        this.field = field;
        this.found = found;
        this.rule = rule;
        this.hint = hint;
    }

    /** The value just read broke it. */
    static BrokenRule of(String rule, String hint) {
        return new BrokenRule(null, null, rule, hint);
    }

    /** The field just read broke it, and this is what was found. */
    static BrokenRule finding(String found, String rule, String hint) {
        return new BrokenRule(null, found, rule, hint);
    }

    /** That field broke it, wherever the reader is. */
    static BrokenRule at(@Nullable String field, String found, String rule, String hint) {
        return new BrokenRule(field, found, rule, hint);
    }

    /** From a message such as {@code count (0): must be at least 1. Maybe retract the event instead.} */
    static BrokenRule from(RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int open = message.indexOf(" (");
        int close = message.indexOf("): ", Math.max(open, 0));
        int hint = message.lastIndexOf(". Maybe ");
        if (open < 0 || close < 0 || hint < close) {
            return at("the event", "", message, "Maybe see the documentation of its type.");
        }
        return at(
                message.substring(0, open),
                message.substring(open + 2, close),
                message.substring(close + 3, hint),
                message.substring(hint + 2));
    }

    /** The field, or null for the one just read. */
    @Nullable
    String field() {
        return field;
    }

    /** What was found, or null for the value just read. */
    @Nullable
    String found() {
        return found;
    }

    String rule() {
        return rule;
    }

    String hint() {
        return hint;
    }
}
