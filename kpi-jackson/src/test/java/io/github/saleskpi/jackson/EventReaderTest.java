package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.event;
import static io.github.saleskpi.jackson.Wire.eventOf;
import static io.github.saleskpi.jackson.Wire.events;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    @Test
    void blankLinesAndTheByteOrderMarkAreNotCounted() {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary =
                Wire.read(KpiJackson3.eventReader(), utf8("\ufeff\n \t\r\n" + GOOD + "\r\n\n" + GOOD + "\n  "), events);
        assertThat(events).hasSize(2);
        assertThat(summary).isEqualTo(new ReadSummary(2, 2, 0, List.of()));
        assertThat(Wire.read(KpiJackson3.eventReader(), new byte[0], new ArrayList<>())
                        .read())
                .isZero();
        assertThat(Wire.read(KpiJackson3.eventReader(), utf8("\ufeff"), new ArrayList<>())
                        .read())
                .isZero();
    }

    @Test
    void everyPhysicalLineIsNumbered() {
        ReadSummary summary =
                Wire.read(KpiJackson3.eventReader(), utf8("\ufeff\r\n\n" + GOOD + "\n\n  x\n"), new ArrayList<>());
        assertThat(summary.rejects())
                .extracting(Reject::line, Reject::byteOffset)
                .containsExactly(Tuple.tuple(5L, 3L + 2 + 1 + 87 + 1 + 1 + 2));
    }

    @Test
    void strictStopsAtTheFirstRejectAndKeepsWhatCameBefore() {
        List<SalesEvent> events = new ArrayList<>();
        EventReader strict = KpiJackson3.eventReader().strict();
        assertThatThrownBy(() -> strict.read(new ByteArrayInputStream(utf8(GOOD + "\n{}\n" + GOOD)), events::add))
                .isInstanceOfSatisfying(
                        RejectedLineException.class,
                        rejected -> assertThat(rejected.reject())
                                .isEqualTo(new Reject(
                                        2,
                                        88,
                                        "type",
                                        "absent",
                                        "is required",
                                        "Maybe the source has it under another name.")))
                .hasMessage("line 2, byte 88: type (absent): is required. "
                        + "Maybe the source has it under another name.");
        assertThat(events).hasSize(1);
    }

    @Test
    void everyRejectGoesToTheConsumer() {
        List<Reject> rejects = new ArrayList<>();
        ReadSummary summary = Wire.read(
                KpiJackson3.eventReader().rejectsTo(rejects::add), utf8("{}\n" + GOOD + "\n{}"), new ArrayList<>());
        assertThat(rejects).extracting(Reject::line).containsExactly(1L, 3L);
        assertThat(summary).isEqualTo(new ReadSummary(3, 1, 2, List.of()));
    }

    @Test
    void asManyRejectsAreKeptAsAskedAndAllAreCounted() {
        ReadSummary summary =
                Wire.read(KpiJackson3.eventReader().collecting(2), utf8("{}\n".repeat(5)), new ArrayList<>());
        assertThat(summary.rejected()).isEqualTo(5);
        assertThat(summary.rejects()).extracting(Reject::line).containsExactly(1L, 2L);
        assertThat(Wire.read(KpiJackson3.eventReader().collecting(0), utf8("{}"), new ArrayList<>())
                        .rejects())
                .isEmpty();
        assertThatThrownBy(() -> KpiJackson3.eventReader().collecting(-1))
                .hasMessage("atMost (-1): must not be negative. Maybe 0, to count them only.");
    }

    @Test
    void limitsAndModeAreIndependent() {
        ReadLimits limits = ReadLimits.standard().withTextLength(2);
        byte[] line = utf8(GOOD);
        for (EventReader reader : List.of(
                KpiJackson3.eventReader().withLimits(limits).strict(),
                KpiJackson3.eventReader().strict().withLimits(limits))) {
            assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(line), event -> {}))
                    .isInstanceOf(RejectedLineException.class)
                    .hasMessageContaining("limit textLength");
        }
    }

    @Test
    void whatTheSinkThrowsComesThrough() {
        RuntimeException own = new IllegalArgumentException("mine");
        assertThatThrownBy(() -> KpiJackson3.eventReader().read(new ByteArrayInputStream(utf8(GOOD)), event -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    @Test
    void whatTheInputThrowsComesThrough() {
        IOException own = new IOException("gone");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw own;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw own;
            }
        };
        assertThatThrownBy(() -> KpiJackson3.eventReader().read(failing, event -> {}))
                .isSameAs(own);
    }

    @Test
    void twoVersionsOfOneEventAreBothDelivered() {
        assertThat(events(GOOD + "\n" + GOOD)).hasSize(2);
    }

    @Test
    void defaultsAreFilledIn() {
        CallEnded call = (CallEnded) eventOf(call(""));
        assertThat(call.header().precision()).isEqualTo(Header.Precision.EXACT);
        assertThat(call.recordedAt()).isSameAs(call.occurredAt());
        assertThat(call.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(call.header().channel()).isEqualTo("phone");
        assertThat(call.header().attributes()).isEmpty();
        assertThat(call.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(eventOf(event("meetingHeld", "\"meetingId\":\"m\",\"kind\":\"meeting\""))
                        .header()
                        .channel())
                .isEqualTo("meeting");
        assertThat(eventOf(event("messageReceived", "\"messageId\":\"m\""))
                        .header()
                        .channel())
                .isEqualTo("email");
        assertThat(eventOf(event("socialActivity", "\"network\":\"LINKEDIN\",\"kind\":\"post\""))
                        .header()
                        .channel())
                .isEqualTo("linkedin");
        assertThat(eventOf(GOOD).header().channel()).isNull();
        assertThat(eventOf(call(",\"channel\":\"CHAT\"")).header().channel()).isEqualTo("chat");
    }

    @Test
    void anActorWithARepIsByDefaultHuman() {
        assertThat(eventOf(call(",\"actor\":{\"repId\":\"r1\"}")).actor()).isEqualTo(Actor.rep("r1"));
        assertThat(eventOf(call(",\"actor\":{}")).actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(eventOf(call(",\"actor\":{\"kind\":\"bot\",\"repId\":\"r1\"}"))
                        .actor())
                .isEqualTo(new Actor(Actor.Kind.BOT, "r1"));
        assertThat(eventOf(call(",\"actor\":{\"kind\":\"human\"}")).actor()).isEqualTo(Actor.of(Actor.Kind.HUMAN));
    }

    @Test
    void oneRepMayBeOfSeveralKinds() {
        String line = call(",\"actor\":{\"repId\":\"r1\"}");
        List<SalesEvent> events = events(line + "\n" + line.replace("}}", ",\"kind\":\"bot\"}}") + "\n" + line);
        assertThat(events.stream().map(SalesEvent::actor))
                .containsExactly(Actor.rep("r1"), new Actor(Actor.Kind.BOT, "r1"), Actor.rep("r1"));
    }

    @Test
    void aMessageIsByDefaultAFollowUpIfItNamesARequestOrAnOpportunity() {
        assertThat(followUp("")).isFalse();
        assertThat(followUp(",\"personId\":\"p\"")).isFalse();
        assertThat(followUp(",\"requestId\":\"r\"")).isTrue();
        assertThat(followUp(",\"opportunityId\":\"o\"")).isTrue();
        assertThat(followUp(",\"opportunityId\":\"o\",\"followUp\":false")).isFalse();
        assertThat(followUp(",\"followUp\":true")).isTrue();
    }

    private static boolean followUp(String fields) {
        return ((MessageSent) eventOf(event("messageSent", "\"messageId\":\"m\"" + fields))).followUp();
    }

    @Test
    void equalTextsOfDifferentLinesAreOneObject() {
        String line = call(",\"personId\":\"p\",\"actor\":{\"repId\":\"r1\"},\"attributes\":{\"region\":\"north\"}");
        List<SalesEvent> events = events(line + "\n" + line);
        SalesEvent first = events.get(0);
        SalesEvent second = events.get(1);
        assertThat(first.actor()).isSameAs(second.actor());
        assertThat(first.personId()).isSameAs(second.personId());
        assertThat(first.header().attributes().firstKey())
                .isSameAs(second.header().attributes().firstKey());
        assertThat(first.header().attributes().get("region"))
                .isSameAs(second.header().attributes().get("region"));
    }

    @Test
    void thirtyThousandRepsDoNotConfuseTheCaches() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            input.append(call(",\"personId\":\"p" + i + "\",\"actor\":{\"repId\":\"r" + i + "\"}"))
                    .append('\n');
        }
        List<SalesEvent> events = events(input.toString());
        for (int i = 0; i < 30_000; i++) {
            assertThat(events.get(i).actor().repId()).isEqualTo("r" + i);
            assertThat(events.get(i).personId()).isEqualTo("p" + i);
        }
    }

    @Test
    void oneReaderServesSeveralThreads() throws Exception {
        EventReader reader = KpiJackson3.eventReader();
        byte[] input = utf8((GOOD + "\n{}\n").repeat(2_000));
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(
                    () -> assertThat(Wire.read(reader, input, new ArrayList<>()).rejected())
                            .isEqualTo(2_000));
            thread.setUncaughtExceptionHandler((who, failure) -> failures.add(failure));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aSummaryAddsUp() {
        assertThatThrownBy(() -> new ReadSummary(3, 1, 1, List.of()))
                .hasMessage("read (3): must be 1 delivered + 1 rejected. Maybe a line was counted twice.");
    }
}
