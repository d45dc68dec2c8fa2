package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.team.Rates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RatesReaderTest {
    private static final String USD = "{\"currency\":\"USD\",\"from\":\"2026-01-01\",\"rate\":\"0.92\"}";

    private static Rates read(String document) throws IOException {
        return KpiJackson3.readRates(new ByteArrayInputStream(utf8(document)));
    }

    private static String rates(String... steps) {
        return "{\"base\":\"EUR\",\"rates\":[" + String.join(",", steps) + "]}";
    }

    private static void refused(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void ratesAreReadExactly() throws IOException {
        Rates rates =
                read("\ufeff" + rates(USD, "{\"rate\":0.10,\"from\":\"2026-02-01\",\"currency\":\"USD\"}") + "\n");
        assertThat(rates.base()).isEqualTo(CurrencyUnit.EUR);
        assertThat(rates.steps())
                .isEqualTo(Map.of(
                        "USD",
                        new TreeMap<>(Map.of(
                                LocalDate.of(2026, 1, 1), new BigDecimal("0.92"),
                                LocalDate.of(2026, 2, 1), new BigDecimal("0.10")))));
        assertThat(read(rates()).steps()).isEmpty();
    }

    @Test
    void theMessageBeginsWithThePath() {
        refused(
                rates(USD, USD.replace("0.92", "0,92")),
                "rates[1].rate (\"0,92\"): must be a decimal, such as \"1200.50\". "
                        + "Maybe it has a decimal comma, a thousands separator or a currency sign.");
        refused(
                rates(USD.replace("\"0.92\"", "-0.92")),
                "rates[0].rate (-0.92): must be positive. Maybe a sign or a decimal point is off.");
        refused(rates(USD, USD), "rates[1].rate (\"0.92\"): there is one from that date already. Maybe a date is off.");
        refused(
                rates(USD.replace("USD", "EUR")),
                "rates[0].rate (\"0.92\"): the base has none. Maybe another currency was meant.");
        refused(
                rates(USD.replace("USD", "usd")),
                "rates[0].currency (\"usd\"): must be the code of a known currency, such as \"EUR\". Maybe USD.");
        refused(
                rates(USD.replace("01-01", "02-30")),
                "rates[0].from (\"2026-02-30\"): must be a date of the calendar, such as \"2026-01-31\". "
                        + "Maybe it has a time.");
        refused(
                rates(USD.replace("\"0.92\"", "true")),
                "rates[0].rate (true): must be a decimal, such as \"0.92\". " + "Maybe quotes are missing.");
        refused(rates(USD.replace("\"USD\"", "5")), "rates[0].currency (5): must be a text. Maybe quotes are missing.");
        refused("{\"base\":null,\"rates\":[]}", "base (null): must be a text. Maybe quotes are missing.");
        refused("{\"base\":\"EUR\",\"rates\":{}}", "rates (an object): must be an array. Maybe brackets are missing.");
        refused(rates("7"), "rates[0] (7): must be an object. Maybe a brace is missing.");
        refused("[]", "the rates (an array): must be an object. Maybe a brace is missing.");
    }

    @Test
    void missingUnknownAndDoubledFieldsAreRefused() {
        refused(
                rates("{\"currency\":\"USD\",\"from\":\"2026-01-01\"}"),
                "rates[0].rate (absent): is required. " + "Maybe it has another name.");
        refused("{\"rates\":[]}", "base (absent): is required. Maybe it has another name.");
        refused(
                rates(USD.replace("from", "form")),
                "rates[0].form (\"2026-01-01\"): must be a known field: currency, from, rate. "
                        + "Maybe the file is of another kind.");
        refused("{\"base\":\"EUR\",\"rate\":[]}", "rate (an array): must be a known field: base, rates. Maybe rates.");
        refused(
                "{\"base\":\"EUR\",\"base\":\"EUR\",\"rates\":[]}",
                "base (\"base\"): must not stand twice in one object. Maybe one is a left-over.");
        refused(
                rates(USD.replace("}", ",\"rate\":\"1\"}")),
                "rates[0].rate (\"rate\"): must not stand twice in one object. Maybe one is a left-over.");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused(
                "{\"base\":\"EUR\"",
                "the rates, byte 13 (end of the document): must be valid JSON. " + "Maybe the document was cut off.");
        refused(
                "{\"base\":EUR}",
                "the rates, byte 8 (EUR}): must be valid JSON. " + "Maybe a quote, a comma or a brace is missing.");
        refused(
                rates() + "x",
                "the rates, byte 25 (x): must be valid JSON. " + "Maybe a quote, a comma or a brace is missing.");
        refused(
                "{\"base\":" + "[".repeat(100),
                "base" + "[0]".repeat(31) + " (depth 33): "
                        + "must be nested at most 32 deep. Maybe something is wrapped in itself.");
        refused("", "the rates, byte 0 (end of the document): must be valid JSON. Maybe the document was cut off.");
    }
}
