package io.github.saleskpi.jackson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Jackson 3's streaming generator. */
final class Jackson3Output implements JsonOutput {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator((String) null)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private @Nullable JsonGenerator generator;

    private JsonGenerator generator() {
        JsonGenerator known = generator;
        if (known == null) {
            known = FACTORY.createGenerator(ObjectWriteContext.empty(), collected);
            generator = known;
        }
        return known;
    }

    @Override
    public void startObject() {
        generator().writeStartObject();
    }

    @Override
    public void endObject() {
        generator().writeEndObject();
    }

    @Override
    public void startArray() {
        generator().writeStartArray();
    }

    @Override
    public void endArray() {
        generator().writeEndArray();
    }

    @Override
    public void name(String name) {
        generator().writeName(name);
    }

    @Override
    public void text(String text) {
        generator().writeString(text);
    }

    @Override
    public void number(long number) {
        generator().writeNumber(number);
    }

    @Override
    public void flag(boolean flag) {
        generator().writeBoolean(flag);
    }

    @Override
    public void moveTo(OutputStream out) throws IOException {
        generator().flush();
        collected.writeTo(out);
        collected.reset();
    }

    @Override
    public void discard() {
        JsonGenerator broken = generator;
        generator = null;
        if (broken != null) {
            broken.close();
        }
        collected.reset();
    }
}
