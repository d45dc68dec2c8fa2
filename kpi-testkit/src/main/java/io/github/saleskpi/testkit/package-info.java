/**
 * Tests for indicators and tallies of one's own, in plain Java and for any test framework; add it with test scope.
 *
 * <ul>
 *   <li>{@link io.github.saleskpi.testkit.IndicatorTester}: an example in five lines, a few events and what an indicator
 *       makes of them.
 *   <li>{@link io.github.saleskpi.testkit.IndicatorContract}: the laws that every indicator must keep, over generated
 *       histories, with a minimal example where one is broken;
 *       {@link io.github.saleskpi.testkit.IndicatorContractTest} is the same as a JUnit class to extend.
 *   <li>{@link io.github.saleskpi.testkit.TallyLaws}: the same for tallies of one's own.
 *   <li>{@link io.github.saleskpi.testkit.Histories}: the histories themselves, realistic and hostile.
 *   <li>{@link io.github.saleskpi.testkit.ReferenceEngine}: the oracle, a second and much simpler engine.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.testkit;
