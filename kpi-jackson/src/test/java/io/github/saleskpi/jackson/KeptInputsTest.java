package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tries the inputs that fuzzing started from, and those that it found worth keeping. */
class KeptInputsTest {
    /** What must hold of bytes. */
    private interface Law {
        void check(byte[] bytes) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> events() throws IOException {
        return kept("events", HostileBytes::events);
    }

    @TestFactory
    Stream<DynamicTest> plans() throws IOException {
        return kept("plans", HostileBytes::plans);
    }

    @TestFactory
    Stream<DynamicTest> paySchemes() throws IOException {
        return kept("paySchemes", HostileBytes::paySchemes);
    }

    @TestFactory
    Stream<DynamicTest> surroundings() throws IOException {
        return kept("surroundings", HostileBytes::surroundings);
    }

    @TestFactory
    Stream<DynamicTest> ledgers() throws IOException {
        return kept("ledgers", HostileBytes::ledgers);
    }

    private static Stream<DynamicTest> kept(String name, Law law) throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/test/resources/io/github/saleskpi/jackson/ReadersFuzzInputs", name))) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).hasSizeGreaterThan(1);
            return sorted.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> law.check(Files.readAllBytes(file))));
        }
    }
}
