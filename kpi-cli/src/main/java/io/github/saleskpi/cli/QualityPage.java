package io.github.saleskpi.cli;

import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.quality.DataQuality;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.time.ZoneId;
import java.util.List;

/** What is suspicious in events as a page for people: a paragraph for each finding, the worst first. */
final class QualityPage {
    private static final String INDENT = "  ";

    private final DataQuality quality;
    private final EventCounts counts;
    private final ZoneId zone;
    private final int width;

    QualityPage(DataQuality quality, EventCounts counts, ZoneId zone, int width) {
        this.quality = quality;
        this.counts = counts;
        this.zone = zone;
        this.width = width;
    }

    /** The whole text. */
    String print(Ink ink) {
        StringBuilder text = new StringBuilder();
        List<Symptom> symptoms = quality.symptoms();
        if (symptoms.isEmpty()) {
            text.append("Nothing suspicious was found.\n\n");
        }
        for (Symptom symptom : symptoms) {
            text.append(ink.bold(symptom.severity() + " " + symptom.check() + ": " + Amounts.grouped(symptom.count())
                            + " of " + Amounts.grouped(symptom.lookedAt())))
                    .append('\n');
            add("what: ", symptom.what() + ".", text);
            add("changes: ", symptom.effect(), text);
            if (!symptom.examples().isEmpty()) {
                String more = symptom.count() > symptom.examples().size() ? ", ..." : "";
                add("examples: ", String.join(", ", symptom.examples()) + more, text);
            }
            text.append('\n');
        }
        StringBuilder foot = new StringBuilder();
        if (!quality.healthy().isEmpty()) {
            List<String> names = quality.healthy().stream().map(Symptom::check).toList();
            wrap("nothing found by ", INDENT, String.join(", ", names), foot);
        }
        wrap("", INDENT, String.join(", ", Footer.events(counts)), foot);
        List<String> view = Footer.viewpoint(quality.viewpoint(), zone);
        wrap(
                "",
                INDENT,
                "events in force " + Amounts.grouped(quality.inForce()) + ", " + String.join(", ", view),
                foot);
        foot.toString().lines().forEach(line -> text.append(ink.faint(line)).append('\n'));
        return text.toString();
    }

    private void add(String label, String words, StringBuilder text) {
        String start = INDENT + Shown.left(label, "examples: ".length());
        wrap(start, " ".repeat(start.length()), words, text);
    }

    /** The words on as many lines as the width asks for. */
    private void wrap(String start, String next, String words, StringBuilder text) {
        StringBuilder line = new StringBuilder(start);
        boolean fresh = true;
        for (String word : Shown.safe(words).split(" ", -1)) {
            if (!fresh && Shown.width(line.toString()) + 1 + Shown.width(word) > width) {
                text.append(line).append('\n');
                line = new StringBuilder(next);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        text.append(line).append('\n');
    }
}
