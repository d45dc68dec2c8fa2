package io.github.saleskpi.testkit;

import io.github.saleskpi.indicator.Indicator;

/** What an embedder writes for an indicator of theirs. */
class CallsContractTest extends IndicatorContractTest {
    @Override
    protected Indicator indicator() {
        return new Calls();
    }
}
