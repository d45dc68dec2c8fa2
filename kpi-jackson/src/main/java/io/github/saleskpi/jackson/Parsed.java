package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import org.jspecify.annotations.Nullable;

/** What became of a line: an event or a reject. */
record Parsed(@Nullable SalesEvent event, @Nullable Reject reject) {}
