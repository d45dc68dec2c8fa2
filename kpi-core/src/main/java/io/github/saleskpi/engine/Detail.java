package io.github.saleskpi.engine;

/** What of an event in columns is read without making the event anew. */
enum Detail {
    DURATION,
    COUNT,
    AMOUNT,
    MESSAGE,
    LINKS,
    LINK,
    ASSETS,
    CALL,
    ORIGIN_CALL,
    OWNER
}
