package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code --format csv}. */
class CsvReportTest {
    private static final String COLUMNS = "period,complete,indicator,unit,value,currency,undefined,lowerBound,"
            + "numerator,denominator,sample,low,high,notes";

    private static String won(String rep) {
        return "{\"type\":\"opportunityMoved\",\"id\":\"" + rep + "\",\"occurredAt\":\"2026-03-05T09:00:00Z\","
                + "\"opportunityId\":\"o-" + rep
                + "\",\"status\":\"won\",\"amount\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"},"
                + "\"actor\":{\"repId\":\"" + rep + "\"}}\n";
    }

    private static Ran csv(String events, String... more) {
        List<String> words = new ArrayList<>(List.of("report", "-", "--format", "csv"));
        words.addAll(List.of(more));
        Ran ran = Ran.withInput(events.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
        assertThat(ran.status()).isZero();
        return ran;
    }

    private static List<String> reps(String events) {
        return csv(events, "--indicators", "win-rate:won")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(",2026-03")))
                .toList();
    }

    @Test
    void eachFigureOfACellIsARow() {
        assertThat(csv(won("ann"), "--indicators", "win-rate", "--as-of", "2026-04-01T00:00:00Z")
                        .out())
                .isEqualTo("rep," + COLUMNS + "\r\n"
                        + "ann,2026-03,true,win-rate@1,ratio,1,,,,1,1,1,0.206549314377237,1,\r\n"
                        + "ann,2026-03,true,win-rate:won@1,count,1,,,,,,1,,,\r\n"
                        + "ann,2026-03,true,win-rate:lost@1,count,0,,,,,,0,,,\r\n"
                        + "ann,2026-03,true,win-rate:opened@1,count,0,,,,,,0,,,\r\n"
                        + "ann,2026-03,true,win-rate:won-amount@1,money,1200.5,EUR,,,,,1,,,\r\n"
                        + "ann,2026-03,true,win-rate:average-won@1,money,1200.5,EUR,,,,,1,,,\r\n"
                        + "ann,2026-03,true,win-rate:cycle-time@1,duration,,,NO_DATA,,,,0,,,\r\n");
    }

    @Test
    void anAskedCompanionIsOneRow() {
        assertThat(csv(won("ann"), "--indicators", "win-rate:won").out())
                .isEqualTo("rep," + COLUMNS + "\r\nann,2026-03,false,win-rate:won@1,count,1,,,,,,1,,,\r\n");
    }

    @Test
    void withoutCellsThereIsTheHeader() {
        assertThat(csv("").out()).isEqualTo("rep," + COLUMNS + "\r\n");
        assertThat(csv("", "--by", "company").out()).isEqualTo(COLUMNS + "\r\n");
        assertThat(csv("", "--by", "a,b", "--by", "rep").out()).startsWith("\"a,b\",rep,period,");
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertThat(reps(won("a,b"))).containsExactly("\"a,b\"");
        assertThat(reps(won("a\\\"b"))).containsExactly("\"a\"\"b\"");
        assertThat(csv(won("a\\nb"), "--indicators", "win-rate:won").out()).contains("\r\n\"a\nb\",2026-03,");
        assertThat(reps(won(" a"))).containsExactly("\" a\"");
    }

    @Test
    void nobodyIsEmptyAndAnEmptyNameIsQuoted() {
        assertThat(reps(won("x").replace(",\"actor\":{\"repId\":\"x\"}", ""))).containsExactly("");
        String region = won("x").replace("\"status\"", "\"attributes\":{\"region\":\"\"},\"status\"");
        assertThat(csv(region, "--by", "region", "--indicators", "win-rate:won").out())
                .contains("\r\n\"\",2026-03,");
    }

    @Test
    void aNameIsNoFormula() {
        assertThat(reps(won("=1+1") + won("+359") + won("-x") + won("@y") + won("z=1")))
                .containsExactly("'+359", "'-x", "'=1+1", "'@y", "z=1");
    }

    @Test
    void beyondAsciiAByteOrderMarkBegins() {
        assertThat(csv(won("Борис"), "--indicators", "win-rate:won").out()).startsWith("\ufeffrep,period,");
        assertThat(csv(won("Boris")).out()).startsWith("rep,period,");
    }

    @Test
    void aCensoredQuantileHasItsLowerBound() {
        String asked =
                "{\"type\":\"requestReceived\",\"id\":\"q\",\"occurredAt\":\"2026-03-05T09:00:00Z\",\"requestId\":\"q1\"}\n";
        assertThat(csv(asked, "--indicators", "response-time", "--as-of", "2026-03-05T10:00:00Z")
                        .out())
                .contains("\r\n,2026-03,false,response-time@1,duration,,,CENSORED,3600,,,1,,,\r\n");
    }

    @Test
    void aListIsOneFieldAndNotesAreShown() {
        String used =
                "{\"type\":\"assetUsed\",\"id\":\"u\",\"occurredAt\":\"2026-03-05T09:00:00Z\",\"assetId\":\"deck\","
                        + "\"use\":\"sent\",\"actor\":{\"repId\":\"ann\"}}\n";
        String published =
                "{\"type\":\"assetPublished\",\"id\":\"p\",\"occurredAt\":\"2026-03-01T09:00:00Z\",\"assetId\":\"X\"}\n";
        assertThat(csv(used, "--indicators", "material-use").out()).contains(",catalogue-inferred\r\n");
        assertThat(csv(
                                used
                                        + published
                                        + published.replace("\"p\"", "\"p2\"").replace("\"X\"", "\"Y\"")
                                        + published
                                                .replace("\"p\"", "\"p3\"")
                                                .replace("\"X\"", "\"deck\"")
                                                .replace("03-01", "02-01"),
                                "--indicators",
                                "material-use")
                        .out())
                .contains("material-use:unused-assets@1,list,X; Y,");
    }

    /** Every number and text of the JSON is in the CSV, and nothing else. */
    @Test
    void theCsvSaysWhatTheJsonSays() {
        for (Path sample : List.of(Samples.FIRST_STEPS, Samples.SIMULATED_TEAM)) {
            String[] words = {"report", sample.toString(), "--every", "quarter", "--as-of", Samples.JULY, "--format"};
            List<String> expected = new ArrayList<>();
            for (JsonNode cell : Ran.kpi(with(words, "json")).json().get("cells")) {
                expected.add(row(cell, cell, cell.get("indicator").stringValue()));
                if (cell.has("companions")) {
                    for (Map.Entry<String, JsonNode> companion :
                            cell.get("companions").properties()) {
                        String id = cell.get("indicator").stringValue().replace("@", ":" + companion.getKey() + "@");
                        expected.add(row(cell, companion.getValue(), id));
                    }
                }
            }
            List<String> actual =
                    Ran.kpi(with(words, "csv")).out().lines().skip(1).toList();
            assertThat(actual).hasSizeGreaterThan(40).containsExactlyElementsOf(expected);
        }
    }

    private static String[] with(String[] words, String format) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(format);
        return all.toArray(String[]::new);
    }

    private static String row(JsonNode cell, JsonNode value, String indicator) {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode from : List.of(cell, value)) {
            for (String name : List.of("period", "complete", "rep")) {
                if (from.has(name)) {
                    fields.put(name, text(from.get(name)));
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!field.getValue().isObject()) {
                fields.put(field.getKey(), text(field.getValue()));
            }
        }
        fields.put("indicator", indicator);
        List<String> row = new ArrayList<>();
        for (String column : ("rep," + COLUMNS).split(",", -1)) {
            row.add(fields.getOrDefault(column, ""));
        }
        return String.join(",", row);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.stringValue()));
            return items.isEmpty() ? "\"\"" : String.join("; ", items);
        }
        return value.isString()
                ? value.stringValue()
                : value.isBoolean() ? value.toString() : value.decimalValue().toPlainString();
    }
}
