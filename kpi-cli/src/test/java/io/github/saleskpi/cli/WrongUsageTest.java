package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {
    private static final String INPUT = Samples.FIRST_STEPS.toString();

    @TempDir
    private Path folder;

    private static void assertOneLine(Ran ran, int status, String start) {
        assertThat(ran.err()).startsWith("kpi: " + start).endsWith(".\n");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(" Maybe ");
        assertThat(ran.status()).isEqualTo(status);
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --every fortnight               | --every (fortnight): must be one of day, week, month, quarter, half, year, all. Maybe month.
                    --every weekly                  | --every (weekly): must be one of day, week, month, quarter, half, year, all. Maybe week.
                    --by team                       | --by (team): needs to know the teams. Maybe --organization FILE, or --by rep.
                    --by value                      | attribute (value): is a word of the report
                    --by period                     | attribute (period): is a word of the report
                    --by=                           | dimension (): must have a name
                    --by rep --by rep               | dimension (rep): must be named once
                    --by x --by x                   | dimension (x): must be named once
                    --zone sofia                    | --zone (sofia): must be a time zone that is known. Maybe Europe/Sofia.
                    --zone Mars/Olympus             | --zone (Mars/Olympus): must be a time zone
                    --zone UTC --zone UTC           | option '--zone' (ZONE) should be specified only once
                    --indicators win-rte            | indicator (win-rte): there is none. Maybe one of response-time,
                    --indicators win-rate@2         | indicator (win-rate@2): is there in version 1. Maybe
                    --indicators win-rate:wins      | companion (win-rate:wins): there is none. Maybe one of won, lost,
                    --indicators win-rate,,all      | indicator (): there is none
                    --indicators win-rate,all       | indicator (win-rate@1): must be named once
                    --indicators                    | the value of --indicators (absent): must be given
                    --format html                   | --format (html): must be table or json or csv
                    --as-of 2026-01-01              | --as-of (2026-01-01): must be an instant with its offset or Z
                    --as-of now                     | --as-of (now): must be an instant
                    --as-of 2026-06-30T23:59:60Z    | --as-of (2026-06-30T23:59:60Z): must be an instant
                    --known-at 2300-01-01T00:00:00Z | --known-at (2300-01-01T00:00:00Z): must lie in the years 1970 to 2200
                    --from 2026-02-30               | --from (2026-02-30): must be a date that exists
                    --to 1.4.2026                   | --to (1.4.2026): must be a date that exists
                    --from 2026-03-01 --to 2026-03-01 | from and to (2026-03-01, 2026-03-01): from must be before to
                    --fiscal-start 13               | --fiscal-start (13): must be a month
                    --fiscal-start ma               | --fiscal-start (ma): must be a month
                    --width 5                       | --width (5): must be 20 to 10000
                    --width wide                    | --width (wide): must be 20 to 10000
                    --threads 0                     | --threads (0): must be 1 to 256. Maybe 1.
                    --threads many                  | --threads (many): must be 1 to 256
                    --who team:north                | --who (team:north): must be company, or name a value of what --by tells apart: rep. Maybe rep:NAME, or one more --by.
                    --who rep                       | --who (rep): must be company, or name a value of what --by tells apart: rep. Maybe rep:NAME, or one more --by.
                    --who ann                       | --who (ann): must be company, or name a value of what --by tells apart: rep. Maybe rep:ann.
                    --by company --who ann          | --who (ann): must be company, or name a value of what --by tells apart: nothing. Maybe rep:ann.
                    --who=                          | --who (): must be company, or name a value
                    --who rep:ann,rep:ben           | --who (rep:ann,rep:ben): must be company, or name a value
                    --by company --who rep:ann      | --who (rep:ann): must be company, or name a value of what --by tells apart: nothing. Maybe --by rep.
                    --plan                          | the value of --plan (absent): must be given
                    --format csv --plan p.json      | --format (csv): has a row for each figure, and no place for plan or pay
                    --compare-known-at now          | --compare-known-at (now): must be an instant with its offset or Z. Maybe
                    --compare-known-at 2026-03-15T00:00:00Z --format csv | --format (csv): has a row for each figure, and no place for what differs. Maybe json, or leave out --compare-known-at.
                    --zoen UTC                      | option (--zoen): is unknown. Maybe --zone
                    - -                             | EVENTS (- -): standard input can be read only once
                    """)
    void eachMistakeGetsItsLine(String words, String line) {
        List<String> all = new ArrayList<>(List.of("report", INPUT));
        all.addAll(List.of(words.split(" ")));
        assertOneLine(Ran.kpi(all.toArray(String[]::new)), 2, line);
    }

    @Test
    void aCommandMustBeNamed() {
        assertOneLine(Ran.kpi(), 2, "command (none): must be named");
        assertOneLine(Ran.kpi("reprot"), 2, "command (reprot): is unknown. Maybe report");
        assertOneLine(Ran.kpi("report"), 2, "EVENTS (absent): must be given");
        assertOneLine(Ran.kpi("indicators", "win-rate", "wins"), 2, "indicator (wins): there is none. Maybe one of");
        assertOneLine(Ran.kpi("indicators", "win-rate:wins"), 2, "companion (win-rate:wins): there is none");
    }

    @Test
    void helpAndVersionAreNoMistakes() {
        assertThat(Ran.kpi("--help").status()).isZero();
        assertThat(Ran.kpi("--help").out()).contains("report", "explain", "lint", "indicators", "Exit status");
        assertThat(Ran.kpi("report", "--help").out())
                .contains("--known-at", "--fiscal-start", "--calendar", "--organization", "--who", "--threads")
                .contains("--plan", "--pay");
        assertThat(Ran.kpi("--version").out()).startsWith("kpi ");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertOneLine(
                Ran.kpi("report", "no-such.ndjson"), 3, "no-such.ndjson (input): cannot be read: there is no such");
        assertOneLine(Ran.kpi("report", folder.toString()), 3, folder + " (input): cannot be read: it is a folder");
        assertOneLine(
                Ran.kpi("report", INPUT, "--rates", folder.resolve("none.json").toString()),
                3,
                folder.resolve("none.json") + " (input): cannot be read");
        for (String option : List.of("--calendar", "--organization")) {
            String none = folder.resolve("none.json").toString();
            assertOneLine(
                    Ran.kpi("report", INPUT, option, none), 3, none + " (input): cannot be read: there is no such");
            Path wrong =
                    Files.writeString(folder.resolve("wrong.json"), "{\"zone\":\"UTC\",\"week\":{\"mon\":[\"9-17\"]}}");
            assertOneLine(
                    Ran.kpi("report", INPUT, option, wrong.toString()),
                    3,
                    option + " " + wrong + ": " + (option.equals("--calendar") ? "week.mon[0] (" : "zone ("));
        }
        Path rates = Files.writeString(folder.resolve("rates.json"), "{\"base\":\"EUR\",\"rates\":[{\"rate\":1}]}");
        assertOneLine(Ran.kpi("report", INPUT, "--rates", rates.toString()), 3, "--rates " + rates + ": rates[0]");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        String nowhere = folder.resolve("none").resolve("r.json").toString();
        assertOneLine(Ran.kpi("report", INPUT, "-o", nowhere), 3, "-o (" + nowhere + "): cannot be written");
        assertOneLine(
                Ran.kpi("report", INPUT, "-o", folder.toString()),
                3,
                "-o (" + folder + "): cannot be written: it is a folder");
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        Path input = Files.copy(Samples.FIRST_STEPS, folder.resolve("in.ndjson"));
        String same = folder.resolve(".").resolve("in.ndjson").toString();
        assertOneLine(
                Ran.kpi("report", input.toString(), "-o", same),
                2,
                "-o (" + same + "): must not be a file that is read");
        assertThat(input).hasSameBinaryContentAs(Samples.FIRST_STEPS);
    }

    @Test
    void aBrokenPipeIsOneLine() {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (String format : List.of("table", "json", "csv")) {
            err.reset();
            int status = Main.run(
                    new Surroundings(
                            InputNone.NONE,
                            broken,
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Map.of(),
                            false,
                            false),
                    "report",
                    INPUT,
                    "--format",
                    format);
            assertThat(status).isEqualTo(3);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "kpi: standard output (output): cannot be written: Broken pipe. Maybe the disk is full, or nobody reads any more.");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsOneLine() {
        assertOneLine(Ran.kpi("report", INPUT, "-o", "/dev/full"), 3, "/dev/full (output): cannot be written");
    }

    private static final class InputNone {
        static final java.io.InputStream NONE = java.io.InputStream.nullInputStream();
    }
}
