package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The seven figures in SQL, by a DuckDB in this process and in memory, which reads no files, loads no extensions, and keeps
 * all times in UTC without a zone. All is computed in SQL but the median: DuckDB has none that knows of censoring and none
 * that is exact, so the waits of each place come from it, and {@link Waits} reads off their median. Not thread-safe.
 */
final class DuckDbFigures implements AutoCloseable {
    private static final long NANOS = 1_000;

    private final DuckDBConnection connection;

    /** With an empty table. */
    DuckDbFigures(int threads, Instant asOf) {
        Properties settings = new Properties();
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("temp_directory", "");
        try {
            connection = new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            execute(sql("schema"));
            execute("SET VARIABLE as_of = TIMESTAMP '" + LocalDateTime.ofInstant(asOf, ZoneOffset.UTC) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These events with the table loaded beforehand. */
    static Seat loaded(int threads, Instant asOf, List<SalesEvent> events) {
        DuckDbFigures figures = new DuckDbFigures(threads, asOf);
        figures.load(events);
        return new Seat() {
            @Override
            public Answer answer() {
                Map<Place, Reading> all = figures.all();
                return () -> all;
            }

            @Override
            public void close() {
                figures.close();
            }
        };
    }

    /** Appends all of them to the table. */
    void load(List<SalesEvent> events) {
        try (DuckDBAppender appender = connection.createAppender("event")) {
            for (SalesEvent event : events) {
                new DuckDbRow(event).append(appender);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By place; where a figure would be over nothing there is none. */
    Map<Place, Reading> all() {
        Map<Place, Reading> figures = new HashMap<>();
        try {
            execute(sql("in-force"));
            readWaits(figures);
            readQuotients("contact-quality", figures, Kpi.CONTACT_QUALITY);
            readQuotients("deals", figures, Kpi.FOLLOW_UPS, Kpi.WIN_RATE);
            readQuotients("email-links", figures, Kpi.EMAIL_LINKS);
            readQuotients("social-use", figures, Kpi.SOCIAL_USE);
            readQuotients("material-use", figures, Kpi.MATERIAL_USE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return figures;
    }

    /** After rep and month come the parts, one for each of these, and the whole. */
    private void readQuotients(String query, Map<Place, Reading> into, Kpi... kpis) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(query))) {
            while (rows.next()) {
                for (int i = 0; i < kpis.length; i++) {
                    into.put(
                            place(kpis[i], rows),
                            new Reading.Quotient(rows.getLong(3 + i), rows.getLong(3 + kpis.length)));
                }
            }
        }
    }

    /** Rows of one place come one after the other: rep, month, whether it ended, and microseconds. */
    private void readWaits(Map<Place, Reading> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql("response-time"))) {
            Place place = null;
            List<Long> ended = new ArrayList<>();
            List<Long> censored = new ArrayList<>();
            while (rows.next()) {
                Place next = place(Kpi.RESPONSE_TIME, rows);
                if (place != null && !place.equals(next)) {
                    into.put(place, median(ended, censored));
                    ended.clear();
                    censored.clear();
                }
                place = next;
                (rows.getBoolean(3) ? ended : censored).add(rows.getLong(4));
            }
            if (place != null) {
                into.put(place, median(ended, censored));
            }
        }
    }

    private static Reading median(List<Long> ended, List<Long> censored) {
        return Waits.median(nanos(ended), nanos(censored));
    }

    private static long[] nanos(List<Long> micros) {
        return micros.stream().mapToLong(length -> length * NANOS).toArray();
    }

    private static Place place(Kpi kpi, ResultSet row) throws SQLException {
        @Nullable String rep = row.getString(1);
        return kpi.place(rep, YearMonth.from(row.getObject(2, LocalDate.class)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String sql(String name) {
        try (InputStream in = DuckDbFigures.class.getResourceAsStream("duckdb/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("query (" + name + "): is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
