package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads an array of links or of assets. */
final class ItemsReader<T> implements ValueReader<List<T>> {
    private final ValueReader<T> itemReader;

    ItemsReader(ValueReader<T> itemReader) {
        this.itemReader = itemReader;
    }

    @Override
    public List<T> read(EventLine line, Token first) {
        if (first != Token.START_ARRAY) {
            throw EventLine.wrongType("an array", "Maybe brackets are missing.");
        }
        line.deeper();
        List<T> items = new ArrayList<>();
        for (Token token = line.next(); token != Token.END_ARRAY; token = line.next()) {
            if (items.size() == line.limits().items()) {
                throw line.tooMany("items", line.limits().items(), "Maybe several messages were sent as one.");
            }
            line.atItem(items.size());
            if (token == Token.NULL) {
                throw BrokenRule.of("must not be null in an array", "Maybe leave it out.");
            }
            items.add(itemReader.read(line, token));
        }
        line.atItem(-1);
        line.shallower();
        return items;
    }
}
