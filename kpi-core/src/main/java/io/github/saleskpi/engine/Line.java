package io.github.saleskpi.engine;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row kept up to date: the leaves in it, and what was read off them last. Not thread-safe. */
final class Line {
    /**
     * What was read of one indicator.
     *
     * @param isCounted whether a fact was
     * @param wider the totals beyond the row that were read for it
     * @param failures the figures that fail here
     */
    record Read(List<KpiValue> values, boolean isCounted, List<TotalsView> wider, List<KpiReport.Failure> failures) {}

    /** Reads an indicator off a line; null if there is nothing to say of it. */
    interface Reader {
        @Nullable
        Read read(int indicator, Line line);
    }

    private final Row.Place place;
    private final boolean isKnown;
    private final List<@Nullable Sum[]> sums = new ArrayList<>();
    private final @Nullable Read[] reads;
    private final BitSet stale = new BitSet();
    private @Nullable Row row;
    private int position;

    /** @param isKnown whether it says of each indicator at least what nothing is */
    Line(Row.Place place, boolean isKnown, int indicators) {
        this.place = place;
        this.isKnown = isKnown;
        this.reads = new @Nullable Read[indicators];
        stale.set(0, indicators);
    }

    Row.Place place() {
        return place;
    }

    boolean isKnown() {
        return isKnown;
    }

    /** Its leaves, by storyline. */
    List<@Nullable Sum[]> sums() {
        return sums;
    }

    /** Where it stands among all lines in their order. */
    int position() {
        return position;
    }

    void stand(int at) {
        position = at;
    }

    /** Whether anything of it is to be read again. */
    boolean isStale() {
        return !stale.isEmpty();
    }

    /** Notes that its leaves changed for these indicators. */
    void touch(BitSet indicators) {
        stale.or(indicators);
    }

    /** Notes that these wider totals are not what was read, and says whether it read any. */
    boolean touch(Set<TotalsView> changed) {
        boolean isTouched = false;
        for (int i = 0; i < reads.length; i++) {
            Read read = reads[i];
            if (read != null && !read.wider.isEmpty() && !Collections.disjoint(read.wider, changed)) {
                stale.set(i);
                isTouched = true;
            }
        }
        return isTouched;
    }

    /** Reads again what is not up to date of these indicators; others may be read in another thread meanwhile. */
    void read(BitSet indicators, Reader reader) {
        for (int i = stale.nextSetBit(0); i >= 0; i = stale.nextSetBit(i + 1)) {
            if (indicators.get(i)) {
                reads[i] = reader.read(i, this);
            }
        }
    }

    /** Notes that all was read again, and says of how many indicators. */
    int readAgain() {
        int again = stale.cardinality();
        stale.clear();
        row = again > 0 ? null : row;
        return again;
    }

    /** What an indicator was read to be; null for nothing. */
    @Nullable
    Read read(int indicator) {
        return reads[indicator];
    }

    /** Whether any figure fails here. */
    boolean isFailing() {
        for (Read read : reads) {
            if (read != null && !read.failures.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The figures that fail here. */
    Stream<KpiReport.Failure> failures() {
        return Arrays.stream(reads).filter(Objects::nonNull).flatMap(read -> read.failures.stream());
    }

    /** As the report has it, made once for what was read. */
    Row row(Function<Line, Row> made) {
        Row known = row;
        if (known == null) {
            known = made.apply(this);
            row = known;
        }
        return known;
    }
}
