package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanLinter;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi lint}: what a plan or a pay scheme may not mean. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Finds what a plan or a pay scheme can be read as, but hardly means.",
        footer = {
            "",
            "Example: kpi lint plan.json pay.json --organization organization.json",
            "",
            "Exit status: 0 nothing was found; 1 there are findings; 2 wrong usage;",
            "3 a file cannot be read, or is neither a plan nor a pay scheme."
        })
final class LintCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Definitions definitions;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Plans and pay schemes as JSON; which of both a file is shows by its fields.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = {
                "The plan whose targets a scheme pays for. Default: the one among the files, if there",
                "is just one."
            })
    private @Nullable Path plan;

    @Option(
            names = "--organization",
            paramLabel = "FILE",
            description = "Teams and members as JSON: for targets of reps that should add up to their team's.")
    private @Nullable Path organization;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Working hours and holidays as JSON: for targets that are pro-rated by working days.")
    private @Nullable Path calendar;

    @Option(
            names = "--fiscal-start",
            paramLabel = "MONTH",
            defaultValue = "1",
            description = "First month of the fiscal year: 1 to 12, or its name. Default: 1.")
    private String fiscalStart = "1";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people or json for programs. Default: text.")
    private String format = "text";

    LintCommand(Surroundings around, Definitions definitions) {
        this.around = around;
        this.definitions = definitions;
    }

    @Override
    public Integer call() {
        boolean json = Words.isJson(format);
        ReportingCalendar years = new ReportingCalendar(ZoneOffset.UTC, Words.month("--fiscal-start", fiscalStart));
        PlanLinter linter = linter(years).knowing(definitions.own());
        Plan context = read("--plan", plan, years);
        List<Linted> read = files.stream()
                .map(file -> Linted.read(file, years, definitions))
                .toList();
        List<Plan> plans = read.stream().flatMap(each -> each.plan().stream()).toList();
        Plan targets = context != null || plans.size() != 1 ? context : plans.get(0);
        List<Linted> linted = read.stream()
                .map(each -> each.with(each.plan()
                        .map(linter::lint)
                        .orElseGet(() -> each.pay()
                                .map(scheme -> scheme.lint(targets, definitions.own()))
                                .orElse(List.of()))))
                .toList();
        String text = json ? LintText.json(linted) : LintText.of(linted, Ink.of(around.colourful()));
        Destination.standardOutput(around.out()).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return linted.stream().allMatch(each -> each.findings().isEmpty()) ? Status.DONE : Status.FINDINGS;
    }

    private PlanLinter linter(ReportingCalendar years) {
        Organization people = JsonFile.read("--organization", organization, KpiJackson3::readOrganization);
        WorkingCalendar days =
                JsonFile.read("--calendar", calendar, in -> KpiJackson3.readCalendar(in, new CountryHolidays()));
        return people == null
                ? PlanLinter.by(years)
                : PlanLinter.with(KpiQuery.builder()
                        .fiscalStart(years.fiscalStart())
                        .organization(people)
                        .workingCalendar(days)
                        .build());
    }

    private @Nullable Plan read(String option, @Nullable Path file, ReportingCalendar years) {
        return JsonFile.read(option, file, in -> KpiJackson3.readPlan(in, years, definitions::named));
    }
}
