package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A plug-in, made as its vendor makes it: compiled and packed. */
final class PluginJar {
    static final String INDICATORS = "io.github.saleskpi.indicator.Indicators$Source";
    static final String EVENT_TYPES = "io.github.saleskpi.jackson.CustomEventType$Source";

    private PluginJar() {}

    /** Writes a jar with the class {@code com.example.NAME} of that source, registered for those services. */
    static void write(Path jar, String name, String source, String... services) throws IOException {
        Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        String.join(File.pathSeparator, compilePath()),
                        file.toString());
        assertThat(status).isZero();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out);
                Stream<Path> files = Files.list(folder.resolve("com").resolve("example"))) {
            for (Path each : files.sorted().toList()) {
                zip.putNextEntry(new JarEntry("com/example/" + each.getFileName()));
                zip.write(Files.readAllBytes(each));
            }
            for (String service : services) {
                zip.putNextEntry(new JarEntry("META-INF/services/" + service));
                zip.write(("com.example." + name + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The library's classes, whether the tests run on the class path or on the module path. */
    private static List<String> compilePath() {
        return Stream.of(
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        Path.of("..", "kpi-core", "target", "classes").toString(),
                        Path.of("..", "kpi-jackson", "target", "classes").toString())
                .filter(path -> !path.isEmpty())
                .toList();
    }
}
