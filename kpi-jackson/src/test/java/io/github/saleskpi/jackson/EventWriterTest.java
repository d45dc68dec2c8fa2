package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class EventWriterTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Header HEADER = Header.of("e", AT);
    private static final String START = "\"id\":\"e\",\"occurredAt\":\"2026-03-01T10:00:00Z\"";

    /** An event type of one's own. */
    private record DemoGiven(Header header, Map<String, Object> details) implements CustomSalesEvent {
        @Override
        public String type() {
            return "demoGiven";
        }
    }

    @Test
    void defaultsAreLeftOut() {
        assertThat(KpiJackson3.toJson(new AssetPublished(HEADER, "a")))
                .isEqualTo("{\"type\":\"assetPublished\"," + START + ",\"assetId\":\"a\"}");
        assertThat(KpiJackson3.toJson(CallEnded.of(HEADER, "c", CallDirection.INBOUND)))
                .isEqualTo("{\"type\":\"callEnded\"," + START + ",\"callId\":\"c\",\"direction\":\"inbound\"}");
        assertThat(KpiJackson3.toJson(MessageSent.of(HEADER, "m").withRequestId("r")))
                .isEqualTo("{\"type\":\"messageSent\"," + START + ",\"messageId\":\"m\",\"requestId\":\"r\"}");
        assertThat(KpiJackson3.toJson(SocialActivity.of(HEADER, "LinkedIn", SocialActivity.Kind.POST)))
                .isEqualTo("{\"type\":\"socialActivity\"," + START + ",\"kind\":\"post\",\"network\":\"LinkedIn\"}");
    }

    @Test
    void whatIsNoDefaultIsWrittenInAlphabeticalOrder() {
        Header header = HEADER.withPrecision(Header.Precision.DAY)
                .withRecordedAt(AT.plusNanos(1))
                .withActor(new Actor(Actor.Kind.BOT, "r1"))
                .withChannel("chat")
                .withAttribute("b", "")
                .withAttribute("a", "2");
        MessageSent message = new MessageSent(
                header,
                "m",
                "p",
                "r",
                "o",
                List.of(Link.content("l1"), new Link("l2", Link.Kind.SIGNATURE)),
                List.of("a2", "a1"),
                false,
                false);
        assertThat(KpiJackson3.toJson(message))
                .isEqualTo("{\"type\":\"messageSent\"," + START
                        + ",\"actor\":{\"kind\":\"bot\",\"repId\":\"r1\"},\"assetIds\":[\"a2\",\"a1\"],"
                        + "\"attributes\":{\"a\":\"2\",\"b\":\"\"},\"channel\":\"chat\",\"followUp\":false,"
                        + "\"links\":[{\"kind\":\"content\",\"linkId\":\"l1\"},{\"kind\":\"signature\",\"linkId\":\"l2\"}],"
                        + "\"messageId\":\"m\",\"opportunityId\":\"o\",\"personId\":\"p\",\"precision\":\"day\","
                        + "\"recordedAt\":\"2026-03-01T10:00:00.000000001Z\",\"requestId\":\"r\",\"visible\":false}");
    }

    @Test
    void anActorWithoutRepHasOnlyAKind() {
        assertThat(KpiJackson3.toJson(new AssetPublished(HEADER.withActor(Actor.of(Actor.Kind.HUMAN)), "a")))
                .contains(",\"actor\":{\"kind\":\"human\"},");
    }

    @Test
    void durationsAndDecimalsAreTextsOfIsoAndOfPlainDigits() {
        assertThat(KpiJackson3.toJson(
                        CallEnded.of(HEADER, "c", CallDirection.INBOUND).withDuration(Duration.ofSeconds(3723, 5))))
                .contains("\"duration\":\"PT1H2M3.000000005S\"");
        assertThat(KpiJackson3.toJson(
                        PaymentReceived.of(HEADER, "p", BigMoney.of(CurrencyUnit.EUR, new BigDecimal("-1200.50")))))
                .contains("\"amount\":{\"amount\":\"-1200.5\",\"currency\":\"EUR\"}");
        assertThat(quantity("1E-18")).isEqualTo("0.000000000000000001");
        assertThat(quantity("1E+18")).isEqualTo("1000000000000000000");
        assertThat(quantity("12345678901234567890123456789012345678E+18"))
                .isEqualTo("1.2345678901234567890123456789012345678E+55");
    }

    private static String quantity(String decimal) {
        String line = KpiJackson3.toJson(CustomEvent.of(HEADER, "n").withQuantity(new BigDecimal(decimal)));
        assertThat(Wire.eventOf(line)).isEqualTo(CustomEvent.of(HEADER, "n").withQuantity(new BigDecimal(decimal)));
        return line.replaceAll(".*\"quantity\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void anEventTypeOfOnesOwnIsWrittenByItsComponents() {
        DemoGiven demo = new DemoGiven(
                HEADER,
                Map.of("count", 1, "links", List.of(), "seats", 12L, "online", true, "stage", Header.Precision.DAY));
        assertThat(KpiJackson3.toJson(demo))
                .isEqualTo("{\"type\":\"demoGiven\"," + START
                        + ",\"count\":1,\"links\":[],\"online\":true,\"seats\":12,\"stage\":\"day\"}");
    }

    @Test
    void aLineIsWrittenWhollyOrNotAtAll() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SalesEvent good = new AssetPublished(HEADER, "\ud83d\ude00");
        try (EventWriter writer = KpiJackson3.eventWriter(out)) {
            writer.write(good);
            assertThatThrownBy(() -> writer.write(new AssetPublished(HEADER, "\ud83d")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("assetId (\\ud83d): must not have half a surrogate pair. "
                            + "Maybe a text was cut inside an emoji.");
            assertThatThrownBy(() -> writer.write(new DemoGiven(HEADER, Map.of("seats", 1.5))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "seats (1.5): has no place in JSON. Maybe make it a text, a number or a list of texts.");
            assertThatThrownBy(() -> writer.write(new DemoGiven(HEADER, Map.of("type", "x"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("type (x): is no name for a component. Maybe call it kind.");
            writer.write(good);
        }
        String line = KpiJackson3.toJson(good) + "\n";
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(line + line);
        assertThat(line).contains("\ud83d\ude00");
    }
}
