package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    private static final String SOURCE = """
            package com.example;

            import io.github.saleskpi.event.CallEnded;
            import io.github.saleskpi.event.CallOutcome;
            import io.github.saleskpi.indicator.Indicator;
            import io.github.saleskpi.indicator.Indicators;
            import java.util.Collection;
            import java.util.List;

            public final class Demos implements Indicators.Source {
                @Override
                public Collection<Indicator> indicators() {
                    return List.of(Indicator.ratio("demo-rate")
                            .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                            .over(CallEnded.class, call -> true)
                            .higherIsBetter()
                            .build());
                }
            }
            """;
    private static final String CALL = "{\"type\":\"callEnded\",\"id\":\"e%d\",\"occurredAt\":\"2026-03-02T09:00:00Z\","
            + "\"actor\":{\"repId\":\"ann\"},\"callId\":\"c%d\",\"direction\":\"outbound\",\"outcome\":\"%s\"}\n";

    @TempDir
    private static Path folder;

    private static Path plugins;
    private static String events;
    private static String plan;
    private static String pay;

    @BeforeAll
    static void buildThePlugin() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        PluginJar.write(plugins.resolve("demos.jar"), "Demos", SOURCE, PluginJar.INDICATORS);
        Files.writeString(plugins.resolve("README.txt"), "no jar");
        events = file("events.ndjson", CALL.formatted(1, 1, "meetingSet") + CALL.formatted(2, 2, "busy"));
        plan = file("plan.json", """
                {"id":"p","versions":[{"effectiveFrom":"2026-01-01","targets":[{"id":"t1","indicator":"demo-rate",
                "who":"rep:ann","period":"2026-03","goal":{"atLeast":0.4}}]}]}""");
        pay = file("pay.json", """
                {"id":"s","version":1,"currency":"EUR","base":"1000","rounding":{"mode":"half-up","scale":2},
                "components":[{"id":"bonus","input":{"fact":"demo-rate"},"pays":{"amount":"100"},
                "curve":{"linear":[{"at":"0","gives":"0"},{"at":"1","gives":"1"}]}}]}""");
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    private static Ran kpi(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--plugins", plugins.toString()));
        return Ran.kpi(all.toArray(String[]::new));
    }

    @Test
    void anIndicatorOfAPluginIsReported() {
        Ran ran = kpi("report", events, "--indicators", "demo-rate,win-rate", "--format", "json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.json().get("cells").get(0).get("indicator").asString()).isEqualTo("demo-rate@1");
        assertThat(ran.json().get("cells").get(0).get("value").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void itIsPlannedPaidAndExplained() {
        Ran report = kpi(
                "report",
                events,
                "--indicators",
                "demo-rate",
                "--plan",
                plan,
                "--pay",
                pay,
                "--as-of",
                "2026-04-01T00:00:00Z",
                "--format",
                "json");
        assertThat(report.err()).isEmpty();
        assertThat(report.json().get("plan").get(0).get("status").asString()).isEqualTo("ACHIEVED");
        assertThat(report.json().get("pay").get(0).get("total").asString()).isEqualTo("1050.00");
        Ran figure = kpi("explain", events, "--indicator", "demo-rate", "--who", "rep:ann", "--period", "2026-03");
        assertThat(figure.out()).contains("demo-rate", "e1");
        Ran line = kpi(
                "explain",
                events,
                "--plan",
                plan,
                "--pay",
                pay,
                "--component",
                "bonus",
                "--who",
                "rep:ann",
                "--period",
                "2026-03");
        assertThat(line.err()).isEmpty();
        assertThat(line.out()).contains("bonus", "50", "e1");
        Ran target =
                kpi("explain", events, "--plan", plan, "--target", "t1", "--who", "rep:ann", "--period", "2026-03");
        assertThat(target.out()).contains("t1", "demo-rate", "e1");
    }

    @Test
    void itIsListedAndLinted() {
        assertThat(kpi("indicators").out()).contains("demo-rate@1\n");
        assertThat(kpi("indicators", "demo-rate", "--format", "json").out()).contains("\"name\":\"Demo rate\"");
        assertThat(kpi("lint", plan).out()).doesNotContain("not known");
        assertThat(Ran.kpi("lint", plan).status()).as("without the plug-in").isEqualTo(Status.CANNOT_READ_OR_WRITE);
    }

    @Test
    void withoutThePluginItIsUnknown() {
        Ran ran = Ran.kpi("report", events, "--indicators", "demo-rate");
        assertThat(ran.status()).isEqualTo(Status.WRONG_USAGE);
        assertThat(ran.err()).contains("indicator (demo-rate): there is none");
    }

    @Test
    void aDirectoryWithoutJarsIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ran ran = Ran.kpi("indicators", "--plugins", empty.toString());
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err()).contains("--plugins (" + empty + "): must hold jars. Maybe");
        Ran none = Ran.kpi("indicators", "--plugins", folder.resolve("none").toString());
        assertThat(none.err()).contains("must be a directory that can be read. Maybe");
    }

    @Test
    void aPluginThatIsThereTwiceIsOne() throws IOException {
        Path twice = Files.createDirectory(folder.resolve("twice"));
        Files.copy(plugins.resolve("demos.jar"), twice.resolve("a.jar"));
        Files.copy(plugins.resolve("demos.jar"), twice.resolve("b.jar"));
        Ran ran = Ran.kpi("indicators", "demo-rate", "--plugins", twice.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
    }

    @Test
    void aBrokenPluginIsNamed() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        try (OutputStream out = Files.newOutputStream(broken.resolve("broken.jar"));
                JarOutputStream zip = new JarOutputStream(out)) {
            zip.putNextEntry(new JarEntry("META-INF/services/" + PluginJar.INDICATORS));
            zip.write("com.example.Gone\n".getBytes(StandardCharsets.UTF_8));
        }
        Ran ran = Ran.kpi("indicators", "--plugins", broken.toString());
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err()).contains("--plugins " + broken, "com.example.Gone", "Maybe");
    }

    @Test
    void aJarThatCannotBeReadIsRefusedAndNotPassedOver() throws IOException {
        Path cut = Files.createDirectory(folder.resolve("cut"));
        byte[] whole = Files.readAllBytes(plugins.resolve("demos.jar"));
        Files.write(cut.resolve("demos.jar"), Arrays.copyOf(whole, whole.length / 2));
        Ran ran = Ran.kpi("report", events, "--plugins", cut.toString());
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err())
                .contains("--plugins (" + cut.resolve("demos.jar") + "): must be a jar that can be read. Maybe");
    }

    @Test
    void aPluginForALaterReleaseOfJavaIsNamed() throws IOException {
        Path later = Files.createDirectory(folder.resolve("later"));
        try (OutputStream out = Files.newOutputStream(later.resolve("later.jar"));
                JarOutputStream zip = new JarOutputStream(out)) {
            for (String service : List.of(PluginJar.INDICATORS, PluginJar.EVENT_TYPES)) {
                zip.putNextEntry(new JarEntry("META-INF/services/" + service));
                zip.write("com.example.Later\n".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new JarEntry("com/example/Later.class"));
            zip.write(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99, 0, 1});
        }
        for (String command : List.of("report", "indicators")) {
            List<String> words = new ArrayList<>(List.of(command, "--plugins", later.toString()));
            if (command.equals("report")) {
                words.add(events);
            }
            Ran ran = Ran.kpi(words.toArray(String[]::new));
            assertThat(ran.status()).as(command).isEqualTo(Status.CANNOT_READ_OR_WRITE);
            assertThat(ran.err()).as(command).contains("--plugins " + later, "plug-in (", "Later", "Maybe");
        }
    }

    @Test
    void aPluginThatFailsWhenAskedIsNamed() throws IOException {
        Path failing = Files.createDirectory(folder.resolve("failing"));
        PluginJar.write(failing.resolve("indicators.jar"), "Old", """
                package com.example;
                public class Old implements io.github.saleskpi.indicator.Indicators.Source {
                    public java.util.List<io.github.saleskpi.indicator.Indicator> indicators() {
                        throw new NoSuchMethodError("gone");
                    }
                }""", PluginJar.INDICATORS);
        PluginJar.write(failing.resolve("types.jar"), "Bare", """
                package com.example;
                public class Bare implements io.github.saleskpi.jackson.CustomEventType.Source {
                    public java.util.List<io.github.saleskpi.jackson.CustomEventType> types() {
                        throw new IllegalStateException("no licence");
                    }
                }""", PluginJar.EVENT_TYPES);
        Ran indicators = Ran.kpi("indicators", "--plugins", failing.toString());
        assertThat(indicators.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(indicators.err()).contains("--plugins " + failing, "com.example.Old", "gone", "Maybe");
        Ran types = Ran.kpi("report", events, "--plugins", failing.toString());
        assertThat(types.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(types.err()).contains("--plugins " + failing, "com.example.Bare", "no licence", "Maybe");
    }
}
