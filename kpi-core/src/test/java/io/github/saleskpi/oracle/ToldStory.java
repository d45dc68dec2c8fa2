package io.github.saleskpi.oracle;

import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of one subject as a storyline sees them. */
record ToldStory<R extends Enum<R>>(
        Optional<String> key, List<Fact<R>> facts, Owners owners, Instant asOf, ReportingCalendar calendar)
        implements Story<R> {
    @Override
    public @Nullable String ownerAt(Moment moment) {
        return owners.at(moment);
    }

    @Override
    public @Nullable String ownerNow() {
        return owners.at(new Moment(asOf, false, calendar));
    }

    @Override
    public boolean reached(Instant deadline) {
        return deadline.compareTo(asOf) <= 0;
    }
}
