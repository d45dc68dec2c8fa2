package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same lines give the same bytes, whatever their order, the machine's settings and the process. */
class SameBytesTest {
    private static final long SEED = 20260701;
    private static final List<String> OPTIONS = List.of(
            "--as-of",
            "2026-07-01T00:00:00Z",
            "--every",
            "week",
            "--by",
            "rep",
            "--by",
            "segment",
            "--zone",
            "Europe/Sofia",
            "--format",
            "json");

    /** By week, as the report is. */
    private static final String PLAN = "{'id':'p','versions':[{'effectiveFrom':'2026-01-01','targets':["
            + "{'id':'calls','indicator':'activities/call','who':'rep:alice','every':'week','from':'2026-02-02',"
            + "'to':'2026-07-01','goal':{'atLeast':12},'threshold':4},"
            + "{'id':'wins','indicator':'win-rate','who':'rep:irina','every':'week','from':'2026-02-02',"
            + "'to':'2026-07-01','goal':{'within':[0.2,0.4]}}]}]}";

    private static final String PAY = "{'id':'s','version':1,'currency':'EUR','base':'100',"
            + "'rounding':{'mode':'half-even','scale':2},'components':[{'id':'commission','input':{'fact':'revenue'},"
            + "'curve':{'marginal':[{'from':'0','to':'5000','rate':'0.0333'},{'from':'5000','rate':'0.05'}]}},"
            + "{'id':'bonus','input':'score','curve':{'linear':[{'at':'0','gives':'0'},{'at':'1','gives':'70'}]}}]}";

    @TempDir
    private Path folder;

    private Path plan;
    private Path pay;

    @BeforeEach
    void writePlanAndPay() throws IOException {
        plan = Files.writeString(folder.resolve("plan.json"), PLAN.replace('\'', '"'));
        pay = Files.writeString(folder.resolve("pay.json"), PAY.replace('\'', '"'));
    }

    private List<String> planned() {
        return List.of("--plan", plan.toString(), "--pay", pay.toString());
    }

    private String[] report(List<String> more) {
        return Stream.of(List.of("report"), more, OPTIONS, planned(), Samples.RATES)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(Samples.lines(Samples.SIMULATED_TEAM));
        lines.addAll(Samples.lines(Samples.FIRST_STEPS));
        lines.addAll(lines.subList(500, 900));
        return lines;
    }

    /** The lines shuffled and dealt out to so many files. */
    private List<String> dealtOut(int files, long seed) throws IOException {
        List<String> shuffled = new ArrayList<>(lines());
        Collections.shuffle(shuffled, new Random(seed));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            int number = i;
            List<String> part = java.util.stream.IntStream.range(0, shuffled.size())
                    .filter(line -> line % files == number)
                    .mapToObj(shuffled::get)
                    .toList();
            names.add(Files.write(folder.resolve(seed + "-" + i + ".ndjson"), part)
                    .toString());
        }
        return names;
    }

    @Test
    void shufflingDoublingAndSplittingChangesNothing() throws IOException {
        String inOrder = Ran.kpi(report(List.of(
                        Files.write(folder.resolve("all.ndjson"), lines()).toString())))
                .out();
        assertThat(inOrder)
                .contains("\"conflicts\":19", "\"status\":\"MISSED\"", "\"status\":\"AHEAD\"", "\"noData\":[\"wins\"]")
                .contains("\"next\":{\"input\":\"score\"", "\"id\":\"commission\"");
        for (int round = 0; round < 2; round++) {
            assertThat(Ran.kpi(report(dealtOut(1 + 2 * round, SEED + round))).out())
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        List<String> files = dealtOut(2, SEED + 9);
        Path bad = Files.writeString(folder.resolve("bad.ndjson"), "{}\n[]\n".repeat(700));
        files.add(bad.toString());
        Ran alone = Ran.kpi(report(files));
        assertThat(alone.err()).contains("bad.ndjson, line 5, ").contains("kpi: 1,400 of ");
        for (String threads : List.of("2", "16")) {
            List<String> words = new ArrayList<>(files);
            words.addAll(List.of("--threads", threads));
            assertThat(Ran.kpi(report(words))).isEqualTo(alone);
        }
    }

    @Test
    void anotherProcessWithOtherSettingsWritesTheSame() throws IOException, InterruptedException {
        String here = Ran.kpi(report(dealtOut(2, SEED))).out();
        assertThat(process(
                        Map.of("LC_ALL", "C", "TZ", "Asia/Kolkata"),
                        List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1"),
                        report(dealtOut(2, SEED + 1))))
                .isEqualTo(here);
        assertThat(process(
                        Map.of("LC_ALL", "POSIX"),
                        List.of(
                                "-Duser.language=ar",
                                "-Duser.country=EG",
                                "-Duser.timezone=Pacific/Apia",
                                "-Dfile.encoding=UTF-16",
                                "-XX:+UseSerialGC"),
                        report(dealtOut(3, SEED + 2))))
                .isEqualTo(here);
    }

    @Test
    void theTableOfAnotherProcessIsUtf8() throws IOException, InterruptedException {
        String[] words = Stream.of(
                        List.of("report", Samples.FIRST_STEPS.toString(), "--as-of", Samples.APRIL, "--every", "week"),
                        planned())
                .flatMap(List::stream)
                .toArray(String[]::new);
        assertThat(process(Map.of("LC_ALL", "C"), List.of("-Dfile.encoding=US-ASCII", "-Duser.language=tr"), words))
                .isEqualTo(Ran.kpi(words).out())
                .contains("│", "Plan p: ", "≥ 12", "next step: ");
    }

    private String process(Map<String, String> environment, List<String> settings, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        assertThat(Files.readString(err)).isEmpty();
        assertThat(status).isZero();
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    }

    /** Of the modules and of what lies beside them, as a class path. */
    private static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .reduce(Path.of("target", "classes").toAbsolutePath().toString(), (a, b) -> a + File.pathSeparator + b);
    }
}
