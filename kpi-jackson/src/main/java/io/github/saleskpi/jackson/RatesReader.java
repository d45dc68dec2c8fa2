package io.github.saleskpi.jackson;

import io.github.saleskpi.team.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** Reads {@code {"base":"EUR","rates":[{"currency":"USD","from":"2026-01-01","rate":"0.92"}]}}. */
final class RatesReader {
    private RatesReader() {}

    /** @throws IllegalArgumentException if the document breaks a rule; the message begins with the path */
    static Rates read(byte[] document, JsonTokens tokens) {
        DocumentValue root = DocumentValue.of("the rates", document, tokens).withFields("base", "rates");
        Rates rates = Rates.in(root.field("base").text(Currencies::parse));
        for (DocumentValue step : root.field("rates").items()) {
            rates = with(rates, step.withFields("currency", "from", "rate"));
        }
        return rates;
    }

    private static Rates with(Rates rates, DocumentValue step) {
        CurrencyUnit currency = step.field("currency").text(Currencies::parse);
        LocalDate from = step.field("from").date();
        BigDecimal rate = step.field("rate").decimal();
        try {
            return rates.with(currency, from, rate);
        } catch (IllegalArgumentException refused) {
            throw step.field("rate").wrong(refused);
        }
    }
}
