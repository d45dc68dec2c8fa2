package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipInputTest {
    private static final String CUT_OFF = "(end of the input): must not be cut off or damaged. "
            + "Maybe a transfer of the compressed file was not finished.";

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    /** Lines that do not compress well. */
    private static String varied(int lines) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(GOOD.replace("good", Long.toHexString(random.nextLong())))
                    .append('\n');
        }
        return text.toString();
    }

    private static ReadSummary read(byte[] input) {
        return Wire.read(KpiJackson3.eventReader(), input, new ArrayList<>());
    }

    @Test
    void aFileIsUncompressedWhateverItsName(@TempDir Path folder) throws IOException {
        Path compressed = folder.resolve("events.ndjson");
        Path plain = folder.resolve("events.gz");
        Files.write(compressed, gzip("\ufeff" + GOOD + "\n" + GOOD));
        Files.write(plain, utf8(GOOD + "\n" + GOOD));
        List<SalesEvent> events = new ArrayList<>();
        assertThat(KpiJackson3.eventReader().read(compressed, events::add).delivered())
                .isEqualTo(2);
        assertThat(KpiJackson3.eventReader().read(plain, events::add).delivered())
                .isEqualTo(2);
        assertThat(events).hasSize(4);
        assertThatThrownBy(() -> KpiJackson3.eventReader().read(folder.resolve("none"), events::add))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void joinedGzipFilesAreReadToTheLast() throws IOException {
        byte[] one = gzip(GOOD + "\n");
        InputStream sparing = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(one), new ByteArrayInputStream(one), new ByteArrayInputStream(one))));
        assertThat(KpiJackson3.eventReader().read(sparing, event -> {}).delivered())
                .isEqualTo(3);
    }

    @Test
    void whatCameBeforeACutIsKept() throws IOException {
        byte[] whole = gzip(varied(1_000));
        ReadSummary summary = read(Arrays.copyOf(whole, whole.length / 2));
        assertThat(summary.delivered()).isBetween(300L, 700L);
        assertThat(summary.rejected()).isEqualTo(1);
        long line = summary.delivered() + 1;
        long lineLength = varied(1_000).indexOf('\n') + 1L;
        assertThat(summary.rejects().get(0).message())
                .startsWith("line " + line + ", byte ")
                .endsWith(": " + CUT_OFF);
        assertThat(summary.rejects().get(0).byteOffset())
                .isBetween((lineLength - 3) * (line - 1), lineLength * (line - 1));
    }

    @Test
    void aCutAnywhereIsOneReject() throws IOException {
        byte[] whole = gzip(varied(3));
        for (int length = 2; length < whole.length; length++) {
            ReadSummary summary = read(Arrays.copyOf(whole, length));
            assertThat(summary.rejected()).as("cut at %d", length).isEqualTo(1);
            assertThat(summary.rejects().get(0).message()).endsWith(CUT_OFF);
        }
        assertThat(read(whole)).isEqualTo(new ReadSummary(3, 3, 0, List.of()));
    }

    @Test
    void aCutInTheChecksumLosesNoLine() throws IOException {
        byte[] whole = gzip(GOOD + "\n");
        ReadSummary summary = read(Arrays.copyOf(whole, whole.length - 1));
        assertThat(summary.delivered()).isEqualTo(1);
        assertThat(summary.rejects().get(0).message()).isEqualTo("line 2, byte 88: " + CUT_OFF);
    }

    @Test
    void aCutInALineThatIsTooLongIsOneReject() throws IOException {
        byte[] whole = gzip(GOOD + "\n" + "x".repeat(3_000_000));
        ReadSummary summary = read(Arrays.copyOf(whole, whole.length - 20));
        assertThat(summary.delivered()).isEqualTo(1);
        assertThat(summary.rejects()).extracting(Reject::message).containsExactly("line 2, byte 88: " + CUT_OFF);
    }

    @Test
    void damageIsOneRejectForWhatComesAfter() throws IOException {
        byte[] whole = gzip(varied(1_000));
        for (int at = whole.length / 2; at < whole.length / 2 + 20; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            ReadSummary summary = read(damaged);
            assertThat(summary.rejected()).isPositive();
            assertThat(summary.rejects().get(summary.rejects().size() - 1).message())
                    .endsWith(CUT_OFF);
        }
    }

    @Test
    void aMemberThatIsDamagedOrCutOffIsNotLostUnseen() throws IOException {
        byte[] first = gzip(GOOD + "\n");
        byte[] second = gzip(varied(3));
        for (int length = 1; length < second.length; length++) {
            assertLastIsLost(joined(first, Arrays.copyOf(second, length)), "cut at " + length);
        }
        for (int at = 0; at < 4; at++) { // the four bytes that say that a member begins, and how
            byte[] damaged = second.clone();
            damaged[at] ^= (byte) 0xE0;
            assertLastIsLost(joined(first, damaged), "damaged at " + at);
        }
        assertLastIsLost(joined(first, utf8("garbage")), "garbage");
        assertThat(read(joined(first, second)).delivered()).isEqualTo(4);
    }

    private static void assertLastIsLost(byte[] input, String how) {
        ReadSummary summary = read(input);
        assertThat(summary.delivered()).as(how).isBetween(1L, 4L);
        assertThat(summary.rejected()).as(how).isEqualTo(1);
        assertThat(summary.rejects().get(0).message()).as(how).endsWith(CUT_OFF);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void zerosThatFillTheLastBlockOfATapeAreNoDamage() throws IOException {
        assertThat(read(joined(gzip(GOOD + "\n"), new byte[512]))).isEqualTo(new ReadSummary(1, 1, 0, List.of()));
    }

    @Test
    void everyFieldThatAHeaderMayHaveIsPassedOver() throws IOException {
        byte[] plain = gzip(GOOD + "\n");
        byte[] fields = {2, 0, 'a', 'b', 'n', 0, 'c', 0};
        byte[] header = joined(Arrays.copyOf(plain, 10), fields);
        header[3] = 0b11110;
        CRC32 checksum = new CRC32();
        checksum.update(header);
        byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        assertThat(read(joined(joined(header, sum), body)).delivered()).isEqualTo(1);
        sum[0]++;
        assertThat(read(joined(joined(header, sum), body)).rejected()).isEqualTo(1);
    }

    @Test
    void aCutInAStreamThatTheCallerUncompressesIsOneReject() throws IOException {
        byte[] whole = gzip(varied(1_000));
        InputStream own = new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));
        ReadSummary summary = KpiJackson3.eventReader().read(own, event -> {});
        assertThat(summary.rejects())
                .extracting(Reject::message)
                .singleElement()
                .asString()
                .endsWith(CUT_OFF);
    }

    @Test
    void strictStopsAtACut() throws IOException {
        byte[] whole = gzip(GOOD + "\n");
        assertThatThrownBy(() -> KpiJackson3.eventReader()
                        .strict()
                        .read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1)), event -> {}))
                .isInstanceOf(RejectedLineException.class)
                .hasMessage("line 2, byte 88: " + CUT_OFF);
    }
}
