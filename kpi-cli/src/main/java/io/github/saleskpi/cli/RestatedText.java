package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Restated;
import io.github.saleskpi.engine.Restated.Cause;
import io.github.saleskpi.engine.Restated.Change;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.List;

/** What differs from the report as it was known at another time, for people to read: cell by cell, with the events. */
final class RestatedText {
    private static final int SHOWN = 5;

    private final Restated restated;
    private final ReportingCalendar calendar;
    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    RestatedText(Restated restated, ReportingCalendar calendar, Ink ink) {
        this.restated = restated;
        this.calendar = calendar;
        this.ink = ink;
    }

    /** The whole text. */
    String print() {
        int cells = restated.changes().size();
        String then = "what was known at " + moment(restated.before().knownAt());
        if (cells == 0) {
            line("Restated: nothing differs from " + then);
        } else {
            line(ink.bold("Restated: " + Amounts.grouped(cells) + (cells == 1 ? " cell differs" : " cells differ")
                    + " from " + then));
        }
        restated.changes().forEach(this::change);
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void change(Change change) {
        line("");
        line(ink.bold(Shown.safe(change.scope() + ", " + change.period() + ", "
                + change.indicator().id())));
        change.differences()
                .forEach(figure -> line("    " + figure.figure().name() + ": "
                        + Shown.safe(ValueText.of(figure.figure().unit(), figure.before()) + " → "
                                + ValueText.of(figure.figure().unit(), figure.after()))));
        List<Cause> causes = change.causes();
        int most = Math.min(SHOWN, causes.size());
        causes.subList(0, most).forEach(cause -> line("    since " + Shown.safe(cause(cause))));
        if (most < causes.size()) {
            line("    " + ink.faint("and " + Amounts.grouped(causes.size() - most) + " more, in --format json"));
        }
        if (causes.isEmpty()) {
            line("    since time passed");
        }
    }

    private String cause(Cause cause) {
        SalesEvent event = cause.event();
        return EventText.of(event, calendar) + " " + what(cause);
    }

    private String what(Cause cause) {
        SalesEvent event = cause.event();
        String again = cause.after() != null ? "" : "no longer ";
        String recorded = ", recorded " + moment(event.recordedAt());
        if (event instanceof EventRetracted retraction) {
            return again + "retracts " + retraction.targetId() + recorded;
        }
        if (event instanceof IdentityMerged merge) {
            return again + "merges " + merge.kind() + " " + merge.fromId() + " into " + merge.intoId() + recorded;
        }
        return switch (restated.what(cause)) {
            case CAME_LATE -> "came late" + recorded;
            case OCCURRED_SINCE -> "is new" + recorded;
            case CORRECTED -> "was corrected" + recorded;
            case RESTORED -> "is no longer retracted";
            case NOT_YET -> "is not known yet" + recorded;
            case RETRACTED, RETRACTION, MERGE -> "was retracted";
        };
    }

    private String moment(Instant instant) {
        return Footer.moment(instant, calendar.zone());
    }
}
