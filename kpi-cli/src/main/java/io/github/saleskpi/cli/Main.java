package io.github.saleskpi.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code kpi} command. */
@Command(name = "kpi", mixinStandardHelpOptions = true, description = "Sales KPIs from events.")
final class Main implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
