package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which events are read and how strictly, and where the result goes. */
final class InputOptions {
    private static final int MOST_THREADS = 256;

    @Parameters(
            arity = "1..*",
            paramLabel = "EVENTS",
            description = "Files of events, one JSON object a line, as they are or in gzip; - is standard input.")
    private List<String> events = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "Writes there instead of to standard output.")
    private @Nullable String output;

    @Option(
            names = "--strict",
            description = "Stops at the first bad line, also at one with an unknown field, and reports nothing.")
    private boolean strict;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parses lines on N threads; the result is the same for every N. Default: 1.")
    private String threads = "1";

    /** Says now what is wrong with the words, before events are read. */
    void check() {
        parsers();
    }

    private int parsers() {
        return Words.number("--threads", threads, 1, MOST_THREADS, 1);
    }

    EventInputs.Outcome read(EventInputs inputs, KpiLedger ledger, ProgressLine progress) {
        return inputs.readInto(ledger, strict, parsers(), progress);
    }

    EventInputs inputs(Surroundings around, Definitions definitions) {
        return new EventInputs(events, around.in(), definitions.types());
    }

    /** Where the result goes, which is none of the files read. */
    Destination destination(EventInputs inputs, List<Path> others, Surroundings around) {
        if (output == null || output.equals(EventInputs.STANDARD_INPUT)) {
            return Destination.standardOutput(around.out());
        }
        List<Path> read = new ArrayList<>(inputs.files());
        read.addAll(others);
        return Destination.file(output, read);
    }

    /** Says on standard error which lines were no events, and returns the status for that. */
    static int tellRejects(EventInputs.Outcome read, Surroundings around) {
        if (read.rejected() == 0) {
            return Status.DONE;
        }
        read.complaints().forEach(line -> around.err().println("kpi: " + Shown.safe(line)));
        String more = read.rejected() > read.complaints().size() ? ", of which the first are above" : "";
        around.err()
                .println(String.format(
                        Locale.ROOT,
                        "kpi: %,d of %,d lines rejected%s; the report is without them.",
                        read.rejected(),
                        read.lines(),
                        more));
        return Status.REJECTS;
    }
}
