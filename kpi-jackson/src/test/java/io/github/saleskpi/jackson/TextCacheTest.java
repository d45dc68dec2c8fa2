package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextCacheTest {
    private static final int TRIES = 200_000;

    private final Random random = new Random(20261129);

    /** Of few letters, so that many are equal or differ in one place. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(45); i > 0; i--) {
            text.append(random.nextInt(30) > 0 ? 'a' : random.nextBoolean() ? 'b' : '\u0416');
        }
        return text.toString();
    }

    @Test
    void everyTextIsTheOneInItsBytesHoweverCrowdedTheCacheIs() {
        TextCache crowded = new TextCache(8);
        int shared = 0;
        String last = "";
        for (int i = 0; i < TRIES; i++) {
            String text = random.nextInt(4) == 0 ? last : text();
            byte[] line = utf8("x" + text + "y");
            String found = crowded.get(line, 1, line.length - 1, StandardCharsets.UTF_8);
            assertThat(found).isEqualTo(text);
            Set<String> objects = Collections.newSetFromMap(new IdentityHashMap<>());
            objects.add(found);
            objects.add(crowded.get(text));
            shared += objects.size() == 1 ? 1 : 0;
            last = text;
        }
        assertThat(shared).isGreaterThan(TRIES / 2);
    }

    @Test
    void textsThatDifferAnywhereHaveHashesThatDiffer() {
        Set<Long> hashes = new HashSet<>();
        int texts = 0;
        for (int length = 1; length <= 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = utf8("a".repeat(length));
                bytes[at] = 'b';
                hashes.add(Utf8.hash(bytes, 0, length) >>> 40);
                texts++;
            }
        }
        assertThat(hashes).hasSizeGreaterThan(texts * 99 / 100);
    }

    @Test
    void aUuidIsShared() {
        TextCache cache = new TextCache(64);
        String uuid = "123e4567-e89b-12d3-a456-426614174000";
        assertThat(cache.get(uuid)).isSameAs(cache.get(uuid));
    }
}
