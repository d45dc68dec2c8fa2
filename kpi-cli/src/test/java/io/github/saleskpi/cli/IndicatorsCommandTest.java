package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicators;
import org.junit.jupiter.api.Test;

class IndicatorsCommandTest {
    @Test
    void everyDefinitionIsShownWithAllItsCompanions() {
        Ran ran = Ran.kpi("indicators");
        assertThat(ran.status()).isZero();
        assertThat(ran.out().split("\n\n")).hasSameSizeAs(Indicators.all());
        Indicators.all().forEach(indicator -> {
            assertThat(ran.out()).contains(indicator.id() + "\n", indicator.formula());
            for (Figure companion : indicator.companions()) {
                assertThat(ran.out()).contains(companion.name());
            }
        });
        assertThat(ran.out()).contains("unit       ratio, higher is better", "story      one opportunity");
    }
}
