package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.event;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadLimitsTest {
    private static EventReader with(UnaryOperator<ReadLimits> change) {
        return KpiJackson3.eventReader().withLimits(change.apply(ReadLimits.standard()));
    }

    private static String padded(int bytes) {
        return GOOD + " ".repeat(bytes - GOOD.length());
    }

    private static String many(int count, String item) {
        return IntStream.range(0, count)
                .mapToObj(i -> item.replace("#", "" + i))
                .collect(Collectors.joining(","));
    }

    @Test
    void aLineHasAtMostOneMebibyteWithoutItsEnd() {
        assertThat(eventOf(padded(1 << 20) + "\r\n")).isEqualTo(eventOf(GOOD));
        assertThat(eventOf(padded(1 << 20) + "\n")).isEqualTo(eventOf(GOOD));
        assertThat(eventOf(padded(1 << 20))).isEqualTo(eventOf(GOOD));
        assertThat(eventOf("\ufeff" + padded(1 << 20) + "\r\n")).isEqualTo(eventOf(GOOD));
        String message = "line 1, byte 0: (1048577 bytes): must have at most 1048576 bytes (limit lineBytes). "
                + "Maybe line ends are missing.";
        assertThat(rejectOf(padded((1 << 20) + 1))).isEqualTo(message);
        assertThat(rejectOf(padded((1 << 20) + 1) + "\r")).isEqualTo(message);
        assertThat(rejectOf(with(limits -> limits.withLineBytes(100)), utf8(padded(101))))
                .isEqualTo("line 1, byte 0: (101 bytes): must have at most 100 bytes (limit lineBytes). "
                        + "Maybe line ends are missing.");
    }

    @Test
    void nestingIsAtMost32() {
        assertThat(eventOf(call(",\"x\":" + "[".repeat(31) + "]".repeat(31)))).isEqualTo(eventOf(call("")));
        String rule = "): must be nested at most 32 deep (limit nesting). Maybe something is wrapped in itself.";
        assertThat(rejectOf(call(",\"x\":" + "[".repeat(32) + "]".repeat(32))))
                .isEqualTo("line 1, byte 136: x (depth 33" + rule);
        assertThat(rejectOf(call(",\"x\":" + "{\"y\":".repeat(32) + "1" + "}".repeat(32))))
                .isEqualTo("line 1, byte 260: x (depth 33" + rule);
        assertThat(rejectOf("{\"x\":" + "[".repeat(40))).isEqualTo("line 1, byte 36: x (depth 33" + rule);
        assertThat(rejectOf(with(limits -> limits.withNesting(1)), utf8(call(",\"actor\":{}"))))
                .isEqualTo("line 1, byte 109: actor (depth 2): must be nested at most 1 deep (limit nesting). "
                        + "Maybe something is wrapped in itself.");
    }

    @Test
    void nestingMayBeAllowedFarDeeper() {
        byte[] line = utf8(call(",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)));
        assertThat(Wire.read(with(limits -> limits.withNesting(10_001)), line, new ArrayList<>())
                        .rejects())
                .isEmpty();
    }

    @Test
    void aMessageHasAtMostAThousandLinksOrAssets() {
        String links = "\"messageId\":\"m\",\"links\":[" + many(1000, "{\"linkId\":\"l#\"}");
        String assets = "\"messageId\":\"m\",\"assetIds\":[" + many(1000, "\"a#\"");
        eventOf(event("messageSent", links + "]"));
        eventOf(event("messageSent", assets + "]"));
        String rule = " (more than 1000): must be at most 1000 (limit items). Maybe several messages were sent as one.";
        assertThat(rejectOf(event("messageSent", links + ",{\"linkId\":\"x\"}]")))
                .endsWith(": links" + rule);
        assertThat(rejectOf(event("messageSent", assets + ",\"x\"]"))).endsWith(": assetIds" + rule);
        assertThat(rejectOf(
                        with(limits -> limits.withItems(1)),
                        utf8(event("messageSent", "\"messageId\":\"m\",\"assetIds\":[\"a\",\"b\"]"))))
                .isEqualTo("line 1, byte 99: assetIds (more than 1): must be at most 1 (limit items). "
                        + "Maybe several messages were sent as one.");
    }

    @Test
    void anEventHasAtMost64Attributes() {
        eventOf(call(",\"attributes\":{" + many(64, "\"k#\":\"v\"") + "}"));
        assertThat(rejectOf(call(",\"attributes\":{" + many(65, "\"k#\":\"v\"") + "}")))
                .isEqualTo("line 1, byte 745: attributes (more than 64): must be at most 64 (limit attributes). "
                        + "Maybe a whole record of the source was copied.");
        assertThat(rejectOf(
                        with(limits -> limits.withAttributes(1)),
                        utf8(call(",\"attributes\":{" + many(2, "\"k#\":null") + "}"))))
                .contains("attributes (more than 1): must be at most 1 (limit attributes).");
    }

    @Test
    void aTextHasAtMost1024Characters() {
        String longest = "\u0436".repeat(1024);
        String tooLong = "x".repeat(1025);
        eventOf(call(",\"personId\":\"" + longest + "\",\"attributes\":{\"" + longest + "\":\"" + longest + "\"}"));
        String rule = "x".repeat(79) + "\u2026): must have at most 1024 characters (limit textLength). "
                + "Maybe a whole message was put into one field.";
        assertThat(rejectOf(call(",\"personId\":\"" + tooLong + "\"")))
                .isEqualTo("line 1, byte 112: personId (\"" + rule);
        assertThat(rejectOf(GOOD.replace("\"e\"", "\"" + tooLong + "\""))).contains(": id (\"" + rule);
        assertThat(rejectOf(call(",\"attributes\":{\"a\":\"" + tooLong + "\"}")))
                .contains(": attributes.a (\"" + rule);
        assertThat(rejectOf(call(",\"attributes\":{\"" + tooLong + "\":\"a\"}")))
                .endsWith(" (\"" + rule);
        assertThat(rejectOf(
                        with(limits -> limits.withTextLength(20)),
                        utf8(call(",\"personId\":\"0123456789-0123456789\""))))
                .contains(
                        ": personId (\"0123456789-0123456789\"): must have at most 20 characters (limit textLength).");
    }

    @Test
    void theYearsMayBeOthers() {
        EventReader reader = with(limits -> limits.withYears(2020, 2025).withTextLength(100));
        assertThat(rejectOf(
                        reader.withLimits(ReadLimits.standard().withYears(2026, 2026)),
                        utf8(GOOD.replace("2026", "2025"))))
                .isEqualTo("line 1, byte 47: occurredAt (\"2025-03-01T10:00:00Z\"): "
                        + "must lie in the years 2026 to 2026 in UTC (limit firstYear). "
                        + "Maybe the unit of a timestamp is off.");
        assertThat(Wire.read(reader, utf8(GOOD), new ArrayList<>()).rejected()).isEqualTo(1);
    }

    @Test
    void aLimitOutOfItsBoundsIsRefused() {
        assertThatThrownBy(() -> ReadLimits.standard().withNesting(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nesting (0): must lie between 1 and 1048576. Maybe begin with ReadLimits.standard().");
        assertThatThrownBy(() -> ReadLimits.standard().withYears(2000, 1999))
                .hasMessage("lastYear (1999): must lie between 2000 and 2261. Maybe begin with ReadLimits.standard().");
        assertThatThrownBy(() -> ReadLimits.standard().withLineBytes(Integer.MAX_VALUE))
                .hasMessageStartingWith("lineBytes (2147483647): ");
    }
}
