package io.github.saleskpi.engine;

/** What of an event in columns is read without making the event anew, as {@link io.github.saleskpi.indicator.Fact} names it. */
enum Detail {
    DURATION,
    COUNT,
    AMOUNT,
    MESSAGE,
    LINKS,
    LINK,
    CALL,
    ORIGIN_CALL,
    OWNER
}
