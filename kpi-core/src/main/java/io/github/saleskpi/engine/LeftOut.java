package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many facts each rule left out, by indicator: counted in as many blocks of leaves as a block has leaves, so that for a leaf
 * that changed only its block is counted again. Not thread-safe.
 */
final class LeftOut {
    private final KpiQuery query;
    private final int[][] numbers;
    private final Block[] blocks;

    LeftOut(KpiQuery query, Cells cells) {
        this.query = query;
        this.numbers = query.indicators().stream().map(cells::numbers).toArray(int[][]::new);
        this.blocks = new Block[1 + (int) StrictMath.sqrt(cells.sums().size())];
        Arrays.setAll(blocks, number -> new Block());
    }

    /** Leaves that are counted together. */
    private final class Block {
        private final List<@Nullable Sum[]> leaves = new ArrayList<>();
        private @Nullable List<SortedMap<String, Long>> counted; // null until somebody asks

        /** By the rule's name, for each of the query's indicators. */
        List<SortedMap<String, Long>> counted() {
            List<SortedMap<String, Long>> known = counted;
            if (known == null) {
                known = count();
                counted = known;
            }
            return known;
        }

        private List<SortedMap<String, Long>> count() {
            List<SortedMap<String, Long>> rules = new ArrayList<>(numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                rules.add(new TreeMap<>());
            }
            for (@Nullable Sum[] leaf : leaves) {
                for (int i = 0; i < numbers.length; i++) {
                    for (int number : numbers[i]) {
                        Sum sum = leaf[number];
                        if (sum != null) {
                            sum.addLeftOut(rules.get(i));
                        }
                    }
                }
            }
            return rules;
        }
    }

    /** Takes in a leaf of the periods reported. */
    void add(Leaf leaf, @Nullable Sum[] sums) {
        blockOf(leaf).leaves.add(sums);
        touch(leaf);
    }

    /** Notes that a leaf changed. */
    void touch(Leaf leaf) {
        blockOf(leaf).counted = null;
    }

    private Block blockOf(Leaf leaf) {
        return blocks[Math.floorMod(leaf.hashCode() * 0x9E3779B9 >>> 8, blocks.length)];
    }

    /** Those of all leaves, by the indicator's id and the rule's name; unmodifiable. */
    SortedMap<String, SortedMap<String, Long>> total() {
        SortedMap<String, SortedMap<String, Long>> total = new TreeMap<>();
        for (int i = 0; i < query.indicators().size(); i++) {
            SortedMap<String, Long> rules = new TreeMap<>();
            for (Block block : blocks) {
                add(rules, block.counted().get(i));
            }
            if (!rules.isEmpty()) {
                total.put(query.indicators().get(i).id().toString(), rules);
            }
        }
        return Collections.unmodifiableSortedMap(total);
    }

    private static void add(SortedMap<String, Long> to, Map<String, Long> rules) {
        rules.forEach((rule, times) -> to.merge(rule, times, Math::addExact));
    }
}
