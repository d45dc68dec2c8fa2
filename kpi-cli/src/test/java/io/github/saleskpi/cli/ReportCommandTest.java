package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportCommandTest {
    private static final String TWO = "response-time,win-rate";

    private static final String OPENED =
            "{\"type\":\"opportunityOpened\",\"id\":\"e1\",\"occurredAt\":\"2026-03-02T09:00:00Z\",\"opportunityId\":\"o1\","
                    + "\"actor\":{\"repId\":\"ann\"},\"attributes\":{\"rep\":\"attribute\",\"value\":\"v\",\"region\":\"north\"}}";
    private static final String WON =
            "{\"type\":\"opportunityMoved\",\"id\":\"e2\",\"occurredAt\":\"2026-03-05T09:00:00Z\",\"opportunityId\":\"o1\","
                    + "\"status\":\"won\",\"attributes\":{\"rep\":\"attribute\",\"region\":\"north\"}}";
    private static final String GOOD = OPENED + "\n" + WON + "\n";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static Ran json(byte[] input, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("report", "-", "--format", "json"));
        words.addAll(List.of(more));
        if (!words.contains("--indicators")) {
            words.addAll(List.of("--indicators", TWO));
        }
        return Ran.withInput(input, words.toArray(String[]::new));
    }

    @Test
    void standardInputIsReadWhereADashStands() {
        Ran ran = json(utf8(GOOD));
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.json().get("events").get("accepted").intValue()).isEqualTo(2);
    }

    @Test
    void gzipIsReadFromFilesAndFromStandardInput() throws IOException {
        Path packed = Files.write(folder.resolve("a.ndjson.gz"), gzip(GOOD));
        String expected = json(utf8(GOOD)).out();
        assertThat(Ran.kpi("report", packed.toString(), "--format", "json", "--indicators", TWO)
                        .out())
                .isEqualTo(expected);
        assertThat(json(gzip(GOOD)).out()).isEqualTo(expected);
    }

    @Test
    void aByteOrderMarkAndBlankLinesDoNotCount() {
        assertThat(json(utf8("\ufeff" + OPENED + "\n\n" + WON + "\r\n  \n")).out())
                .isEqualTo(json(utf8(GOOD)).out());
    }

    @Test
    void severalInputsAreOne() throws IOException {
        Path first = file("first.ndjson", OPENED);
        Ran ran = Ran.withInput(utf8(WON), "report", "-", first.toString(), "--format", "json", "--indicators", TWO);
        assertThat(ran.out()).isEqualTo(json(utf8(GOOD)).out());
    }

    @Test
    void rejectsAreTellableAndTheReportIsStillWritten() throws IOException {
        String bad = "{\"type\":\"callEnded\",\"id\":\"\"}\n";
        Path input = file("some.ndjson", OPENED + "\n" + bad.repeat(7) + WON + "\n");
        Ran ran = Ran.kpi("report", input.toString(), "--indicators", TWO, "--format", "json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(6);
        assertThat(ran.err()).startsWith("kpi: " + input + ", line 2, byte ");
        assertThat(ran.err())
                .endsWith("kpi: 7 of 9 lines rejected, of which the first are above; the report is without them.\n");
        assertThat(ran.json().get("events"))
                .isEqualTo(Ran.json("{\"read\":9,\"accepted\":2,\"duplicates\":0,\"conflicts\":0,\"rejected\":7}"));
        assertThat(ran.json().get("cells")).hasSize(1);
    }

    @Test
    void strictStopsAtTheFirstReject() {
        Ran ran = json(utf8(GOOD + "{\"type\":\"callEnded\"}\n{}\n"), "--strict");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("kpi: standard input, line 3, ").contains("--strict");
    }

    @Test
    void anUnknownFieldMattersOnlyInStrict() {
        byte[] input = utf8(GOOD.replace("\"id\":", "\"colour\":\"red\",\"id\":"));
        assertThat(json(input).status()).isZero();
        assertThat(json(input, "--strict").status()).isEqualTo(1);
    }

    @Test
    void anInputCutOffIsAReject() throws IOException {
        byte[] whole = gzip(GOOD.repeat(200));
        Ran ran = json(java.util.Arrays.copyOf(whole, whole.length - 10));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.json().get("events").get("rejected").intValue()).isEqualTo(1);
    }

    @Test
    void withoutEventsTheReportIsEmpty() {
        Ran ran = json(new byte[0]);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("no event was accepted");
        assertThat(ran.json().get("cells")).isEmpty();
        assertThat(Ran.kpi("report", "-").out()).startsWith("No fact was counted.\n");
    }

    @Test
    void theNewestEventIsTheViewpointUnlessOneIsGiven() {
        assertThat(json(utf8(GOOD)).json().get("asOf").stringValue()).isEqualTo("2026-03-05T09:00:00Z");
        JsonNode earlier =
                json(utf8(GOOD), "--as-of", "2026-03-04T02:00:00+02:00").json();
        assertThat(earlier.get("asOf").stringValue()).isEqualTo("2026-03-04T00:00:00Z");
        assertThat(earlier.get("leftOut")).isEqualTo(Ran.json("{\"win-rate@1\":{\"still-open\":1}}"));
    }

    @Test
    void aVersionThatDoesNotStandIsNotTheNewestEvent() {
        String won =
                "{'type':'opportunityMoved','id':'x','occurredAt':'%s','recordedAt':'%s','opportunityId':'o','status':'won'}\n"
                        .replace('\'', '"');
        String mistyped = won.formatted("2062-03-02T09:00:00Z", "2026-03-02T09:00:00Z");
        String corrected = won.formatted("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
        for (String input : List.of(mistyped + corrected, corrected + mistyped)) {
            assertThat(json(utf8(input)).json().get("asOf").stringValue()).isEqualTo("2026-03-02T09:00:00Z");
        }
    }

    @Test
    void byMakesTheFieldsOfACellInTheOrderGiven() {
        JsonNode both = json(utf8(GOOD), "--by", "region", "--by", "rep", "--by", "company")
                .json()
                .get("cells")
                .get(0);
        assertThat(both.propertyNames())
                .startsWith("region", "rep", "period", "complete", "indicator", "unit", "value");
        assertThat(both.get("region").stringValue()).isEqualTo("north");
        assertThat(both.get("rep").stringValue()).isEqualTo("ann");
        JsonNode none = json(utf8(GOOD), "--by", "channel").json().get("cells").get(0);
        assertThat(none.get("channel").isNull()).isTrue();
        JsonNode company =
                json(utf8(GOOD), "--by", "company").json().get("cells").get(0);
        assertThat(company.propertyNames()).startsWith("period");
    }

    @Test
    void repIsTheRepEvenWhereAnAttributeHasThatName() {
        assertThat(json(utf8(GOOD), "--by", "rep")
                        .json()
                        .get("cells")
                        .get(0)
                        .get("rep")
                        .stringValue())
                .isEqualTo("ann");
    }

    @Test
    void anAttributeThatNobodyHasIsPointedOut() {
        Ran ran = json(utf8(GOOD), "--by", "regoin");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .isEqualTo("kpi: --by (regoin): no event that decides has such an attribute. Maybe it is misspelt.\n");
    }

    @Test
    void anAskedCompanionIsACellWithoutCompanions() {
        JsonNode cell = json(utf8(GOOD), "--indicators", "win-rate:cycle-time@1, response-time")
                .json()
                .get("cells")
                .get(0);
        assertThat(cell)
                .isEqualTo(Ran.json(
                        "{\"rep\":\"ann\",\"period\":\"2026-03\",\"complete\":false,\"indicator\":\"win-rate:cycle-time@1\","
                                + "\"unit\":\"duration\",\"value\":259200,\"sample\":1}"));
    }

    @Test
    void fiscalPeriodsHaveFiscalNames() {
        for (String month : List.of("4", "april", "APR")) {
            assertThat(json(utf8(GOOD), "--every", "quarter", "--fiscal-start", month)
                            .json()
                            .get("cells")
                            .get(0)
                            .get("period")
                            .stringValue())
                    .isEqualTo("FY2026-Q4");
        }
    }

    @Test
    void fromAndToChoosePeriods() {
        assertThat(json(utf8(GOOD), "--from", "2026-04-01").json().get("cells")).isEmpty();
        assertThat(json(utf8(GOOD), "--to", "2026-03-01").json().get("cells")).isEmpty();
        assertThat(json(utf8(GOOD), "--from", "2026-03-31", "--to", "2026-04-01")
                        .json()
                        .get("cells"))
                .hasSize(1);
    }

    @Test
    void ratesConvertMoney() throws IOException {
        Path rates = file(
                "rates.json",
                "{\"base\":\"EUR\",\"rates\":[{\"currency\":\"USD\",\"from\":\"2026-01-01\",\"rate\":\"0.92\"}]}");
        String won = WON.replace("\"won\"", "\"won\",\"amount\":{\"amount\":\"100.50\",\"currency\":\"USD\"}");
        JsonNode amount = json(utf8(OPENED + "\n" + won), "--rates", rates.toString())
                .json()
                .get("cells")
                .get(0)
                .get("companions")
                .get("won-amount");
        assertThat(amount)
                .isEqualTo(Ran.json("{\"unit\":\"money\",\"value\":\"92.46\",\"sample\":1,\"currency\":\"EUR\"}"));
    }

    @Test
    void theResultGoesToAFileOnlyWhenItIsWhole() throws IOException {
        Path target = file("report.json", "of yesterday");
        Ran ran = json(utf8(GOOD), "-o", target.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(target).hasContent(json(utf8(GOOD)).out());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void theTableFitsTheWidthAndSaysWhatItLeavesOut() {
        for (int width : new int[] {40, 60, 80, 100, 140, 200}) {
            Ran ran = Ran.kpi(
                    "report",
                    Samples.SIMULATED_TEAM.toString(),
                    "--indicators",
                    TWO,
                    "--every",
                    "half",
                    "--width",
                    String.valueOf(width));
            assertThat(ran.out().lines().filter(line -> line.contains("│") && Shown.width(line) > width))
                    .isEmpty();
            assertThat(ran.out().contains("not shown at width " + width)).isEqualTo(width < 200);
        }
    }

    @Test
    void theWidthIsThatOfTheTerminalWhereItIsKnown() {
        byte[] input = utf8(GOOD);
        Ran narrow = Ran.in(input, Map.of("COLUMNS", "60"), false, "report", "-");
        assertThat(narrow.out()).contains("not shown at width 60");
        assertThat(Ran.in(input, Map.of("COLUMNS", "nonsense"), false, "report", "-")
                        .out())
                .isEqualTo(Ran.in(input, Map.of("COLUMNS", "100"), false, "report", "-")
                        .out());
    }

    @Test
    void colourIsForTerminalsOnly() throws IOException {
        byte[] input = utf8(GOOD);
        assertThat(Ran.in(input, Map.of(), true, "report", "-").out()).contains("\u001b[1m");
        assertThat(Ran.in(input, Map.of(), false, "report", "-").out()).doesNotContain("\u001b");
        Path target = folder.resolve("table.txt");
        Ran.in(input, Map.of(), true, "report", "-", "-o", target.toString());
        assertThat(Files.readString(target)).doesNotContain("\u001b").contains("│");
    }

    @Test
    void namesCannotSteerTheTerminal() {
        String evil = GOOD.replace("\"ann\"", "\"a\\u001b[2Jb\\u202e\"");
        assertThat(Ran.withInput(utf8(evil), "report", "-").out())
                .contains("a\\u001b[2Jb\\u202e")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void wideNamesAlign() {
        String second = GOOD.replace("e1", "e3").replace("e2", "e4").replace("o1", "o2");
        String third = GOOD.replace("e1", "e5").replace("e2", "e6").replace("o1", "o3");
        Ran ran = Ran.withInput(
                utf8(GOOD + second.replace("ann", "田中太郎") + third.replace("ann", "Борислав")), "report", "-");
        List<String> rows = ran.out().lines().filter(line -> line.contains("│")).toList();
        assertThat(rows).anyMatch(row -> row.startsWith("田中太郎")).anyMatch(row -> row.startsWith("Борислав"));
        assertThat(rows.stream()
                        .map(row -> Shown.width(row.substring(0, row.indexOf('│'))))
                        .distinct())
                .hasSize(1);
    }
}
