package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.fail;

import io.github.saleskpi.engine.Script.Add;
import io.github.saleskpi.engine.Script.Look;
import io.github.saleskpi.engine.Script.MergePart;
import io.github.saleskpi.engine.Script.MergeSelf;
import io.github.saleskpi.engine.Script.Step;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.Histories;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Questions;
import io.github.saleskpi.oracle.Viewpoints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerProperties {
    private static final double SCALE = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));

    @Test
    void aLedgerReportsWhatTheReferenceDoesWhateverWasDoneToItBefore() {
        long tries = Math.round(300 * SCALE);
        long t = System.currentTimeMillis();
        for (long seed = 0; seed < tries; seed++) {
            Script script = script(seed);
            if (script.run().isPresent()) {
                fail(Shrinking.tell(seed, script));
            }
        }
        System.out.println(System.currentTimeMillis() - t);
    }

    private static Script script(long seed) {
        Chance chance = new Chance(seed + 1_000_000);
        Histories history = new Histories(seed);
        Question question = Questions.of(seed, history.start());
        Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
        List<Step> steps = new ArrayList<>();
        int length = 10 + chance.below(20);
        for (int i = 0; i < length; i++) {
            switch (chance.below(10)) {
                case 0 -> steps.add(new MergePart(history.next(1 + chance.below(6)), viewpoints.next(history.drawn())));
                case 1 -> steps.add(new MergeSelf());
                case 2 -> {
                    if (!history.drawn().isEmpty()) {
                        steps.add(new Add(chance.of(history.drawn())));
                    }
                }
                case 3, 4, 5 -> {
                    for (SalesEvent event : history.next(1 + chance.below(12))) {
                        steps.add(new Add(event));
                    }
                }
                default -> steps.add(new Look(viewpoints.next(history.drawn())));
            }
        }
        return new Script(question, List.copyOf(steps));
    }
}
