package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerFileTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final KpiEngine ENGINE = KpiEngine.of(KpiQuery.builder().build());
    private static final LedgerFile FILE = KpiJackson3.ledgerFile();
    private static final SalesEvent CALL = CallEnded.of(
                    Header.of("e2", NOON).withRep("r1"), "c1", CallDirection.OUTBOUND)
            .withPersonId("ann");
    private static final SalesEvent DEMO = CustomEvent.of(Header.of("e1", NOON), "demo");
    private static final String SAVED = """
            {"ledger":1,"versions":2,"forgotten":0}
            {"type":"customEvent","id":"e1","occurredAt":"2026-03-02T12:00:00Z","name":"demo"}
            {"type":"callEnded","id":"e2","occurredAt":"2026-03-02T12:00:00Z","actor":{"kind":"human","repId":"r1"},\
            "callId":"c1","direction":"outbound","personId":"ann"}
            {"sha256":"DIGEST"}
            """;

    @Test
    void aSavedLedgerIsTextUnderGzipThatAnybodyCanRead() throws IOException {
        String text = text(save(ledger(CALL, DEMO)));
        assertThat(text).matches("(?s).*\\{\"sha256\":\"[0-9a-f]{64}\"}\n");
        assertThat(text.replaceAll("[0-9a-f]{64}", "DIGEST")).isEqualTo(SAVED);
    }

    @Test
    void aLoadedLedgerHoldsTheSameVersionsAndReportsTheSame() throws IOException {
        KpiLedger ledger = ledger(CALL, DEMO, CustomEvent.of(Header.of("e1", NOON), "quote"));
        KpiLedger loaded = load(save(ledger));
        assertThat(loaded.events()).containsExactlyElementsOf(ledger.sorted().toList());
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(loaded.report(april).toString())
                .isEqualTo(ledger.report(april).toString());
    }

    @Test
    void anEmptyLedgerIsSavedAndLoaded() throws IOException {
        assertThat(load(save(ledger())).size()).isZero();
    }

    @Test
    void theOrderOfAddingDoesNotMatter() throws IOException {
        assertThat(save(ledger(CALL, DEMO))).isEqualTo(save(ledger(DEMO, CALL, DEMO)));
    }

    @Test
    void equalVersionsWrittenOtherwiseGiveEqualBytes() throws IOException {
        Header header = Header.of("e1", NOON);
        assertThat(save(ledger(new Visit(header, new BigDecimal("1.50")))))
                .isEqualTo(save(ledger(new Visit(header, new BigDecimal("1.5")))))
                .isNotEqualTo(save(ledger(new Visit(header, new BigDecimal("1.05")))));
    }

    @Test
    void whoWasForgottenStaysForgotten() throws IOException {
        KpiLedger ledger = ledger(CALL);
        ledger.forget(List.of("ann"));
        byte[] saved = save(ledger);
        assertThat(text(saved)).doesNotContain("ann").contains("\"forgotten\":1");
        KpiLedger loaded = load(saved);
        loaded.add(CALL);
        assertThat(loaded.forgotten()).isEqualTo(ledger.forgotten());
        assertThat(loaded.events().map(SalesEvent::personId)).containsOnlyNulls();
    }

    @Test
    void theOutputAndTheInputStayOpen() throws IOException {
        boolean[] closed = new boolean[2];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        FILE.save(ledger(CALL), out);
        InputStream in = new ByteArrayInputStream(out.toByteArray()) {
            @Override
            public void close() {
                closed[1] = true;
            }
        };
        FILE.load(in, ENGINE);
        assertThat(closed).containsExactly(false, false);
    }

    @Test
    void aLedgerCutOffAnywhereIsRefused() throws IOException {
        byte[] saved = save(ledger(CALL, DEMO));
        for (int length = 0; length < saved.length; length++) {
            byte[] cut = Arrays.copyOf(saved, length);
            assertThatThrownBy(() -> load(cut))
                    .as("%s bytes", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("saved ledger")
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void aTextCutOffAnywhereIsRefused() throws IOException {
        byte[] text = utf8(text(save(ledger(CALL, DEMO))));
        for (int length = 0; length < text.length - 1; length++) {
            byte[] cut = Arrays.copyOf(text, length);
            assertThatThrownBy(() -> load(cut))
                    .as("%s bytes", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("saved ledger");
        }
    }

    @Test
    void aChangeOfAnyByteIsRefused() throws IOException {
        byte[] saved = save(ledger(CALL, DEMO));
        int survived = 0;
        for (int at = 0; at < saved.length; at++) {
            byte[] altered = saved.clone();
            altered[at] ^= 1;
            try {
                assertThat(load(altered).sorted()).containsExactly(DEMO, CALL); // in a name or flag that gzip ignores
                survived++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("saved ledger").hasMessageContaining("Maybe");
            }
        }
        assertThat(survived).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ledger\":1 | \"ledger\":2 | line 1 (format 2): must be 1. Maybe a later release saved it.",
                "\"versions\":2 | \"versions\":3 | line 4 ",
                "\"versions\":2 | \"versions\":1 | must be the digest behind 1 versions. Maybe lines were added.",
                "\"versions\":2 | \"versions\":999999999999999999 | may be 2147483647",
                "\"forgotten\":0 | \"forgotten\":1 | must be person 1 of 1 forgotten",
                "\"demo\" | \"dema\" | Maybe the file was altered.",
                "customEvent | customer | line 2, byte ",
                "{\"ledger\" | {\"type\" | must be the head of a saved ledger. Maybe it is a file of events.",
            })
    void whatIsNoSavedLedgerGetsOneClearError(String from, String to, String message) throws IOException {
        String text = text(save(ledger(CALL, DEMO))).replace(from, to);
        assertThatThrownBy(() -> load(utf8(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("saved ledger")
                .hasMessageContaining(message);
    }

    @Test
    void filesThatWereJoinedAreRefused() throws IOException {
        byte[] saved = save(ledger(CALL));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(saved);
        joined.write(saved);
        assertThatThrownBy(() -> load(joined.toByteArray()))
                .hasMessageContaining("must be the end. Maybe files were joined.");
    }

    @Test
    void aVersionThatComesTwiceIsRefused() throws Exception {
        String event = KpiJackson3.toJson(DEMO) + "\n";
        String lines = "{\"ledger\":1,\"versions\":2,\"forgotten\":0}\n" + event + event;
        byte[] digest = SavedLines.sha256().digest(utf8(lines));
        String text = lines + "{\"sha256\":\"" + HexFormat.of().formatHex(digest) + "\"}\n";
        assertThatThrownBy(() -> load(utf8(text))).hasMessageContaining("(2 versions): 1 of them differ");
    }

    @Test
    void moreVersionsThanAllowedAreRefusedBeforeTheyAreRead() throws IOException {
        byte[] saved = save(ledger(CALL, DEMO));
        assertThat(FILE.atMost(2).load(new ByteArrayInputStream(saved), ENGINE).size())
                .isEqualTo(2);
        assertThatThrownBy(() -> FILE.atMost(1).load(new ByteArrayInputStream(saved), ENGINE))
                .hasMessage(
                        "saved ledger, line 1 (2 versions): may be 1. Maybe it is no ledger of yours; else allow more.");
        assertThatThrownBy(() -> FILE.atMost(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineFarLongerThanAnyVersionIsPassedOverAndNotKept() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bomb)) {
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                zipped.write(block);
            }
        }
        assertThatThrownBy(() -> load(bomb.toByteArray()))
                .hasMessageStartingWith("saved ledger, line 1 (104857600 bytes)");
    }

    @Test
    void anEventTooLargeToBeLoadedAgainIsNotSaved() {
        KpiLedger ledger =
                ledger(CustomEvent.of(Header.of("e1", NOON).withAttribute("a", "x".repeat(1 << 24)), "demo"));
        assertThatThrownBy(() -> save(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("event (e1): takes 16777")
                .hasMessageContaining("may take 16777216. Maybe");
    }

    @Test
    void whatEventsFromOutsideMayNotHaveIsLoadedIfItWasSaved() throws IOException {
        SalesEvent old = CustomEvent.of(Header.of("e".repeat(5_000), Instant.parse("1900-01-01T00:00:00Z")), "demo");
        assertThat(load(save(ledger(old))).events()).containsExactly(old);
    }

    private record Visit(Header header, BigDecimal hours) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("hours", hours);
        }
    }

    @Test
    void anUnknownTypeOfEventIsSaidWhenItIsLoaded() throws IOException {
        byte[] saved = save(ledger(new Visit(Header.of("e1", NOON), BigDecimal.ONE)));
        assertThatThrownBy(() -> load(saved))
                .hasMessageStartingWith("saved ledger, line 2")
                .hasMessageContaining("visit");
    }

    @Test
    void aLedgerThatLeftStoriesBehindIsNotSaved() {
        KpiLedger rest = ledger(CALL).since(LocalDate.of(2026, 4, 1), Duration.ZERO);
        assertThatThrownBy(() -> save(rest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "floor (2026-04-01): a ledger that left stories behind is not saved. Maybe save before that.");
    }

    private static KpiLedger ledger(SalesEvent... events) {
        KpiLedger ledger = ENGINE.newLedger();
        List.of(events).forEach(ledger::add);
        return ledger;
    }

    private static byte[] save(KpiLedger ledger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FILE.save(ledger, out);
        return out.toByteArray();
    }

    private static KpiLedger load(byte[] saved) throws IOException {
        return FILE.load(new ByteArrayInputStream(saved), ENGINE);
    }

    private static String text(byte[] saved) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(saved)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
