package io.github.saleskpi.tally;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Distinct names that are sorted when somebody asks for more than their number, which is all that most figures want.
 * Immutable and thread-safe.
 */
@SuppressWarnings("JdkObsolete") // a measure's reading is what its type says
final class DistinctNames extends AbstractSet<String> implements SortedSet<String> {
    private final String[] names;
    private volatile @Nullable List<String> sorted;

    /** @param distinct no two of them are equal */
    DistinctNames(Collection<String> distinct) {
        this.names = distinct.toArray(new String[0]);
    }

    private List<String> sorted() {
        List<String> known = sorted;
        if (known == null) {
            String[] ascending = names.clone();
            Arrays.sort(ascending);
            known = List.of(ascending);
            sorted = known;
        }
        return known;
    }

    /** For what hardly anybody asks. */
    private SortedSet<String> tree() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sorted()));
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean contains(Object name) {
        return name instanceof String text && Collections.binarySearch(sorted(), text) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return sorted().iterator();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedSet<String> subSet(String from, String to) {
        return tree().subSet(from, to);
    }

    @Override
    public SortedSet<String> headSet(String to) {
        return tree().headSet(to);
    }

    @Override
    public SortedSet<String> tailSet(String from) {
        return tree().tailSet(from);
    }

    @Override
    public String first() {
        return tree().first();
    }

    @Override
    public String last() {
        return tree().last();
    }
}
