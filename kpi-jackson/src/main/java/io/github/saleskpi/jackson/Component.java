package io.github.saleskpi.jackson;

/**
 * A component of events on the wire.
 *
 * @param slot where {@link Values} keep it
 * @param name its name in JSON
 */
record Component<T>(int slot, String name, ValueReader<T> reader) {}
