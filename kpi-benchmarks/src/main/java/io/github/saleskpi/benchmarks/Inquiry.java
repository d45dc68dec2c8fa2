package io.github.saleskpi.benchmarks;

import java.time.Instant;

/**
 * What somebody asked.
 *
 * @param request its id
 * @param person who
 * @param channel how
 * @param at when
 */
record Inquiry(String request, String person, String channel, Instant at) {}
