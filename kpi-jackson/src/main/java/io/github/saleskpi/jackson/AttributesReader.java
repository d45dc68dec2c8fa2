package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an object of texts; a null one is absent. */
final class AttributesReader implements ValueReader<SortedMap<String, String>> {
    @Override
    public SortedMap<String, String> read(EventLine line, Token first) {
        line.beginObject(first);
        SortedMap<String, String> attributes = new TreeMap<>();
        int count = 0;
        for (String name = line.nextInner(); name != null; name = line.nextInner()) {
            line.checkLength(name.length());
            if (++count > line.limits().attributes()) {
                throw line.tooMany(
                        "attributes", line.limits().attributes(), "Maybe a whole record of the source was copied.");
            }
            Token value = line.next();
            if (value != Token.NULL) {
                attributes.put(name, line.wordOrEmpty(value));
            }
        }
        return Collections.unmodifiableSortedMap(attributes);
    }
}
