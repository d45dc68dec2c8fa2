package io.github.saleskpi.engine;

import io.github.saleskpi.time.Viewpoint;

/**
 * What a telling depends on beside its story's name: from where one looks, at which versions, and which keys are one.
 * Immutable.
 *
 * @param limit versions with a lower number are looked at
 */
record State(Viewpoint view, int limit, Identities identities) {}
