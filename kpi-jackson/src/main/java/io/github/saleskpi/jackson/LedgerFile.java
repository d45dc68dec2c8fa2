package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.SalesEvent;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Saves ledgers and loads them again. Immutable and thread-safe; a ledger must not change while it is saved.
 *
 * <p>A saved ledger is text in UTF-8 under gzip, one JSON object a line: a head with the number of the format, of versions
 * and of persons forgotten; the digests of these persons; every version ever added, as in the wire format, sorted by id and
 * then in the order in which versions supersede each other, decimals without trailing zeros; and the SHA-256 digest of all
 * lines before it. Ledgers that hold the same versions and forgot the same persons are saved as the same text, and by one
 * release of Java as the same bytes. Queries and reports are not saved: they follow from the versions.
 */
public final class LedgerFile {
    private static final int BLOCK = 1 << 16;
    private static final int COMPRESSION = 3;

    /** Wider than those for events from outside: what a ledger holds was let in once. */
    private static final ReadLimits LIMITS =
            new ReadLimits(1 << 24, 32, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1678, 2261);

    private final Function<ReadLimits, JsonTokens> tokens;
    private final Supplier<JsonOutput> outputs;
    private final Map<String, EventType> types;
    private final long mostVersions;

    LedgerFile(
            Function<ReadLimits, JsonTokens> tokens,
            Supplier<JsonOutput> outputs,
            Map<String, EventType> types,
            long mostVersions) {
        this.tokens = tokens;
        this.outputs = outputs;
        this.types = types;
        this.mostVersions = mostVersions;
    }

    /**
     * One that refuses to load ledgers with more versions than that; without it there may be 2 billion.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public LedgerFile atMost(long versions) {
        if (versions < 0) {
            throw new IllegalArgumentException(
                    "versions (" + versions + "): must not be negative. Maybe as many as fit into memory.");
        }
        return new LedgerFile(tokens, outputs, types, versions);
    }

    /**
     * One that also loads events of these types; all types are saved.
     *
     * @throws IllegalArgumentException if it loads a type of one of these names already
     */
    public LedgerFile withTypes(CustomEventType... own) {
        return new LedgerFile(tokens, outputs, CustomEventType.beside(types, own), mostVersions);
    }

    /**
     * Writes all that the ledger holds, and leaves the output open.
     *
     * @throws IllegalArgumentException if the ledger has a {@linkplain KpiLedger#since floor}, which the file cannot say; if an
     *     event has no place in JSON, as for {@link EventWriter#write}, or takes more than 16 MiB of it; what was written before
     *     is then to be thrown away
     * @throws IOException if the output throws one
     */
    public void save(KpiLedger ledger, OutputStream out) throws IOException {
        if (ledger.floor().isPresent()) {
            throw new IllegalArgumentException("floor (" + ledger.floor().orElseThrow()
                    + "): a ledger that left stories behind is not saved. Maybe save before that.");
        }
        try (OutputStream zipped = new Gzip(new LeftOpen(out))) {
            MessageDigest digest = SavedLines.sha256();
            Metered text = new Metered(new BufferedOutputStream(new DigestOutputStream(zipped, digest), BLOCK));
            text.write(
                    SavedLines.head(ledger.events().count(), ledger.forgotten().size()));
            for (String person : ledger.forgotten()) {
                text.write(SavedLines.forgotten(person));
            }
            EventWriter writer = EventWriter.canonical(outputs.get(), text);
            for (Iterator<SalesEvent> events = ledger.sorted().iterator(); events.hasNext(); ) {
                write(events.next(), writer, text);
            }
            text.flush();
            zipped.write(SavedLines.digest(HexFormat.of().formatHex(digest.digest())));
        }
    }

    private static void write(SalesEvent event, EventWriter writer, Metered text) throws IOException {
        long before = text.written;
        writer.write(event);
        long length = text.written - before - 1; // without the line end
        if (length > LIMITS.lineBytes()) {
            throw new IllegalArgumentException("event (" + Printable.of(event.id()) + "): takes " + length
                    + " bytes, and may take " + LIMITS.lineBytes() + ". Maybe an attribute holds a document.");
        }
    }

    /**
     * A new ledger of that engine with all that was saved; reads to the end of the input, and leaves it open.
     *
     * <p>It takes memory for what it has read, never for what a file only claims to hold.
     *
     * @throws IllegalArgumentException if it is no saved ledger, of a format of later releases, cut off, damaged or altered,
     *     or has more versions than this loads; the message names the line
     * @throws IOException if the input throws one
     */
    public KpiLedger load(InputStream in, KpiEngine engine) throws IOException {
        KpiLedger ledger = engine.newLedger();
        try (LineParser parser = new LineParser(tokens.apply(LIMITS), LIMITS, true, types)) {
            SavedLines lines = new SavedLines(new Lines(new Uncompressed(in), LIMITS.lineBytes()));
            lines.readHead(mostVersions);
            ledger.forgetDigests(lines.readForgotten());
            lines.readVersions(parser, ledger::add);
            lines.readEnd(ledger.events().count());
        }
        return ledger;
    }

    /** At a speed near that at which events are written. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BLOCK);
            def.setLevel(COMPRESSION);
        }
    }

    /** Flushed rather than closed. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** Counts what is written. */
    private static final class Metered extends FilterOutputStream {
        private long written;

        Metered(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }
    }
}
