package io.github.saleskpi.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of the events that it is made of.
 *
 * @param ids how many event ids there are
 * @param conflicts how many of them have two or more different versions
 * @param historyStarts the date of the earliest event in force, or null without any
 */
record Held(long ids, long conflicts, @Nullable LocalDate historyStarts) {}
