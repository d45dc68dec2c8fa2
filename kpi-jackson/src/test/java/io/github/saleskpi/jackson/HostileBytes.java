package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** What must hold of each reader, whatever bytes it is given: it yields a value, which is read again once written, or one clear error. */
final class HostileBytes {
    private static final KpiEngine ENGINE = KpiEngine.of(KpiQuery.builder().build());

    private HostileBytes() {}

    /** A reader of a document. */
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Lines of events; each is also read as a line like many, twice, so that all in it that can be known is. */
    static void events(byte[] bytes) throws IOException {
        EventParser parser = parser();
        Lines lines = new Lines(new ByteArrayInputStream(bytes), bytes.length);
        while (lines.nextFilled()) {
            Line line = lines.line();
            byte[] own = Arrays.copyOfRange(line.bytes(), line.start(), line.end());
            if (Utf8.firstInvalid(own, 0, own.length) < 0) {
                String judged = PlainTokensProperties.judged(parser(), own);
                assertThat(PlainTokensProperties.parsed(parser, own)).isEqualTo(judged);
                assertThat(PlainTokensProperties.parsed(parser, own)).isEqualTo(judged);
            }
        }
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader().read(new ByteArrayInputStream(bytes), events::add);
        assertThat(summary.delivered()).isEqualTo(events.size());
        assertThat(summary.read()).isEqualTo(summary.delivered() + summary.rejected());
        summary.rejects()
                .forEach(reject -> assertThat(reject.message()).contains(": ").contains("Maybe "));
        for (SalesEvent event : events) {
            assertThat(Wire.events(KpiJackson3.toJson(event))).containsExactly(event);
        }
    }

    private static EventParser parser() {
        ReadLimits limits = ReadLimits.standard();
        return new EventParser(new Jackson3Tokens(limits), limits, false, EventTypes.standard());
    }

    /** A plan. */
    static void plans(byte[] bytes) throws IOException {
        Reading<Plan> reading = KpiJackson3::readPlan;
        isReadAgain(bytes, reading, plan -> written(out -> KpiJackson3.writePlan(plan, out)));
    }

    /** A pay scheme. */
    static void paySchemes(byte[] bytes) throws IOException {
        Reading<PayScheme> reading = KpiJackson3::readPayScheme;
        isReadAgain(bytes, reading, scheme -> written(out -> KpiJackson3.writePayScheme(scheme, out)));
    }

    /** A working calendar, an organization or exchange rates. */
    static void surroundings(byte[] bytes) throws IOException {
        Reading<WorkingCalendar> calendars = KpiJackson3::readCalendar;
        isReadAgain(bytes, calendars, calendar -> written(out -> KpiJackson3.writeCalendar(calendar, out)));
        Reading<Organization> organizations = KpiJackson3::readOrganization;
        isReadAgain(bytes, organizations, people -> written(out -> KpiJackson3.writeOrganization(people, out)));
        isReadAgain(bytes, in -> KpiJackson3.readRates(in).steps(), steps -> bytes);
    }

    /** A saved ledger, as it is and with the digest that it should have. */
    static void ledgers(byte[] bytes) throws IOException {
        byte[] digest =
                SavedLines.digest(HexFormat.of().formatHex(SavedLines.sha256().digest(bytes)));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.write(bytes);
        sealed.write(digest); // else nothing would ever be let in
        for (byte[] file : List.of(bytes, sealed.toByteArray())) {
            isReadAgain(
                    file,
                    in -> KpiJackson3.ledgerFile().load(in, ENGINE).sorted().toList(),
                    events -> {
                        KpiLedger ledger = ENGINE.newLedger();
                        events.forEach(ledger::add);
                        return written(out -> KpiJackson3.ledgerFile().save(ledger, out));
                    });
        }
    }

    /** Writes a value. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private static <T> void isReadAgain(byte[] bytes, Reading<T> reading, Function<T, byte[]> writing)
            throws IOException {
        T value;
        try {
            value = reading.read(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(": ").hasMessageContaining("Maybe ");
            return;
        }
        assertThat(reading.read(new ByteArrayInputStream(writing.apply(value)))).isEqualTo(value);
    }
}
