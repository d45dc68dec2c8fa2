package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.CustomEventType;
import io.github.saleskpi.jackson.EventReader;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.jackson.ReadSummary;
import io.github.saleskpi.jackson.Reject;
import io.github.saleskpi.jackson.RejectedLineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of events that were named, standard input among them as {@code -}. */
final class EventInputs {
    static final String STANDARD_INPUT = "-";

    private static final int SHOWN_REJECTS = 5;

    private final List<String> names;
    private final InputStream standardInput;
    private final List<CustomEventType> types;

    /** With events of those types beside the built-in ones. */
    EventInputs(List<String> names, InputStream standardInput, List<CustomEventType> types) {
        if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw Complaint.usage(
                    "EVENTS", "- -", "standard input can be read only once", "Maybe one of them is a file.");
        }
        this.names = List.copyOf(names);
        this.standardInput = standardInput;
        this.types = List.copyOf(types);
    }

    /**
     * What reading gave beside the events.
     *
     * @param lines lines read, without blank ones
     * @param rejected lines that were no events
     * @param complaints the first rejects, one line each
     */
    record Outcome(long lines, long rejected, List<String> complaints) {}

    /** The files among them. */
    List<Path> files() {
        return names.stream()
                .filter(name -> !name.equals(STANDARD_INPUT))
                .map(EventInputs::path)
                .toList();
    }

    /** Reads all of them into the ledger, parsing on so many threads. */
    Outcome readInto(KpiLedger ledger, boolean strict, int threads, ProgressLine progress) {
        EventReader collecting = KpiJackson3.eventReader()
                .withTypes(types.toArray(CustomEventType[]::new))
                .onThreads(threads)
                .collecting(SHOWN_REJECTS);
        EventReader reader = strict ? collecting.strict() : collecting;
        long lines = 0;
        long rejected = 0;
        List<String> complaints = new ArrayList<>();
        for (String name : names) {
            String shown = name.equals(STANDARD_INPUT) ? "standard input" : name;
            progress.begin(shown);
            ReadSummary summary = read(name, shown, reader, event -> {
                ledger.add(event);
                progress.step();
            });
            lines += summary.read();
            rejected += summary.rejected();
            for (Reject reject : summary.rejects()) {
                if (complaints.size() < SHOWN_REJECTS) {
                    complaints.add(shown + ", " + reject.message());
                }
            }
        }
        return new Outcome(lines, rejected, complaints);
    }

    private ReadSummary read(String name, String shown, EventReader reader, Sink sink) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return reader.read(standardInput, sink::take);
            }
            Path file = path(name);
            if (Files.isDirectory(file)) {
                throw Complaint.access(name, "input", "cannot be read: it is a folder", "Maybe name the files in it.");
            }
            return reader.read(file, sink::take);
        } catch (RejectedLineException rejected) {
            throw Complaint.rejected(
                    shown + ", " + rejected.reject().message() + " Nothing was reported, because of --strict.");
        } catch (IOException failed) {
            throw FileTrouble.reading(shown, failed);
        }
    }

    private interface Sink {
        void take(SalesEvent event);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw Complaint.access(name, "input", "is no name of a file", "Maybe a character too many.");
        }
    }
}
