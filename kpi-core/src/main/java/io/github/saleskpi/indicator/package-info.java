/**
 * What is computed: {@link io.github.saleskpi.indicator.Indicators} has the built-in definitions, and
 * {@link io.github.saleskpi.indicator.Indicator} is what to implement for one of one's own.
 *
 * <p>In short: a {@link io.github.saleskpi.indicator.Storyline} says what an event is to it (a role) and tells what a
 * {@link io.github.saleskpi.indicator.Story}, all the facts about one request or person or opportunity, contributes to
 * named {@linkplain io.github.saleskpi.tally.Measure measures}; a {@link io.github.saleskpi.indicator.Figure} reads a
 * value off their totals.
 */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.indicator;
