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
        assertFound(4_096, number -> OneHash.text(number, 13));
    }

    @Test
    void hardlyAnyTextsAreLookedAtHoweverManyHaveOneHash() {
        List<String> texts = new ArrayList<>();
        int[] looked = {0};
        TextNumbers numbers = new TextNumbers(new TextNumbers.Keeper() {
            @Override
            public String text(int number) {
                return texts.get(number);
            }

            @Override
            public boolean is(int number, String text) {
                looked[0]++;
                return texts.get(number).equals(text);
            }
        });
        for (int i = 0; i < 1 << 14; i++) {
            String text = OneHash.text(i, 14);
            looked[0] = 0;
            assertThat(numbers.find(text)).isEqualTo(TextNumbers.NONE);
            assertThat(looked[0]).isLessThanOrEqualTo(64);
            texts.add(text);
            numbers.add(text);
        }
    }

    @Test
    void aCrowdAmongOthersStaysFoundWhileTheTableGrows() {
        assertFound(30_000, number -> {
            return number % 10 == 0 ? OneHash.text(number / 10, 12) : "id-" + number;
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
