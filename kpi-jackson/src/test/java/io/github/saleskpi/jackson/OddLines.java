package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random lines of events, dense in all that a reader may take in two ways: most are written as usual, some are damaged. */
final class OddLines {
    private static final List<String> TYPES = List.copyOf(EventTypes.standard().keySet());
    private static final byte[] INSERTED = utf8("{}[]\",:\\0eE.-+tfn \t\r\u0000\u007f\u00e9");

    private static final String[] TEXTS = {
        "\"r1\"",
        "\"amo:call:881234\"",
        "\"0123456789abcdef\"",
        "\"\u0416\u0430\u043d\u0430\"",
        "\"\ud83d\ude00 ok\"",
        "\"\"",
        "\" \"",
        "\"{[:,]}\"",
        "\"null\"",
        "\"\\u0041\"",
        "\"a\\\"b\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\ude00\"",
        "\"a\tb\"",
        "\"\u007f\"",
        "null",
        "5",
        "true",
        "{}",
        "[]",
        "\"" + "x".repeat(70) + "\"",
        "\"" + "\u0416".repeat(40) + "\""
    };
    private static final String[] INSTANTS = {
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.5Z",
        "2026-03-01T10:00:00.123Z",
        "2026-12-31T23:59:59.123456789Z",
        "2026-03-01T10:00:00.1234567890Z",
        "2026-03-01T10:00:00.Z",
        "2026-03-01T10:00Z",
        "2026-03-01T10:00:00+02:00",
        "2026-03-01T10:00:00-0330",
        "2024-02-29T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2000-02-29T12:00:00Z",
        "2100-02-29T12:00:00Z",
        "1900-02-28T12:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-13-10T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-04-00T00:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T23:60:00Z",
        "2026-03-01T23:59:60Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "2200-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "0000-02-29T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-03-01t10:00:00Z",
        "2026-03-01T10:00:00z",
        "2026-03-01 10:00:00Z",
        "2o26-03-01T10:00:00Z",
        "2026-3-01T10:00:00Z",
        "2026-03-01T10:00:00.-5Z",
        "2026-03-01T10:0/:00Z",
        "2026-03-01",
        ""
    };
    private static final String[] NUMBERS = {
        "1",
        "17",
        "2147483647",
        "2147483648",
        "0",
        "-0",
        "-1",
        "01",
        "1.0",
        "1.",
        ".5",
        "1e5",
        "1E+5",
        "1e-3",
        "1e",
        "-",
        "+1",
        "0x1",
        "1_0",
        "NaN",
        "1200.50",
        "99999999999999999999999999999999999999",
        "1e999999999"
    };
    private static final String[] FLAGS = {"true", "false", "true", "True", "tru", "truee", "\"true\"", "null", "1"};
    private static final String[] DURATIONS = {
        "PT4M20S", "PT1H2M3S", "PT0.5S", "P1D", "PT-1S", "PT", "pt1s", "PT9999999999S"
    };
    private static final String[] LINKS = {
        "[]",
        "[{\"linkId\":\"l1\"}]",
        "[{\"linkId\":\"l1\",\"kind\":\"signature\"},{\"kind\":\"content\",\"linkId\":\"l2\"}]",
        "[{\"linkId\":\"l1\"},]",
        "[null]",
        "[{}]",
        "[{\"linkId\":\"l1\",\"linkId\":\"l1\"}]",
        "{}",
        "null",
        "[[]]"
    };
    private static final String[] ACTORS = {
        "{\"kind\":\"human\",\"repId\":\"r1\"}",
        "{\"repId\":\"r2\"}",
        "{ \"kind\" : \"import\" }",
        "{}",
        "{\"kind\":\"Human\"}",
        "{\"repId\":\"a}b\"}",
        "{\"repId\":\"a},\"x\":\"b\"}",
        "{\"repId\":\"\u0416}\"}",
        "{\"kind\":\"bot\",\"repId\":{}}",
        "{\"repId\":\"" + "y".repeat(90) + "\"}",
        "{\"kind\":\"human\",\"kind\":\"bot\"}",
        "{\"repId\":\"r1\",\"more\":[1,{\"a\":null}]}",
        "{\"repId\":\"r1\"",
        "null",
        "[]"
    };
    private static final String[] OTHERS = {
        "[1,[2,{\"a\":[]}],-0.5e+7,true,false,null,\"x\"]",
        "{\"a\":{\"a\":{\"b\":1,\"c\":2}}}",
        "{\"a\":1,\"a\":2}",
        "[1 2]",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{,}",
        "[}",
        "{]",
        "nul",
        "falsey",
        "'x'",
        "{\"\":\"\"}",
        "{a:1}",
        "[".repeat(31) + "]".repeat(31),
        "[".repeat(33) + "]".repeat(33),
        "[".repeat(70) + "]".repeat(70)
    };

    private static final Map<String, String[]> WORDS = Map.of(
            "direction", new String[] {"outbound", "inbound"},
            "outcome", new String[] {"reached", "meetingSet", "voicemail"},
            "status", new String[] {"won", "lost", "open"},
            "use", new String[] {"sent", "presented"},
            "verdict", new String[] {"human", "suspectedBot", "unknown"},
            "precision", new String[] {"exact", "day"},
            "reason", new String[] {"withdrawn", "noAnswerNeeded"});
    private static final Map<String, String[]> KINDS = Map.of(
            "meetingHeld", new String[] {"meeting", "presentation"},
            "socialActivity", new String[] {"post", "comment"},
            "identityMerged", new String[] {"person", "request"});

    private final Random random;
    private int blanks;

    OddLines(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        blanks = one(0, 0, 1, 8, 8, 30);
        String type = random.nextInt(40) == 0 ? one("callended", "call", "") : one(TYPES.toArray(String[]::new));
        List<String> fields = new ArrayList<>();
        EventType known = EventTypes.standard().get(type);
        for (String name : known == null ? List.of("id", "occurredAt") : known.names()) {
            if (random.nextInt(30) > 0) {
                fields.add(field(name, value(type, name)));
            }
        }
        if (random.nextInt(8) == 0) {
            fields.add(field(one("extra", "Id", "", "typ", "\u0416"), one(OTHERS)));
        }
        if (random.nextInt(20) == 0) {
            fields.add(one(fields.toArray(String[]::new)));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(fields, random);
        }
        fields.add(random.nextInt(6) == 0 ? random.nextInt(fields.size() + 1) : 0, field("type", "\"" + type + "\""));
        byte[] line = utf8(blank() + "{" + String.join(",", fields) + "}" + blank());
        return random.nextInt(5) == 0 ? damaged(line) : line;
    }

    private String field(String name, String value) {
        return blank() + "\"" + name + "\"" + blank() + ":" + blank() + value + blank();
    }

    private String blank() {
        return blanks == 0 || random.nextInt(blanks) > 0
                ? ""
                : random.nextInt(20) > 0 ? " " : one("  ", "\t", "\r", "\u00a0");
    }

    private String value(String type, String name) {
        if (random.nextInt(100) == 0) {
            return random.nextBoolean() ? one(OTHERS) : "\"" + one(TEXTS) + "\"";
        }
        return switch (name) {
            case "occurredAt", "recordedAt" -> "\"" + usually(INSTANTS) + "\"";
            case "actor" -> random.nextInt(4) == 0 ? one(ACTORS) : usually(ACTORS);
            case "attributes" -> attributes();
            case "links" -> usually(LINKS);
            case "assetIds" -> "[" + usually(TEXTS) + "," + usually(TEXTS) + "]";
            case "visible", "followUp", "autoReply" -> usually(FLAGS);
            case "count" -> usually(NUMBERS);
            case "quantity" -> random.nextBoolean() ? usually(NUMBERS) : "\"" + usually(NUMBERS) + "\"";
            case "amount" ->
                "{\"amount\":" + (random.nextBoolean() ? usually(NUMBERS) : "\"" + usually(NUMBERS) + "\"") + blank()
                        + ",\"currency\":\"" + (random.nextInt(9) > 0 ? "EUR" : one("eur", "XXQ", "")) + "\"}";
            case "duration" -> "\"" + usually(DURATIONS) + "\"";
            default -> {
                String[] words = name.equals("kind") ? KINDS.get(type) : WORDS.get(name);
                yield words == null || random.nextInt(30) == 0 ? usually(TEXTS) : "\"" + one(words) + "\"";
            }
        };
    }

    private String attributes() {
        List<String> entries = new ArrayList<>();
        int count = random.nextInt(30) == 0 ? one(17, 64, 65, 300) : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(9) == 0 ? "region" : "a" + i;
            entries.add(field(random.nextInt(9) == 0 ? "\u0416" + i : name, count > 3 ? "\"v\"" : usually(TEXTS)));
        }
        return "{" + String.join(",", entries) + "}";
    }

    private byte[] damaged(byte[] line) {
        int at = random.nextInt(line.length);
        byte[] damaged = line.clone();
        switch (random.nextInt(5)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = INSERTED[random.nextInt(INSERTED.length)];
            case 2 -> damaged = Arrays.copyOf(line, at);
            case 3 -> damaged = joined(line, at, INSERTED[random.nextInt(INSERTED.length)], at);
            default -> damaged = joined(line, at, line[at], Math.min(line.length, at + 2));
        }
        return damaged;
    }

    private static byte[] joined(byte[] line, int to, byte inserted, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(line, 0, to);
        joined.write(inserted);
        joined.write(line, from, line.length - from);
        return joined.toByteArray();
    }

    /** Those in front stand for what is usual. */
    private String usually(String[] choices) {
        return random.nextInt(30) > 0 ? choices[random.nextInt(3)] : one(choices);
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
