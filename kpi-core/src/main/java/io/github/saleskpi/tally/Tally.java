package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;

/**
 * A running total of amounts, mutable and not thread-safe: a commutative group.
 *
 * <p>The laws, for any amounts in any order: {@code add(a, 1)} then {@code add(a, -1)} changes no reading; the order of
 * additions changes no reading; {@code merge} reads as if the other's additions had been made here, whatever the
 * grouping, and leaves the other as it was; a fresh tally merged in changes nothing; {@code read} changes nothing.
 *
 * @param <A> the amounts that are added
 * @param <S> what is read
 */
public interface Tally<A, S> {
    /** Adds the amount so many times; a negative number takes it back exactly. */
    void add(A amount, long times);

    /** Adds all that another tally of the same measure holds. */
    void merge(Tally<A, S> other);

    /** An immutable reading; amounts still running end at {@code view.asOf()}. */
    S read(Viewpoint view);
}
