package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.SideBySide;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorCatalog;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.quality.DataQuality;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON with Jackson 3; needs {@code tools.jackson.core:jackson-core} of version 3. Thread-safe. */
public final class KpiJackson3 {
    private static final int BLOCK = 1 << 16;

    private KpiJackson3() {}

    /** A reader of events with the standard limits that reads on behind bad lines and keeps the first rejects. */
    public static EventReader eventReader() {
        return EventReader.with(Jackson3Tokens::new);
    }

    /** A writer of events to that output, which it closes when it is closed. */
    public static EventWriter eventWriter(OutputStream out) {
        return new EventWriter(new Jackson3Output(), new BufferedOutputStream(out, BLOCK));
    }

    /** Saves ledgers and loads them again. */
    public static LedgerFile ledgerFile() {
        return new LedgerFile(Jackson3Tokens::new, Jackson3Output::new, EventTypes.standard(), Integer.MAX_VALUE);
    }

    /**
     * One event as one line of JSON, without a line end.
     *
     * @throws IllegalArgumentException as {@link EventWriter#write} does
     */
    public static String toJson(SalesEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(new Jackson3Output(), out)) {
            writer.write(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /**
     * Exchange rates, such as {@code {"base":"EUR","rates":[{"currency":"USD","from":"2026-01-01","rate":"0.92"}]}}: 1
     * USD is 0.92 EUR from that date on. Leaves the input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included; the message
     *     begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static Rates readRates(InputStream in) throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return RatesReader.read(in.readAllBytes(), tokens);
        }
    }

    /**
     * A working calendar, such as {@code {"zone":"Europe/Sofia","week":{"mon":["09:00-13:00","14:00-18:00"]},
     * "holidays":["2026-03-03"],"exceptions":{"2026-12-24":["09:00-12:00"]}}}: days that the week does not name are
     * closed; holidays and exceptions may be absent. Leaves the input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included, or names a
     *     country instead of holidays; the message begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static WorkingCalendar readCalendar(InputStream in) throws IOException {
        return calendar(in, null);
    }

    /**
     * A working calendar, whose holidays may also be those of a country: {@code "holidays":{"country":"BG","region":null}}.
     * Leaves the input open.
     *
     * @throws IllegalArgumentException as {@link #readCalendar(InputStream)} does, or if the country or region is unknown
     * @throws IOException if the input throws one
     */
    public static WorkingCalendar readCalendar(InputStream in, PublicHolidays publicHolidays) throws IOException {
        return calendar(in, publicHolidays);
    }

    private static WorkingCalendar calendar(InputStream in, @Nullable PublicHolidays publicHolidays)
            throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return CalendarReader.read(in.readAllBytes(), tokens, publicHolidays);
        }
    }

    /**
     * Writes a calendar that {@link #readCalendar(InputStream)} reads as an equal one, each holiday by its date, and leaves
     * the output open.
     *
     * @throws UncheckedIOException if the output fails
     */
    public static void writeCalendar(WorkingCalendar calendar, OutputStream out) {
        ReferenceWriter.write(calendar, new Jackson3ReportOutput(out));
    }

    /**
     * Writes variants of an indicator side by side as JSON in UTF-8, and flushes the output, which stays open.
     *
     * @throws UncheckedIOException if the output fails
     */
    public static void writeSideBySide(SideBySide sideBySide, OutputStream out) {
        SideBySideWriter.write(sideBySide, new Jackson3ReportOutput(out));
    }

    /**
     * Writes what is suspicious in events that were judged in that zone, each symptom on a line of its own, and leaves the
     * output open.
     *
     * @throws UncheckedIOException if the output fails
     */
    public static void writeDataQuality(DataQuality quality, EventCounts counts, ZoneId zone, OutputStream out) {
        QualityWriter.write(quality, counts, zone, new Jackson3ReportOutput(out));
    }

    /**
     * Writes definitions as data, for a host to render, and leaves the output open.
     *
     * @throws UncheckedIOException if the output fails
     */
    public static void writeCatalog(IndicatorCatalog catalog, OutputStream out) {
        CatalogWriter.write(catalog, new Jackson3ReportOutput(out));
    }

    /**
     * Teams, members, employment and absences, such as {@code {"teams":[{"id":"t1","parent":null}],
     * "members":[{"rep":"r1","team":"t1","from":"2026-01-01","to":null}],
     * "employment":[{"rep":"r1","from":"2026-01-15","to":null}],
     * "absences":[{"rep":"r1","from":"2026-02-02","to":"2026-02-07"}]}}: {@code to} is exclusive, and null or absent for no
     * end; employment and absences may be absent. Leaves the input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included; the message
     *     begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static Organization readOrganization(InputStream in) throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return OrganizationReader.read(in.readAllBytes(), tokens);
        }
    }

    /**
     * Writes an organization that {@link #readOrganization} reads as an equal one, and leaves the output open.
     *
     * @throws IllegalArgumentException if a name has half a surrogate pair
     * @throws UncheckedIOException if the output fails
     */
    public static void writeOrganization(Organization organization, OutputStream out) {
        ReferenceWriter.write(organization, new Jackson3ReportOutput(out));
    }

    /**
     * A plan by calendar years, such as {@code {"id":"p","versions":[{"effectiveFrom":"2026-01-01","targets":[{"id":"t1",
     * "indicator":"win-rate","who":"company","period":"2026-Q1","goal":{"atLeast":0.35}}]}]}}, with the built-in
     * indicators. Durations are in seconds, decimals numbers or texts. Leaves the input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included; the message
     *     begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static Plan readPlan(InputStream in) throws IOException {
        return readPlan(in, ReportingCalendar.utc(), Indicators::named);
    }

    /**
     * A plan by the fiscal years of that calendar, with indicators that are found by their names as the plan has them, such
     * as {@code win-rate:won}. Leaves the input open.
     *
     * @param indicators throws an {@link IllegalArgumentException} if there is none of that name
     * @throws IllegalArgumentException as {@link #readPlan(InputStream)} does
     * @throws IOException if the input throws one
     */
    public static Plan readPlan(
            InputStream in, ReportingCalendar calendar, Function<String, ? extends Indicator> indicators)
            throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return PlanReader.read(in.readAllBytes(), tokens, calendar, indicators::apply);
        }
    }

    /**
     * Writes a plan that {@link #readPlan(InputStream, ReportingCalendar, Function)} reads as an equal one, each version on a
     * line of its own, and leaves the output open.
     *
     * @throws IllegalArgumentException if an id has half a surrogate pair
     * @throws UncheckedIOException if the output fails
     */
    public static void writePlan(Plan plan, OutputStream out) {
        PlanWriter.write(plan, new Jackson3ReportOutput(out));
    }

    /**
     * A pay scheme, such as {@code {"id":"sales","version":1,"currency":"EUR","base":"2000",
     * "rounding":{"mode":"half-up","scale":2},"components":[{"id":"commission","input":{"fact":"revenue"},
     * "curve":{"marginal":[{"from":"0","rate":"0.04"}]}}]}}; all that can be said stands in {@code docs/pay.md}. Leaves the
     * input open.
     *
     * @throws IllegalArgumentException if the document breaks a rule, an unknown or doubled field included; the message
     *     begins with the path in the document
     * @throws IOException if the input throws one
     */
    public static PayScheme readPayScheme(InputStream in) throws IOException {
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            return PaySchemeReader.read(in.readAllBytes(), tokens);
        }
    }

    /**
     * Writes a scheme that {@link #readPayScheme} reads as an equal one, and leaves the output open.
     *
     * @throws IllegalArgumentException if a name has half a surrogate pair
     * @throws UncheckedIOException if the output fails
     */
    public static void writePayScheme(PayScheme scheme, OutputStream out) {
        PaySchemeWriter.write(scheme, new Jackson3ReportOutput(out));
    }
}
