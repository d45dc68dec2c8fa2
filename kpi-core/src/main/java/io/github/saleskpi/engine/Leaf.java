package io.github.saleskpi.engine;

import io.github.saleskpi.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The smallest cell in which contributions land. Immutable. */
final class Leaf {
    private final @Nullable Period period;
    private final boolean company;
    private final @Nullable String rep;
    private final @Nullable String[] groups;
    private final int hash;

    /**
     * @param period null if it is outside what {@code all} covers
     * @param company whether it belongs to no rep and makes no row
     * @param groups the values of the query's dimensions, in their order; null for none
     */
    Leaf(@Nullable Period period, boolean company, @Nullable String rep, @Nullable String[] groups) {
        this.period = period;
        this.company = company;
        this.rep = rep;
        this.groups = groups;
        this.hash = 31 * Objects.hash(period, company, rep) + Arrays.hashCode(groups);
    }

    @Nullable
    Period period() {
        return period;
    }

    boolean isCompany() {
        return company;
    }

    @Nullable
    String group(int dimension) {
        return groups[dimension];
    }

    /** Its values of the query's dimensions, in their order. */
    List<@Nullable String> groups() {
        return Arrays.asList(groups);
    }

    @Nullable
    String rep() {
        return rep;
    }

    /** One of 64 bits; two leaves have the same one in one of 64 cases. */
    long bit() {
        return 1L << ((hash * 0x9E3779B9) >>> 26);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf that
                && hash == that.hash
                && company == that.company
                && Objects.equals(rep, that.rep)
                && Objects.equals(period, that.period)
                && Arrays.equals(groups, that.groups);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
