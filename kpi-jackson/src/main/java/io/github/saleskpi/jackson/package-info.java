/**
 * Sales events as NDJSON and reference data as JSON. Begin with {@link io.github.saleskpi.jackson.KpiJackson3}, which
 * gives an {@link io.github.saleskpi.jackson.EventReader} and an {@link io.github.saleskpi.jackson.EventWriter}.
 */
@NullMarked
package io.github.saleskpi.jackson;

import org.jspecify.annotations.NullMarked;
