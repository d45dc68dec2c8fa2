package io.github.saleskpi.testkit;

import io.github.saleskpi.testkit.IndicatorContract.Law;
import java.util.Optional;

/** What each law tries. */
final class Trials {
    private Trials() {}

    /** Whether one case says as much as many. */
    static boolean needNoHistory(Law law) {
        return law == Law.DEFINITION || law == Law.CLOCK;
    }

    /** What is wrong with that case under that law, if anything: lines that end with a line break. */
    static Optional<String> broken(Law law, Case one) {
        try {
            return run(law, one);
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.of("  throws " + thrown + "\n");
        }
    }

    private static Optional<String> run(Law law, Case one) {
        return switch (law) {
            case DEFINITION -> DefinitionLaws.definition(one);
            case CLOCK -> DefinitionLaws.clock(one);
            case NOTHING -> FigureLaws.nothing(one);
            case EXCEPTION -> TellingLaws.exception(one);
            case MUTATION -> TellingLaws.mutation(one);
            case REPETITION -> TellingLaws.repetition(one);
            case JUDGEMENT -> TellingLaws.judgement(one);
            case MEASURES -> FigureLaws.measures(one);
            case UNITS -> FigureLaws.units(one);
            case ACCRUAL -> FigureLaws.accrual(one);
            case TALLIES -> FigureLaws.tallies(one);
            case ORDER -> ScheduleLaws.order(one);
            case DUPLICATES -> ScheduleLaws.duplicates(one);
            case SPLITTING -> ScheduleLaws.splitting(one);
            case BATCH -> ScheduleLaws.batch(one);
            case RETRACTION -> ScheduleLaws.retraction(one);
            case VIEWPOINTS -> ScheduleLaws.viewpoints(one);
            case ORACLE -> ScheduleLaws.oracle(one);
            case REACH -> Optional.empty(); // of all cases together
        };
    }
}
