package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.event;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SocialActivity;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRulesTest {
    private static String quantity(String written) {
        return event("customEvent", "\"name\":\"n\",\"quantity\":" + written);
    }

    private static String payment(String amount) {
        return event("paymentReceived", "\"paymentId\":\"p\",\"amount\":" + amount);
    }

    private static String count(String written) {
        return event("socialActivity", "\"network\":\"LinkedIn\",\"kind\":\"post\",\"count\":" + written);
    }

    @ParameterizedTest
    @CsvSource({
        "\"1200.50\",1200.5",
        "1200.50,1200.5",
        "0.1,0.1",
        "0.30000000000000000,0.3",
        "-0.00,0",
        "9007199254740993,9007199254740993",
        "12345678901234567890123456789012345678,12345678901234567890123456789012345678",
        "1e18,1000000000000000000",
        "\"1E-18\",0.000000000000000001",
        "1.2345678901234567890123456789012345678E+55," + "12345678901234567890123456789012345678000000000000000000"
    })
    void aDecimalIsReadExactly(String written, BigDecimal meant) {
        assertThat(((CustomEvent) eventOf(quantity(written))).quantity()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999",
                "\"1e999999\"",
                "-1e-999999999",
                "1e19",
                "1e-19",
                "0e50",
                "0.0000000000000000001",
                "123456789012345678901234567890123456789"
            })
    void aDecimalOfTooManyDigitsIsRejected(String written) {
        assertThat(rejectOf(quantity(written)))
                .isEqualTo("line 1, byte 89: quantity (" + written
                        + "): must have at most 38 digits and a scale of -18 to 18. Maybe round it.");
    }

    @Test
    void aMillionDigitsCostNoMoreThanTheirLine() {
        String digits = "9".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(rejectOf(quantity(digits)))
                        .isEqualTo("line 1, byte 89: quantity (" + "9".repeat(80)
                                + "\u2026): must have at most 38 digits and a scale of -18 to 18. Maybe round it.");
                eventOf(event("customEvent", "\"name\":\"n\",\"unknown\":" + digits));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+5", ".5", "5.", "007", "1,200", "12 EUR", "0x10", "NaN", "\u0661", "1e", "1e9999999999"})
    void aTextThatIsNoDecimalIsRejected(String written) {
        assertThat(rejectOf(quantity("\"" + written + "\"")))
                .isEqualTo("line 1, byte 89: quantity (\"" + written + "\"): must be a decimal, such as \"1200.50\". "
                        + "Maybe it has a decimal comma, a thousands separator or a currency sign.");
    }

    @Test
    void aTruthIsNoDecimal() {
        assertThat(rejectOf(quantity("true")))
                .isEqualTo("line 1, byte 89: quantity (true): must be a decimal, such as \"1200.50\". "
                        + "Maybe leave it out.");
    }

    @Test
    void moneyHasAnAmountAndACurrency() {
        PaymentReceived payment = (PaymentReceived) eventOf(payment("{\"amount\":\"-1200.50\",\"currency\":\"EUR\"}"));
        assertThat(payment.amount()).hasToString("EUR -1200.5");
        assertThat(eventOf(payment("{\"currency\":\"EUR\",\"amount\":-1200.5,\"vat\":1}")))
                .isEqualTo(payment);
        String rule = " (absent): is required. Maybe the source has it under another name.";
        assertThat(rejectOf(payment("{\"amount\":5}"))).isEqualTo("line 1, byte 0: amount.currency" + rule);
        assertThat(rejectOf(payment("{\"amount\":null,\"currency\":\"EUR\"}")))
                .isEqualTo("line 1, byte 0: amount.amount" + rule);
        assertThat(rejectOf(payment("null"))).isEqualTo("line 1, byte 0: amount" + rule);
        assertThat(rejectOf(payment("5")))
                .isEqualTo("line 1, byte 96: amount (5): must be an object. Maybe braces are missing.");
    }

    @Test
    void anUnknownCurrencyIsRejected() {
        String rule = "): must be the code of a known currency, such as \"EUR\". Maybe ";
        assertThat(rejectOf(payment("{\"amount\":\"5\",\"currency\":\"eur\"}")))
                .isEqualTo("line 1, byte 121: amount.currency (\"eur\"" + rule + "EUR.");
        assertThat(rejectOf(payment("{\"amount\":\"5\",\"currency\":\"Euro\"}")))
                .isEqualTo("line 1, byte 121: amount.currency (\"Euro\"" + rule + "register it with joda-money.");
    }

    @Test
    void aCountIsAnIntegerOfAtLeastOne() {
        assertThat(((SocialActivity) eventOf(count("2147483647"))).count()).isEqualTo(Integer.MAX_VALUE);
        String range = "): must be at least 1 and at most 2147483647. Maybe retract the event instead.";
        for (String written : new String[] {"0", "-1", "-0", "2147483648", "99999999999999999999999"}) {
            assertThat(rejectOf(count(written))).isEqualTo("line 1, byte 113: count (" + written + range);
        }
        String kind = "): must be an integer. Maybe there are quotes or a fraction too many.";
        for (String written : new String[] {"1.0", "1e2", "\"1\"", "true", "[1]"}) {
            String found = written.equals("[1]") ? "an array" : written;
            assertThat(rejectOf(count(written))).isEqualTo("line 1, byte 113: count (" + found + kind);
        }
    }
}
