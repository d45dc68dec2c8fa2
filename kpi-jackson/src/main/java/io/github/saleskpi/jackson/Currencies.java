package io.github.saleskpi.jackson;

import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Currencies by their codes. */
final class Currencies {
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

    private Currencies() {}

    /** @throws BrokenRule if there is none with that code */
    static CurrencyUnit parse(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            String capital = code.toUpperCase(Locale.ROOT);
            throw BrokenRule.of(
                    "must be the code of a known currency, such as \"EUR\"",
                    CODE.matcher(code).matches() && !capital.equals(code)
                            ? "Maybe " + capital + "."
                            : "Maybe register it with joda-money.");
        }
    }
}
