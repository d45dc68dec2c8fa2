package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainTokensProperties {
    private static final int TRIES = 12_000;
    private static final Set<String> NAMES = Set.of("id", "occurredAt", "\u0416");
    private static final ReadLimits NARROW = new ReadLimits(1 << 20, 4, 1, 2, 30, 2000, 2100);

    private final Map<String, Integer> census = new TreeMap<>();

    private static int tries() {
        return (int) (TRIES * Double.parseDouble(System.getProperty("kpi.tries.scale", "1")));
    }

    private static EventParser parser(ReadLimits limits, boolean strict) {
        return new EventParser(new Jackson3Tokens(limits), limits, strict, EventTypes.standard());
    }

    /** What can be seen of a line: the event with all it holds, or the reject. */
    static String judged(EventParser parser, byte[] line) {
        try {
            return seen(parser.judged(line, 0, line.length));
        } catch (BadLine bad) {
            return bad.reject(1, 0).message();
        }
    }

    /** The same of a line that is read in the way that it needs. */
    static String parsed(EventParser parser, byte[] line) {
        try {
            return seen(parser.parse(line, 0, line.length));
        } catch (BadLine bad) {
            return bad.reject(1, 0).message();
        }
    }

    private static String seen(SalesEvent event) {
        return event.getClass().getSimpleName() + " " + event.components();
    }

    @Test
    void aPlainLineIsTheEventThatTheJudgeFinds() {
        EventParser[] fast = {
            parser(ReadLimits.standard(), false), parser(ReadLimits.standard(), true), parser(NARROW, false)
        };
        EventParser[] judges = {
            parser(ReadLimits.standard(), false), parser(ReadLimits.standard(), true), parser(NARROW, false)
        };
        OddLines lines = new OddLines(20261126);
        for (int i = 0; i < tries(); i++) {
            byte[] line = lines.next();
            if (Utf8.firstInvalid(line, 0, line.length) >= 0) {
                count("not UTF-8");
                continue;
            }
            int way = i % 3 == 2 ? i % 2 + 1 : 0;
            int traits = Utf8.traits(line, 0, line.length);
            @Nullable SalesEvent plain = fast[way].plain(line, 0, line.length, traits);
            String judged = judged(judges[way], line);
            String text = new String(line, StandardCharsets.UTF_8);
            if (plain != null) {
                assertThat(seen(plain)).as(text).isEqualTo(judged);
            }
            assertThat(parsed(fast[way], line)).as(text).isEqualTo(judged);
            String kind = (traits & Utf8.ESCAPED) != 0 ? "escaped" : traits == 0 ? "ASCII" : "wide";
            boolean rejected = judged.startsWith("line 1");
            count(kind + (plain != null ? ", plain" : rejected ? ", rejected" : ", judged an event"));
        }
        System.out.println("lines by way: " + census);
        assertThat(census.get("ASCII, plain")).isGreaterThan(tries() / 10);
        assertThat(census.get("wide, plain")).isGreaterThan(tries() / 50);
        assertThat(census.get("ASCII, rejected")).isGreaterThan(tries() / 20);
        assertThat(census.get("escaped, judged an event")).isGreaterThan(tries() / 100);
    }

    @Test
    void tokensAreThoseOfTheGeneralParserAsFarAsTheyGo() {
        OddLines lines = new OddLines(20261127);
        JsonTokens ascii = PlainTokens.ascii(NAMES);
        JsonTokens wide = PlainTokens.wide(NAMES);
        JsonTokens general = new Jackson3Tokens(ReadLimits.standard().withNesting(100));
        for (int i = 0; i < tries() / 2; i++) {
            byte[] line = lines.next();
            int traits = Utf8.traits(line, 0, line.length);
            if ((traits & Utf8.ESCAPED) == 0 && Utf8.firstInvalid(line, 0, line.length) < 0) {
                compare(traits == 0 && i % 2 == 0 ? ascii : wide, general, line);
            }
        }
        System.out.println("tokens, and how lines ended: " + census);
        assertThat(census)
                .containsKeys("whole", "refused", "NAME", "TEXT", "INTEGER", "FRACTION", "TRUE", "NULL", "END_ARRAY");
    }

    private static void toEnd(JsonTokens tokens, Token first, int open) {
        for (int depth = open + step(first); depth > 0; depth += step(tokens.next())) {}
    }

    private static int step(Token token) {
        return switch (token) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private void compare(JsonTokens plain, JsonTokens general, byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        plain.open(line, 0, line.length);
        general.open(line, 0, line.length);
        int depth = 0;
        do {
            Token token;
            try {
                token = plain.next();
            } catch (MalformedJson refused) {
                count("refused");
                return;
            }
            int open = depth;
            Token wanted;
            try {
                wanted = general.next();
            } catch (MalformedJson seenEarlier) {
                assertThatThrownBy(() -> toEnd(plain, token, open)).as(text).isInstanceOf(MalformedJson.class);
                count("refused later");
                return;
            }
            assertThat(token).as(text).isEqualTo(wanted);
            if (general.offset() <= line.length) { // the general parser has read on behind a name, maybe past the end
                assertThat(plain.offset()).as(text).isEqualTo(general.offset());
            }
            depth += step(token);
            switch (token) {
                case NAME -> assertThat(plain.name()).as(text).isEqualTo(general.name());
                case TEXT, INTEGER, FRACTION -> {
                    assertThat(plain.text()).as(text).isEqualTo(general.text());
                    assertThat(new String(plain.characters(), plain.charactersFrom(), plain.charactersLength()))
                            .isEqualTo(general.text());
                }
                default -> {}
            }
            count(token.toString());
        } while (depth > 0);
        assertThat(plain.trailing()).as(text).isEqualTo(general.trailing());
        count("whole");
    }

    @Test
    void aPlainInstantIsTheOneThatTheGeneralFormGives() {
        int plain = 0;
        for (int day = -106_000; day < 106_000; day += 1) { // all days of the years 1678 to 2261, and some more
            String text = Instant.ofEpochSecond(day * 86_400L + Math.floorMod(day * 7_919L, 86_400L))
                    .toString();
            byte[] bytes = utf8(text);
            Instant instant = PlainInstant.of(bytes, 0, bytes.length);
            assertThat(instant).isEqualTo(Instant.parse(text));
            plain++;
        }
        assertThat(plain).isPositive();
    }

    private void count(String what) {
        census.merge(what, 1, Integer::sum);
    }
}
