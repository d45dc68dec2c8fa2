package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.saleskpi.engine.Script.Add;
import io.github.saleskpi.engine.Script.Forget;
import io.github.saleskpi.engine.Script.Look;
import io.github.saleskpi.engine.Script.MergePart;
import io.github.saleskpi.engine.Script.MergeSelf;
import io.github.saleskpi.engine.Script.Step;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The one property: whatever was done to a ledger before, its report is, to the byte, that of the reference on the
 * versions that it holds. Every try has a seed of its own and is the same in every run.
 */
class LedgerProperties {
    /** How often each situation must occur in a run of full length. */
    private static final int OFTEN = 10;

    @Test
    void aLedgerReportsWhatTheReferenceDoesWhateverWasDoneToItBefore() {
        Census census = new Census();
        for (long seed = 0; seed < Tries.of(450); seed++) {
            Script script = script(seed);
            census.history(script.events());
            if (script.run(census).isPresent()) {
                fail(Shrinking.tell(seed, script));
            }
        }
        System.out.println("Census of the histories: " + census.times());
        if (Tries.of(1) >= 1) { // a shorter run cannot promise that everything occurs
            assertThat(census.times())
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThanOrEqualTo((int) Tries.of(OFTEN)));
        }
    }

    private static Script script(long seed) {
        Chance chance = new Chance(seed + 1_000_000);
        DenseHistory history = new DenseHistory(seed);
        Question question = OddIndicators.question(seed, history.start());
        Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
        List<Step> steps = new ArrayList<>();
        steps.add(new MergePart(history.next(chance.of(0, 20, 40, 70)), viewpoints.next(history.drawn())));
        int length = 10 + chance.below(20);
        for (int i = 0; i < length; i++) {
            switch (chance.below(10)) {
                case 0 -> steps.add(new MergePart(history.next(1 + chance.below(6)), viewpoints.next(history.drawn())));
                case 1 -> steps.add(new MergeSelf());
                case 2 -> again(chance, history.drawn(), steps);
                case 3, 4, 5 -> {
                    for (SalesEvent event : history.next(1 + chance.below(12))) {
                        steps.add(new Add(event));
                    }
                }
                default -> steps.add(new Look(viewpoints.next(history.drawn())));
            }
        }
        forgetting(new Chance(seed + 2_000_000), steps);
        return new Script(question, List.copyOf(steps));
    }

    private static void forgetting(Chance chance, List<Step> steps) {
        if (chance.below(3) == 0) {
            List<String> persons = chance.below(4) == 0 ? List.of("k0", "k1") : List.of("k" + chance.below(4));
            steps.add(1 + chance.below(steps.size()), new Forget(persons));
        }
    }

    private static void again(Chance chance, List<SalesEvent> drawn, List<Step> steps) {
        if (!drawn.isEmpty()) {
            steps.add(new Add(chance.of(drawn)));
        }
    }
}
