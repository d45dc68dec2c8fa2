package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one of the words of an enum. */
final class WordReader<E extends Enum<E>> implements ValueReader<E> {
    private final Map<String, E> byWord = new HashMap<>();
    private final List<String> words;

    WordReader(E[] constants) {
        words = Arrays.stream(constants).map(E::toString).toList();
        for (E constant : constants) {
            byWord.put(constant.toString(), constant);
        }
    }

    @Override
    public E read(EventLine line, Token first) {
        String word = line.word(first);
        @Nullable E constant = byWord.get(word);
        if (constant == null) {
            throw BrokenRule.of(
                    "must be one of " + String.join(", ", words),
                    Nearest.to(word, words)
                            .map(near -> "Maybe " + near + ".")
                            .orElse("Maybe translate the source's word."));
        }
        return constant;
    }
}
