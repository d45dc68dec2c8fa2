/**
 * Compares what was reached with what was planned: a {@link io.github.saleskpi.plan.Plan} of targets, and
 * {@link io.github.saleskpi.plan.PlanFactComparator}.
 */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.plan;
