package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameCacheTest {
    private static final int TRIES = 200_000;

    private final Random random = new Random(20261201);

    /** Of few letters, so that many are equal, begin alike or differ in one place. */
    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(random.nextBoolean() ? 12 : 45); i > 0; i--) {
            name.append(random.nextInt(20) > 0 ? 'a' : random.nextBoolean() ? 'b' : '\u0416');
        }
        return name.toString();
    }

    @Test
    void everyNameIsTheOneInItsBytes() {
        NameCache names = new NameCache(List.of("a", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa"));
        int known = 0;
        for (int i = 0; i < TRIES; i++) {
            String name = name();
            byte[] line = utf8("x\"" + name + "\"" + "\":1,\"a".substring(random.nextInt(7)));
            int to = 2 + utf8(name).length;
            int place = names.find(line, 2, line.length);
            if (place >= 0) {
                assertThat(names.name(place)).isEqualTo(name);
                assertThat(names.length(place)).isEqualTo(to - 1);
                known++;
            } else {
                assertThat(names.add(line, 2, to, StandardCharsets.UTF_8)).isEqualTo(name);
            }
        }
        assertThat(known).isBetween(TRIES / 5, TRIES * 9 / 10);
    }

    @Test
    void aNameThatIsCutOffIsNotFound() {
        String name = "occurredAt";
        NameCache names = new NameCache(List.of(name, "id"));
        byte[] line = utf8("\"" + name + "\"");
        assertThat(names.find(line, 1, line.length)).isNotNegative();
        assertThat(names.find(line, 1, line.length - 1)).isNegative();
        byte[] brief = utf8("\"id\":1}");
        assertThat(names.find(brief, 1, brief.length)).isNegative();
    }

    @Test
    void namesOfEventsAreFoundAsTheObjectsThatTheirTypesHave() {
        List<String> all = EventTypes.standard().values().stream()
                .flatMap(type -> type.names().stream())
                .toList();
        NameCache names = new NameCache(new HashSet<>(all));
        for (String name : all) {
            byte[] line = utf8(name + "\":12345678");
            int place = names.find(line, 0, line.length);
            assertThat(place).as(name).isNotNegative();
            assertThat(names.name(place)).isSameAs(name);
        }
        assertThat(all).hasSizeGreaterThan(100);
    }

    @Test
    void aNewNameIsKnownFromThenOnIfItIsShort() {
        NameCache names = new NameCache(List.of());
        for (int length = 0; length < 60; length++) {
            byte[] line = utf8("a".repeat(length) + "\":12345678");
            assertThat(names.find(line, 0, line.length)).isNegative();
            names.add(line, 0, length, StandardCharsets.UTF_8);
            boolean known = names.find(line, 0, line.length) >= 0;
            assertThat(known).as(length + " letters").isEqualTo(length < 40);
        }
    }
}
