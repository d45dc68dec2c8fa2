package io.github.saleskpi.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity comes from.
 *
 * @param at when
 * @param person who is interested
 * @param chance how probably it is won
 * @param request the request that it began with, or null
 * @param call the cold call that the rep names as its origin, or null
 * @param channel the social network that it comes from, or null
 */
record Lead(
        Instant at,
        String person,
        double chance,
        @Nullable String request,
        @Nullable String call,
        @Nullable String channel) {
    static Lead of(Instant at, String person, double chance) {
        return new Lead(at, person, chance, null, null, null);
    }

    Lead withRequest(String request) {
        return new Lead(at, person, chance, request, call, channel);
    }

    Lead withCall(String call) {
        return new Lead(at, person, chance, request, call, channel);
    }

    Lead withChannel(String channel) {
        return new Lead(at, person, chance, request, call, channel);
    }
}
