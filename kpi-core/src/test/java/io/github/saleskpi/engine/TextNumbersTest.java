package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.oracle.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TextNumbersTest {
    @Test
    void eachTextIsFoundUnderItsNumberAndNoOtherIs() {
        assertFound(20_000, number -> "amo:call:" + number);
    }

    @Test
    void textsOfOneHashAreToldApart() {
        // "Aa" and "BB" have one hash, and so has each word of so many of them
        assertFound(4_096, number -> {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                text.append(((number >>> bit) & 1) == 0 ? "Aa" : "BB");
            }
            return text.toString();
        });
    }

    @Test
    void aCrowdAmongOthersStaysFoundWhileTheTableGrows() {
        assertFound(30_000, number -> {
            if (number % 10 != 0) {
                return "id-" + number;
            }
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                text.append((((number / 10) >>> bit) & 1) == 0 ? "Aa" : "BB");
            }
            return text.toString();
        });
    }

    private static void assertFound(int number, IntFunction<String> name) {
        List<String> texts = new ArrayList<>();
        Map<String, Integer> expected = new HashMap<>();
        TextNumbers numbers = new TextNumbers(texts::get);
        Chance chance = new Chance(number);
        for (int i = 0; i < number; i++) {
            String text = name.apply(i);
            assertThat(numbers.find(text)).isEqualTo(TextNumbers.NONE);
            texts.add(text);
            assertThat(numbers.add(text)).isEqualTo(i);
            expected.put(text, i);
            String known = chance.of(texts);
            assertThat(numbers.find(known)).isEqualTo(expected.get(known));
        }
        expected.forEach((text, own) -> assertThat(numbers.find(text)).isEqualTo(own));
        assertThat(numbers.find("none")).isEqualTo(TextNumbers.NONE);
    }
}
