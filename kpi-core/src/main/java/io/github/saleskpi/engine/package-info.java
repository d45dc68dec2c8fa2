/** Computes: start at {@link io.github.saleskpi.engine.KpiEngine}. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.engine;
