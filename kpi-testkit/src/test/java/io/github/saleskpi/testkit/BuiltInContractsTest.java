package io.github.saleskpi.testkit;

import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BuiltInContractsTest {
    @TestFactory
    Stream<DynamicTest> everyBuiltInIndicatorKeepsTheContract() {
        List<Indicator> all = new ArrayList<>(Indicators.all());
        all.add(Indicators.tasks("demo"));
        all.add(Indicators.RESPONSE_TIME.only("p90"));
        return all.stream()
                .map(indicator -> DynamicTest.dynamicTest(
                        indicator.id().toString(),
                        () -> IndicatorContract.of(indicator)
                                .events((header, key) -> new TaskCompleted(header, key, "demo"))
                                .tries(7)
                                .check()));
    }
}
