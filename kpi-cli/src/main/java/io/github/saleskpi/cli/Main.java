package io.github.saleskpi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    /** Runs the command and ends the process with its status. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // for libraries that print numbers and change the case of words
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /** Runs the command and returns its status. */
    static int run(Surroundings around, String... args) {
        CommandLine commands = new CommandLine(new Main())
                .addSubcommand(new ReportCommand(around))
                .addSubcommand(new ExplainCommand(around))
                .addSubcommand(new VariantsCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new LintCommand(around))
                .addSubcommand(new IndicatorsCommand(around))
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
