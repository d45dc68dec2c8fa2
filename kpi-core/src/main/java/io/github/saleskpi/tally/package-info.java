/** Named quantities and their running totals: start at {@link io.github.saleskpi.tally.Measure}. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.tally;
