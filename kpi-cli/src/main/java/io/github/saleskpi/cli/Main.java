package io.github.saleskpi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code kpi} command. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Sales KPIs from events, as a table for people or as JSON.",
        footer = {
            "",
            "Exit status: 0 done; 1 the input had rejects (the result is still written), or",
            "lint found something; 2 wrong usage; 3 cannot read or write."
        })
final class Main implements Runnable {
    private final Definitions definitions;

    private Main(Definitions definitions) {
        this.definitions = definitions;
    }

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Takes the indicators and types of events of the jars in that directory beside the built-in ones.")
    void plugins(Path directory) {
        definitions.plugins(directory);
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // for libraries that print numbers and change the case of words
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /** Runs the command and returns its status. */
    static int run(Surroundings around, String... args) {
        Definitions definitions = new Definitions();
        CommandLine commands = new CommandLine(new Main(definitions))
                .addSubcommand(new ReportCommand(around, definitions))
                .addSubcommand(new ExplainCommand(around, definitions))
                .addSubcommand(new VariantsCommand(around, definitions))
                .addSubcommand(new CheckCommand(around, definitions))
                .addSubcommand(new LintCommand(around, definitions))
                .addSubcommand(new IndicatorsCommand(around, definitions))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(around.out(), false, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        around.colourful() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((wrong, words) -> Complaints.tell(wrong, around.err()))
                .setExecutionExceptionHandler((thrown, command, words) -> Complaints.tell(thrown, around.err()));
        try {
            int status = commands.execute(args);
            if (status != Status.CANNOT_READ_OR_WRITE) {
                around.out().flush();
            }
            return status;
        } catch (Exception | OutOfMemoryError | StackOverflowError thrown) {
            return Complaints.tell(thrown, around.err());
        }
    }

    /** Without a word of what to do there is only the way to say it. */
    @Override
    public void run() {
        throw Complaint.usage("command", "none", "must be named", "Maybe kpi report EVENTS, or kpi --help.");
    }
}
