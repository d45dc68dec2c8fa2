package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.SalesEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    private static final String HALF = "): must not have half a surrogate pair. Maybe a text was cut inside an emoji.";
    private static final String NO_JSON = "): must be valid JSON. Maybe a quote, a comma or a brace is missing.";

    @Test
    void halfASurrogatePairIsRejectedInEveryText() {
        assertThat(rejectOf(call(",\"personId\":\"\\ud83d\"")))
                .isEqualTo("line 1, byte 112: personId (\"\\ud83d\"" + HALF);
        assertThat(rejectOf(call(",\"personId\":\"a\\ude00\\ud83d\"")))
                .isEqualTo("line 1, byte 112: personId (\"a\\ude00\\ud83d\"" + HALF);
        assertThat(rejectOf(call(",\"attributes\":{\"a\":\"\\ud83dx\"}")))
                .isEqualTo("line 1, byte 119: attributes.a (\"\\ud83dx\"" + HALF);
        assertThat(rejectOf(call(",\"x\":[{\"y\":\"\\ude00\"}]"))).isEqualTo("line 1, byte 111: x (\"\\ude00\"" + HALF);
        assertThat(rejectOf(call(",\"\\ud83d\":1"))).isEqualTo("line 1, byte 102: (\\ud83d\":1}" + NO_JSON);
    }

    @Test
    void aWholeSurrogatePairIsACharacter() {
        CallEnded call = (CallEnded)
                eventOf(call(",\"personId\":\"\\ud83d\\ude00\",\"attributes\":{\"\\ud83d\\ude00\":\"\ud83d\ude00\"}"));
        assertThat(call.personId()).isEqualTo("\ud83d\ude00");
        assertThat(call.header().attributes()).containsEntry("\ud83d\ude00", "\ud83d\ude00");
    }

    @Test
    void whatIsNotUtf8IsRejected() {
        byte[] latin1 = call(",\"personId\":\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rejectOf(KpiJackson3.eventReader(), latin1))
                .isEqualTo("line 1, byte 116: (byte 0xe9): must be UTF-8. Maybe the file has another encoding.");
    }

    @Test
    void overlongFormsSurrogatesAndTooLargeCharactersAreNotUtf8() {
        int[][] invalid = {
            {0x80},
            {0xBF},
            {0xC0, 0xAF},
            {0xC1, 0x81},
            {0xC3},
            {0xC3, 0x28},
            {0xE0, 0x9F, 0xBF},
            {0xE2, 0x82},
            {0xE2, 0x28, 0xA1},
            {0xED, 0xA0, 0x80},
            {0xED, 0xBF, 0xBF},
            {0xF0, 0x8F, 0xBF, 0xBF},
            {0xF0, 0x9F, 0x98},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xFF}
        };
        for (int[] bytes : invalid) {
            byte[] line = utf8(call(",\"personId\":\"" + "#".repeat(bytes.length) + "\""));
            for (int i = 0; i < bytes.length; i++) {
                line[113 + i] = (byte) bytes[i];
            }
            assertThat(rejectOf(KpiJackson3.eventReader(), line))
                    .startsWith("line 1, byte 113: (byte 0x" + Integer.toHexString(bytes[0]) + "): must be UTF-8.");
        }
    }

    @Test
    void everyCharacterIsUtf8() {
        for (int character = 0x80; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                byte[] bytes = utf8(Character.toString(character));
                assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
            }
        }
    }

    @Test
    void utf16IsRejected() {
        assertThat(rejectOf(KpiJackson3.eventReader(), "{\"type\":1}".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("line 1, byte 0: (byte 0xfe): must be UTF-8. Maybe the file has another encoding.");
        assertThat(rejectOf(KpiJackson3.eventReader(), "{}".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("line 1, byte 0: (\\u0000{\\u0000}" + NO_JSON);
        assertThat(rejectOf(KpiJackson3.eventReader(), "{}".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("line 1, byte 1: (\\u0000}\\u0000" + NO_JSON);
    }

    @Test
    void aByteOrderMarkBetweenLinesIsRejected() {
        assertThat(Wire.events("\ufeff" + GOOD)).hasSize(1);
        assertThat(rejectOf("\n\ufeff{}"))
                .isEqualTo("line 2, byte 1: (\\ufeff{}): must be valid JSON. "
                        + "Maybe files were joined; a byte order mark may stand only at the very start.");
        assertThat(rejectOf("\ufeff\ufeff{}")).startsWith("line 1, byte 3: (\\ufeff{}): must be valid JSON.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "'x'",
                "undefined",
                "0x1F",
                "1.",
                ".5",
                "\"\\x\"",
                "/**/1"
            })
    void whatIsNoJsonIsRejected(String value) {
        assertThat(rejectOf(call(",\"duration\":" + value))).contains("): must be valid JSON. Maybe ");
        assertThat(rejectOf(call(",\"unknown\":" + value))).contains("): must be valid JSON. Maybe ");
        assertThat(rejectOf(call(",\"duration\":NaN"))).isEqualTo("line 1, byte 112: (NaN}" + NO_JSON);
    }

    @Test
    void aTextThatEndsTooEarlyIsRejectedEvenWhereNoTextMayStand() {
        String line = call(",\"attributes\":\"north");
        assertThat(rejectOf(line.substring(0, line.length() - 1)))
                .isEqualTo("line 1, byte 120: attributes (end of the line): must be valid JSON. "
                        + "Maybe the line was cut off.");
    }

    @Test
    void aLineThatIsNoObjectIsRejected() {
        String rule = "): must be one JSON object. Maybe the file is one array; write one object a line.";
        assertThat(rejectOf("[" + GOOD + "]")).isEqualTo("line 1, byte 0: (an array" + rule);
        assertThat(rejectOf(" \"text\"")).isEqualTo("line 1, byte 1: (\"text\"" + rule);
        assertThat(rejectOf("12")).isEqualTo("line 1, byte 0: (12" + rule);
        assertThat(rejectOf("null")).isEqualTo("line 1, byte 0: (null" + rule);
        assertThat(rejectOf("id,type,when")).isEqualTo("line 1, byte 0: (id,type,when" + NO_JSON);
    }

    @Test
    void whatStandsBehindTheObjectIsRejected() {
        String rule = "): must hold nothing behind its object. Maybe a line end is missing.";
        assertThat(rejectOf(call("") + " ,")).isEqualTo("line 1, byte 102: (," + rule);
        assertThat(rejectOf("{\"id\":\"e\",\"type\":\"callEnded\"}}")).isEqualTo("line 1, byte 29: (}" + rule);
        assertThat(rejectOf(GOOD + GOOD)).isEqualTo("line 1, byte 87: (" + GOOD.substring(0, 80) + "\u2026" + rule);
    }

    @Test
    void anObjectOverTwoLinesIsRejectedTwice() {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary =
                Wire.read(KpiJackson3.eventReader(), utf8(GOOD.replace(",\"id\"", ",\n\"id\"") + "\n" + GOOD), events);
        assertThat(events).hasSize(1);
        assertThat(summary.rejects())
                .extracting(Reject::message)
                .containsExactly(
                        "line 1, byte 25: (end of the line): must be valid JSON. Maybe the line was cut off.",
                        "line 2, byte 26: (\"id\"): must be one JSON object. "
                                + "Maybe the file is one array; write one object a line.");
    }

    @Test
    void whatIsFoundIsMadePrintable() {
        assertThat(rejectOf(call(",\"outcome\":\"a\u202eb\\u0007\\n\u2028\"")))
                .contains("(\"a\\u202eb\\u0007\\u000a\\u2028\")");
        assertThat(rejectOf(call(",\"\\u001b[31m\":1,\"\\u001b[31m\":1"))).contains(": \\u001b[31m (\"\\u001b[31m\"):");
        assertThat(rejectOf(call(",\"outcome\":\"" + "\ud83d\ude00".repeat(100) + "\"")))
                .contains("(\"" + "\ud83d\ude00".repeat(39) + "\u2026)");
    }
}
