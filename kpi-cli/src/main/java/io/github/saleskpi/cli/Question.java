package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.time.Viewpoint;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

/** What {@code kpi explain} is asked, before any event is read. */
interface Question {
    /** The query of the ledger that is to be filled. */
    KpiQuery query();

    /** What that ledger says from there. */
    Answer answer(KpiLedger ledger, Viewpoint from);

    /** What is said. */
    interface Answer {
        /** All of it as JSON. */
        void writeJson(OutputStream out);

        /** For people, with explanations of figures in those words. */
        String text(Function<Explanation, String> figure, Ink ink);

        /** What is no error, but hardly what somebody wanted. */
        default Optional<String> hint() {
            return Optional.empty();
        }
    }
}
