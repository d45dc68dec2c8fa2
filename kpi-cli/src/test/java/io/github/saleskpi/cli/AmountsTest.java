package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "0.4, <1s",
        "45, 45s",
        "59.5, 1m",
        "250, 4m 10s",
        "599.4, 9m 59s",
        "629, 10m",
        "3569, 59m",
        "3570, 1h",
        "4980, 1h 23m",
        "86369, 23h 59m",
        "86370, 1d",
        "273600, 3d 4h",
        "863999, 10d",
        "864000, 10d",
        "1000000, 12d"
    })
    void lengthsOfTimeHaveTheUnitsThatMatter(BigDecimal seconds, String shown) {
        assertThat(Amounts.of(Unit.DURATION, seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, 0.41666666, 41.7 %",
        "RATIO, 1, 100.0 %",
        "RATIO, 0.00049, 0.0 %",
        "COUNT, 1234567, '1,234,567'",
        "NUMBER, 2.345, 2.35",
        "NUMBER, 3, 3",
        "LIST, 12, 12"
    })
    void numbersAreForPeople(Unit unit, BigDecimal amount, String shown) {
        assertThat(Amounts.of(unit, amount)).isEqualTo(shown);
    }

    @Test
    void limitsShareTheirPercentSign() {
        assertThat(Amounts.limits(Unit.RATIO, bounds("0.123", "0.344"))).isEqualTo("12–34 %");
        assertThat(Amounts.limits(Unit.RATIO, bounds("0.0123", "0.0344"))).isEqualTo("1.2–3.4 %");
        assertThat(Amounts.limits(Unit.DURATION, bounds("720", "4200"))).isEqualTo("12m–1h 10m");
        assertThat(Amounts.limits(Unit.DURATION, new Bounds(new BigDecimal("720"), null)))
                .isEqualTo("12m–…");
        assertThat(Amounts.limits(Unit.DURATION, new Bounds(null, null))).isEmpty();
    }

    private static Bounds bounds(String low, String high) {
        return new Bounds(new BigDecimal(low), new BigDecimal(high));
    }
}
