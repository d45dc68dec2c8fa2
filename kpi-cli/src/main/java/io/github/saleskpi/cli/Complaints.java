package io.github.saleskpi.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one line and a status of whatever ended a command. */
final class Complaints {
    private Complaints() {}

    /** Prints the line and returns the status; never a stack trace. */
    static int tell(Throwable thrown, PrintStream err) {
        Complaint complaint = of(thrown);
        err.println("kpi: " + Shown.safe(complaint.line()));
        err.flush();
        return complaint.status();
    }

    private static Complaint of(Throwable thrown) {
        if (thrown instanceof Complaint complaint) {
            return complaint;
        }
        if (thrown instanceof ParameterException wrong) {
            return Complaint.usage(wrong(wrong));
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            String why = String.valueOf(thrown.getMessage());
            return Complaint.access(
                    "output", why, "cannot be written", "Maybe the disk is full, or nobody reads any more.");
        }
        if (thrown instanceof OutOfMemoryError) {
            return Complaint.access(
                    "memory",
                    Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB",
                    "is not enough for these events",
                    "Maybe java -Xmx4g -jar kpi.jar.");
        }
        return Complaint.access(
                "kpi",
                thrown.toString(),
                "failed, which is a fault of its own",
                "Maybe tell its developers, with the command line.");
    }

    private static String wrong(ParameterException wrong) {
        String help = "Maybe " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.isUnknownOption() ? unmatched.getSuggestions() : List.of();
            String word = String.valueOf(unmatched.getUnmatched().get(0));
            String what =
                    unmatched.isUnknownOption() ? "option" : isTop(unmatched.getCommandLine()) ? "command" : "argument";
            String hint = suggestions.isEmpty()
                    ? commands(unmatched.getCommandLine(), help)
                    : "Maybe " + String.join(" or ", suggestions) + ".";
            return what + " (" + word + "): is unknown. " + hint;
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream()
                    .map(argument -> argument.isOption()
                            ? "the value of " + ((CommandLine.Model.OptionSpec) argument).longestName()
                            : argument.paramLabel())
                    .collect(Collectors.joining(", "));
            return names + " (absent): must be given. " + help;
        }
        String message = String.valueOf(wrong.getMessage());
        String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
        return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1) + ". " + help;
    }

    private static boolean isTop(CommandLine command) {
        return command.getParent() == null;
    }

    private static String commands(CommandLine command, String help) {
        return isTop(command) && !command.getSubcommands().isEmpty()
                ? "Maybe " + String.join(" or ", command.getSubcommands().keySet()) + "."
                : help;
    }
}
