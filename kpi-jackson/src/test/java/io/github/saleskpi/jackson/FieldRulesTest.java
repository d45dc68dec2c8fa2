package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.event;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static io.github.saleskpi.jackson.Wire.strictRejectOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldRulesTest {
    @Test
    void anUnknownTypeIsRejectedWithTheNearestOne() {
        assertThat(rejectOf("{\"type\":\"call_ended\",\"id\":\"c1\"}"))
                .isEqualTo("line 1, byte 8: type (\"call_ended\"): must be a known type. Maybe callEnded.");
        assertThat(rejectOf("{\"id\":\"c1\",\"type\":\"invoiceMailed\"}"))
                .isEqualTo("line 1, byte 18: type (\"invoiceMailed\"): must be a known type. "
                        + "Maybe an own type that was not registered, or a line for another application.");
    }

    @Test
    void aLineWithoutTypeIsRejected() {
        String message = "line 1, byte 0: type (absent): is required. Maybe the source has it under another name.";
        assertThat(rejectOf("{\"id\":\"c1\"}")).isEqualTo(message);
        assertThat(rejectOf("{}")).isEqualTo(message);
        assertThat(rejectOf("{\"type\":null}")).isEqualTo(message);
    }

    @Test
    void theTypeMayStandAnywhere() {
        assertThat(eventOf("{\"id\":\"e\",\"assetId\":\"good\",\"type\":\"assetPublished\","
                        + "\"occurredAt\":\"2026-03-01T10:00:00Z\"}"))
                .isEqualTo(eventOf(GOOD));
    }

    @Test
    void anUnknownFieldIsIgnored() {
        assertThat(eventOf(call(",\"extra\":{\"a\":[1,{\"b\":[true,null,2.5]}]},\"links\":5")))
                .isEqualTo(eventOf(call("")));
    }

    @Test
    void anUnknownFieldIsRejectedInStrict() {
        assertThat(strictRejectOf(call(",\"durration\":\"PT5S\"")))
                .isEqualTo("line 1, byte 101: durration (\"durration\"): must be a known field. Maybe duration.");
        assertThat(strictRejectOf(call(",\"actor\":{\"colour\":\"red\"}")))
                .isEqualTo("line 1, byte 110: actor.colour (\"colour\"): must be a known field. "
                        + "Maybe put it into attributes.");
    }

    @Test
    void aDoubledKeyIsRejectedAtEveryDepth() {
        String rule = "): must not stand twice in one object. Maybe two sources were merged; keep one.";
        assertThat(rejectOf(call(",\"callId\":\"d\""))).isEqualTo("line 1, byte 101: callId (\"callId\"" + rule);
        assertThat(rejectOf(call(",\"call\\u0049d\":\"d\""))).isEqualTo("line 1, byte 101: callId (\"callId\"" + rule);
        assertThat(rejectOf("{\"type\":\"callEnded\",\"type\":\"callEnded\"}"))
                .isEqualTo("line 1, byte 20: type (\"type\"" + rule);
        assertThat(rejectOf("{\"id\":\"c\",\"type\":\"callEnded\",\"type\":\"callEnded\"}"))
                .isEqualTo("line 1, byte 29: type (\"type\"" + rule);
        assertThat(rejectOf(call(",\"x\":1,\"x\":2"))).isEqualTo("line 1, byte 107: x (\"x\"" + rule);
        assertThat(rejectOf(call(",\"x\":[{\"a\":1,\"b\":{\"a\":1},\"a\":2}]")))
                .isEqualTo("line 1, byte 125: x (\"a\"" + rule);
        assertThat(rejectOf(call(",\"actor\":{\"kind\":\"human\",\"kind\":\"bot\"}")))
                .isEqualTo("line 1, byte 125: actor.kind (\"kind\"" + rule);
        assertThat(rejectOf(call(",\"attributes\":{\"a\":\"1\",\"a\":null}")))
                .isEqualTo("line 1, byte 123: attributes.a (\"a\"" + rule);
    }

    @Test
    void aDoubledKeyIsFoundAmongMany() {
        StringBuilder fields = new StringBuilder(",\"x\":{");
        for (int i = 0; i < 100; i++) {
            fields.append("\"k").append(i).append("\":0,");
        }
        assertThat(eventOf(call(fields + "\"k100\":0}"))).isEqualTo(eventOf(call("")));
        for (int i : new int[] {0, 15, 16, 17, 99}) {
            assertThat(rejectOf(call(fields + "\"k" + i + "\":0}")))
                    .contains(": x (\"k" + i + "\"): must not stand twice");
        }
    }

    @Test
    void anEmptyIdIsRejected() {
        assertThat(rejectOf(call(",\"personId\":\"\"")))
                .isEqualTo("line 1, byte 112: personId (\"\"): must not be empty. "
                        + "Maybe the source has no value; leave it out.");
        assertThat(rejectOf(call(",\"actor\":{\"repId\":\"\"}"))).contains("actor.repId (\"\"): must not be empty.");
        assertThat(rejectOf(event("messageSent", "\"messageId\":\"m\",\"assetIds\":[\"a\",\"\"]")))
                .contains("assetIds[1] (\"\"): must not be empty.");
        assertThat(rejectOf(event("socialActivity", "\"network\":\"\",\"kind\":\"post\"")))
                .contains("network (\"\"): must not be empty.");
    }

    @Test
    void nullIsRejectedWhereAValueIsRequired() {
        assertThat(rejectOf(event("callEnded", "\"callId\":null,\"direction\":\"outbound\"")))
                .isEqualTo("line 1, byte 0: callId (absent): is required. "
                        + "Maybe the source has it under another name.");
        assertThat(rejectOf(event("messageSent", "\"messageId\":\"m\",\"assetIds\":[null]")))
                .isEqualTo("line 1, byte 95: assetIds[0] (null): must not be null in an array. Maybe leave it out.");
        assertThat(rejectOf(event("messageSent", "\"messageId\":\"m\",\"links\":[{\"linkId\":null}]")))
                .contains("links[0].linkId (absent): is required.");
    }

    @Test
    void nullElsewhereMeansAbsent() {
        assertThat(eventOf(call(",\"personId\":null,\"actor\":null,\"channel\":null,\"outcome\":null,\"duration\":null,"
                        + "\"recordedAt\":null,\"precision\":null,\"attributes\":{\"a\":null}")))
                .isEqualTo(eventOf(call("")));
        assertThat(eventOf(
                        event("messageSent", "\"messageId\":\"m\",\"links\":null,\"visible\":null,\"followUp\":null")))
                .isEqualTo(eventOf(event("messageSent", "\"messageId\":\"m\"")));
    }

    @Test
    void aMissingFieldIsRejected() {
        assertThat(rejectOf(event("callEnded", "\"callId\":\"c\"")))
                .isEqualTo("line 1, byte 0: direction (absent): is required. "
                        + "Maybe the source has it under another name.");
        assertThat(rejectOf("{\"type\":\"assetPublished\",\"assetId\":\"a\",\"id\":\"e\"}"))
                .contains("occurredAt (absent): is required.");
    }

    @Test
    void nothingIsTakenForAText() {
        String rule = "): must be a text. Maybe quotes are missing.";
        assertThat(rejectOf(call(",\"personId\":5"))).isEqualTo("line 1, byte 112: personId (5" + rule);
        assertThat(rejectOf(call(",\"personId\":true"))).isEqualTo("line 1, byte 112: personId (true" + rule);
        assertThat(rejectOf(call(",\"personId\":{}"))).isEqualTo("line 1, byte 112: personId (an object" + rule);
        assertThat(rejectOf(call(",\"attributes\":{\"a\":5}"))).isEqualTo("line 1, byte 119: attributes.a (5" + rule);
    }

    @Test
    void aTextIsTakenForNothingElse() {
        assertThat(rejectOf(event("messageSent", "\"messageId\":\"m\",\"visible\":\"true\"")))
                .isEqualTo("line 1, byte 93: visible (\"true\"): must be true or false. "
                        + "Maybe there are quotes too many.");
        assertThat(rejectOf(call(",\"actor\":\"r1\"")))
                .isEqualTo("line 1, byte 109: actor (\"r1\"): must be an object. Maybe braces are missing.");
        assertThat(rejectOf(event("messageSent", "\"messageId\":\"m\",\"assetIds\":\"a\"")))
                .isEqualTo("line 1, byte 94: assetIds (\"a\"): must be an array. Maybe brackets are missing.");
    }

    @Test
    void aWordOutsideItsListIsRejected() {
        assertThat(rejectOf(call(",\"outcome\":\"NO_ANSWER\"")))
                .isEqualTo("line 1, byte 111: outcome (\"NO_ANSWER\"): must be one of failed, wrongNumber, busy, "
                        + "noAnswer, voicemail, answered, reached, conversation, meetingSet, unknown. Maybe noAnswer.");
        assertThat(rejectOf(
                        event("messageSent", "\"messageId\":\"m\",\"links\":[{\"linkId\":\"l\",\"kind\":\"foot\"}]")))
                .isEqualTo("line 1, byte 113: links[0].kind (\"foot\"): must be one of content, signature, "
                        + "unsubscribe. Maybe translate the source's word.");
    }

    @Test
    void theOwnerOfTwoThingsAtOnceIsRejected() {
        assertThat(rejectOf(event("ownerChanged", "\"requestId\":\"r\",\"opportunityId\":\"o\"")))
                .isEqualTo("line 1, byte 0: requestId and opportunityId (r, o): exactly one must be given. "
                        + "Maybe send two events.");
    }
}
