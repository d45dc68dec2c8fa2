package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.events;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownObjectsTest {
    private static final int TRIES = 200_000;

    private final Random random = new Random(20261130);

    /** Of few letters, so that many are equal or differ in one place; some have inner braces. */
    private String object() {
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(100); i > 0; i--) {
            text.append(
                    random.nextInt(60) > 0 ? 'a' : random.nextBoolean() ? 'b' : random.nextBoolean() ? '}' : '\u0416');
        }
        return text.append('}').toString();
    }

    @Test
    void anObjectIsTakenForAnEqualOneOnlyHoweverCrowdedTheyAre() {
        KnownObjects<String> crowded = new KnownObjects<>(8);
        int known = 0;
        String last = object();
        for (int i = 0; i < TRIES; i++) {
            String text = random.nextInt(4) == 0 ? last : object();
            byte[] line = utf8("x" + text + "}y");
            @Nullable String found = crowded.get(line, 1, line.length);
            if (found == null) {
                crowded.put(line, line.length - 2, text);
            } else {
                assertThat(found).isEqualTo(text.substring(0, text.indexOf('}') + 1));
                assertThat(crowded.end()).isEqualTo(1 + utf8(found).length);
                known++;
            }
            last = text;
        }
        assertThat(known).isBetween(TRIES / 10, TRIES / 2);
    }

    @Test
    void anObjectWithABraceInsideIsNotKnown() {
        KnownObjects<String> objects = new KnownObjects<>(8);
        byte[] line = utf8("{\"a\":{}}");
        assertThat(objects.get(line, 0, line.length)).isNull();
        objects.put(line, line.length, "outer");
        assertThat(objects.get(line, 0, line.length)).isNull();
        byte[] inner = utf8("{\"a\":{}");
        assertThat(objects.get(inner, 0, inner.length)).isNull();
    }

    @Test
    void anObjectThatIsNotClosedIsNotKnown() {
        KnownObjects<String> objects = new KnownObjects<>(8);
        byte[] line = utf8("{\"a\":1}");
        assertThat(objects.get(line, 0, line.length)).isNull();
        objects.put(line, line.length, "one");
        assertThat(objects.get(line, 0, line.length)).isEqualTo("one");
        assertThat(objects.get(line, 0, line.length - 1)).isNull();
    }

    @Test
    void objectsOfAnyLengthAreReadAgainAndAgain() {
        KnownObjects<Integer> objects = new KnownObjects<>(1024);
        int known = 0;
        for (int round = 0; round < 2; round++) {
            for (int length = 2; length < 300; length++) {
                byte[] line = utf8("{" + "a".repeat(length - 2) + "}");
                @Nullable Integer found = objects.get(line, 0, length);
                if (found == null) {
                    objects.put(line, length, length);
                } else {
                    assertThat(found).isEqualTo(length);
                    known++;
                }
            }
        }
        assertThat(known).isBetween(80, 95);
    }

    @Test
    void aKnownActorIsNotTakenForTheBeginningOfAnother() {
        String brace = call(",\"actor\":{\"repId\":\"a}b\"}");
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = Wire.read(
                KpiJackson3.eventReader(),
                utf8(String.join(
                        "\n", brace, brace, call(",\"actor\":{\"repId\":\"a},\"personId\":\"p\""), brace, GOOD)),
                events);
        assertThat(events).extracting(event -> event.actor().repId()).containsExactly("a}b", "a}b", "a}b", null);
        assertThat(summary.rejects())
                .singleElement()
                .extracting(Reject::message)
                .asString()
                .startsWith("line 3, ")
                .contains("must be valid JSON");
    }

    @Test
    void whatStandsBehindAKnownActorIsReadLikeWhatStandsBehindANewOne() {
        String actor = "{\"kind\":\"human\",\"repId\":\"r1\"}";
        String inner = call(",\"actor\":" + actor + ",\"personId\":\"p\"");
        String last = call(",\"personId\":\"p\",\"actor\":" + actor);
        List<SalesEvent> events = events(String.join("\n", inner, last, inner, last));
        assertThat(events).containsOnly(events.get(0));
        ReadSummary summary = Wire.read(
                KpiJackson3.eventReader(),
                utf8(String.join(
                        "\n",
                        inner,
                        call(",\"actor\":" + actor + "\"personId\":\"p\""),
                        call(",\"actor\":" + actor + "}"),
                        call(",\"actor\":" + actor + ",\"actor\":" + actor),
                        call(",\"actor\":[" + actor + "]"))),
                new ArrayList<>());
        assertThat(summary.rejects()).extracting(Reject::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aLineWithAKnownActorNeedsNoJudge() {
        ReadLimits limits = ReadLimits.standard();
        EventParser parser = new EventParser(new Jackson3Tokens(limits), limits, false, EventTypes.standard());
        byte[] line = utf8(call(",\"actor\":{\"repId\":\"r1\"},\"attributes\":{\"a\":\"b\"},\"personId\":\"p\""));
        for (int i = 0; i < 3; i++) {
            assertThat(parser.plain(line, 0, line.length, 0)).isEqualTo(parser.judged(line, 0, line.length));
        }
    }

    @Test
    void tokensGoOnBehindAKnownObjectWhereItStood() {
        KnownObjects<String> objects = new KnownObjects<>(8);
        JsonTokens tokens = PlainTokens.ascii(List.of());
        byte[] line = utf8("{\"a\":{\"b\":1}}}");
        for (int round = 0; round < 2; round++) {
            tokens.open(line, 0, line.length);
            assertThat(tokens.next()).isEqualTo(Token.START_OBJECT);
            assertThat(tokens.nextName()).isEqualTo("a");
            assertThat(tokens.next()).isEqualTo(Token.START_OBJECT);
            @Nullable String known = tokens.known(objects);
            assertThat(known).isEqualTo(round == 0 ? null : "inner");
            if (known == null) {
                assertThat(tokens.nextName()).isEqualTo("b");
                assertThat(tokens.next()).isEqualTo(Token.INTEGER);
                assertThat(tokens.next()).isEqualTo(Token.END_OBJECT);
                tokens.learn(objects, "inner");
            }
            assertThat(tokens.next()).isEqualTo(Token.END_OBJECT);
            assertThatThrownBy(tokens::next).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void anObjectMayBeAnActorHereAndAttributesThere() {
        String object = "{\"kind\":\"bot\",\"repId\":\"r1\"}";
        String line = call(",\"actor\":" + object + ",\"attributes\":" + object);
        for (SalesEvent event : events(line + "\n" + line + "\n" + line)) {
            assertThat(event.actor().repId()).isEqualTo("r1");
            assertThat(event.header().attributes())
                    .containsEntry("kind", "bot")
                    .containsEntry("repId", "r1")
                    .hasSize(2);
        }
    }

    @Test
    void unknownFieldsOfAKnownActorAreStillRejectedIfStrict() {
        String line = call(",\"actor\":{\"repId\":\"r1\",\"more\":1}");
        assertThat(events(line + "\n" + line)).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(Wire.strictRejectOf(line)).contains("must be a known field");
        }
    }
}
