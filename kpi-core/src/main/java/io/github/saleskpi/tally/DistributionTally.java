package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/** Keeps lengths apart by their kind; those still running by the instant since which they run. */
final class DistributionTally implements Tally<Observation, Distribution> {
    private static final long[] NONE = {};

    private final LengthBag ended = new LengthBag();
    private final LengthBag cutOff = new LengthBag();
    private final LengthBag running = new LengthBag();
    private @Nullable Distribution reading;
    private @Nullable Viewpoint readFrom;

    @Override
    public void add(Observation amount, long times) {
        reading = null;
        if (amount instanceof Observation.Ended known) {
            ended.add(Nanos.of(known.length()), times);
        } else if (amount instanceof Observation.CutOff known) {
            cutOff.add(Nanos.of(known.length()), times);
        } else if (amount instanceof Observation.Running known) {
            running.add(Nanos.of(known.since()), times);
        }
    }

    @Override
    public void merge(Tally<Observation, Distribution> other) {
        DistributionTally same = Tallies.same(this, other);
        reading = null;
        ended.addAll(same.ended);
        cutOff.addAll(same.cutOff);
        running.addAll(same.running);
    }

    @Override
    public Distribution read(Viewpoint view) {
        Distribution known = reading;
        if (known != null && view.equals(readFrom)) {
            return known;
        }
        long[] since = running.sorted();
        Distribution fresh =
                new Distribution(ended.sorted(), cutOff.sorted(), since, lengthsAt(view, since), view.asOf());
        reading = fresh;
        readFrom = view;
        return fresh;
    }

    /** Ascending: the latest to begin is the shortest, and one that begins after the viewpoint has no length yet. */
    private static long[] lengthsAt(Viewpoint view, long[] since) {
        if (since.length == 0) {
            return NONE;
        }
        long now = Nanos.of(view.asOf());
        long[] lengths = new long[since.length];
        for (int i = 0; i < since.length; i++) {
            lengths[since.length - 1 - i] = since[i] >= now ? 0 : Math.subtractExact(now, since[i]);
        }
        return lengths;
    }
}
