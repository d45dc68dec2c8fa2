package io.github.saleskpi.testkit;

import io.github.saleskpi.indicator.Indicator;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of an indicator as a JUnit test, one for each law. Needs junit-jupiter-api, which nothing else of this module
 * does.
 *
 * <pre>{@code
 * class QuotesSentContractTest extends IndicatorContractTest {
 *     @Override
 *     protected Indicator indicator() {
 *         return new QuotesSent();
 *     }
 * }
 * }</pre>
 */
public abstract class IndicatorContractTest {
    /** For subclasses. */
    protected IndicatorContractTest() {}

    /** The indicator to check; a new instance at each call, if there can be several. */
    protected abstract Indicator indicator();

    /** The contract to check; override it for a seed, makers of events or a query: {@code super.contract().seed(7)}. */
    protected IndicatorContract contract() {
        return IndicatorContract.of(this::indicator);
    }

    /** A test for each law. */
    @TestFactory
    protected Stream<DynamicTest> keeps() {
        return Arrays.stream(IndicatorContract.Law.values())
                .map(law ->
                        DynamicTest.dynamicTest(law.toString(), () -> contract().check(law)));
    }
}
