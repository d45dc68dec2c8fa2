package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class CostPictureTest {
    private static final Path FOLDER = Path.of("..", "docs", "performance");
    private static final String ONE =
            "{\"events\":100000,\"rivals\":[{\"rival\":\"HAND_LOOP\",\"nsPerEvent\":%d,\"bytesPerEvent\":5}]%s}";

    private static String drawn(String... runs) {
        return CostPicture.of("{\"date\":\"2026-01-01\",\"machine\":\"R&D <1>\",\"limits\":{\"HAND_LOOP\":\"memory\"},"
                + "\"runs\":[" + String.join(",", runs) + "]}");
    }

    private static String run(int nanos, String more) {
        return ONE.formatted(nanos, more);
    }

    @Test
    void thePictureIsWhatTheNewestMeasurementsDraw() throws IOException {
        assertThat(FOLDER.resolve(CostPicture.NAME))
                .content(StandardCharsets.UTF_8)
                .isEqualTo(CostPicture.drawn(FOLDER));
    }

    @Test
    void aTenfoldCostIsOneStepHigher() {
        assertThat(drawn(run(100, ""), run(1_000, "").replace("HAND_LOOP", "STREAMS")))
                .contains("cy=\"540.0\"", "cy=\"305.0\"")
                .contains(">10,000</text>");
    }

    @Test
    void eachContenderIsLabelledWithItsCostAndWhatLimitsIt() {
        assertThat(drawn(run(1_234, ""))).contains(">HAND_LOOP</text>", ">1,234 ns, 5 bytes: memory</text>");
    }

    @Test
    void shuffledRunsAreLeftOut() {
        assertThat(drawn(run(1_234, ""), run(77, ",\"order\":\"shuffled\""))).isEqualTo(drawn(run(1_234, "")));
    }

    @Test
    void thePictureIsWellFormed() throws Exception {
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(drawn(run(10, "")))))
                        .getElementsByTagName("text")
                        .item(1)
                        .getTextContent())
                .isEqualTo("2026-01-01, R&D <1>");
    }

    @Test
    void theNewestFileIsDrawnAndAFolderWithoutOneIsRefused(@TempDir Path folder) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPicture.drawn(folder))
                .withMessageContaining("must have a dated file");
        Files.writeString(folder.resolve("2026-02-03.json"), "{\"date\":\"new\",\"runs\":[" + run(10, "") + "]}");
        Files.writeString(folder.resolve("2026-01-31.json"), "{\"date\":\"old\",\"runs\":[" + run(10, "") + "]}");
        assertThat(CostPicture.drawn(folder)).contains("new, ").doesNotContain("old, ");
    }
}
