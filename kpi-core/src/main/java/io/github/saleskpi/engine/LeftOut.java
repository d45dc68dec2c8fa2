package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many facts each rule left out, by indicator: counted in about as many blocks of leaves as a block has leaves, so that of
 * a leaf that changed only its block is counted again. Not thread-safe.
 */
final class LeftOut {
    private final KpiQuery query;
    private final int[][] numbers;
    private Block[] blocks = blocks(1);
    private int size;

    LeftOut(KpiQuery query, Cells cells) {
        this.query = query;
        this.numbers = query.indicators().stream().map(cells::numbers).toArray(int[][]::new);
    }

    private static Block[] blocks(int number) {
        Block[] blocks = new Block[number];
        Arrays.setAll(blocks, block -> new Block());
        return blocks;
    }

    /** Leaves that are counted together. */
    private static final class Block {
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<@Nullable Sum[]> sums = new ArrayList<>();
        private final Map<Integer, SortedMap<String, Long>> counted = new HashMap<>();

        /** Of a storyline, by the rule's name. */
        SortedMap<String, Long> counted(int storyline) {
            return counted.computeIfAbsent(storyline, this::count);
        }

        private SortedMap<String, Long> count(int storyline) {
            SortedMap<String, Long> rules = new TreeMap<>();
            for (@Nullable Sum[] leaf : sums) {
                Sum sum = leaf[storyline];
                if (sum != null) {
                    sum.addLeftOut(rules);
                }
            }
            return rules;
        }
    }

    /** Takes in a leaf of the periods reported. */
    void add(Leaf leaf, @Nullable Sum[] sums) {
        size++;
        if (size > 4L * blocks.length * blocks.length) {
            Block[] before = blocks;
            blocks = blocks(before.length * 2);
            for (Block block : before) {
                for (int i = 0; i < block.leaves.size(); i++) {
                    put(block.leaves.get(i), block.sums.get(i));
                }
            }
        }
        put(leaf, sums);
    }

    private void put(Leaf leaf, @Nullable Sum[] sums) {
        Block block = blockOf(leaf);
        block.leaves.add(leaf);
        block.sums.add(sums);
        block.counted.clear();
    }

    /** Notes that these storylines changed in a leaf. */
    void touch(Leaf leaf, BitSet storylines) {
        blockOf(leaf).counted.keySet().removeIf(storylines::get);
    }

    private Block blockOf(Leaf leaf) {
        return blocks[Math.floorMod((leaf.hashCode() * 0x9E3779B9) >>> 8, blocks.length)];
    }

    /** Those of all leaves, by the indicator's id and the rule's name; unmodifiable. */
    SortedMap<String, SortedMap<String, Long>> total() {
        SortedMap<String, SortedMap<String, Long>> total = new TreeMap<>();
        for (int i = 0; i < query.indicators().size(); i++) {
            SortedMap<String, Long> rules = new TreeMap<>();
            for (int number : numbers[i]) {
                for (Block block : blocks) {
                    add(rules, block.counted(number));
                }
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
