package io.github.saleskpi.jackson;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Looks for bytes that break a reader; run one at a time by the profile {@code fuzzing}. {@link KeptInputsTest} tries what was found. */
class ReadersFuzz {
    @FuzzTest(maxDuration = "10s")
    void events(byte[] bytes) throws IOException {
        HostileBytes.events(bytes);
    }

    @FuzzTest(maxDuration = "10s")
    void plans(byte[] bytes) throws IOException {
        HostileBytes.plans(bytes);
    }

    @FuzzTest(maxDuration = "10s")
    void paySchemes(byte[] bytes) throws IOException {
        HostileBytes.paySchemes(bytes);
    }

    @FuzzTest(maxDuration = "10s")
    void surroundings(byte[] bytes) throws IOException {
        HostileBytes.surroundings(bytes);
    }

    @FuzzTest(maxDuration = "10s")
    void ledgers(byte[] bytes) throws IOException {
        HostileBytes.ledgers(bytes);
    }
}
