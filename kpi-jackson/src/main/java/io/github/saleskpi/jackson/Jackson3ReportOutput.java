package io.github.saleskpi.jackson;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Writes with Jackson 3: no white space, but each item of an outermost array begins a line. */
final class Jackson3ReportOutput implements ReportOutput {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    Jackson3ReportOutput(OutputStream out) {
        this.json = FACTORY.createGenerator(new Layout(), out, JsonEncoding.UTF8);
    }

    /** Asked by Jackson how to lay out what it writes. */
    private static final class Layout extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new ItemPerLine();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static final class ItemPerLine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        private static final int OUTERMOST_ARRAY = 2;

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            beginLine(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(',');
            beginLine(json);
        }

        private static void beginLine(JsonGenerator json) {
            if (json.streamWriteContext().getNestingDepth() == OUTERMOST_ARRAY) {
                json.writeRaw('\n');
            }
        }
    }

    @Override
    public ReportOutput startObject() {
        return write(JsonGenerator::writeStartObject);
    }

    @Override
    public ReportOutput endObject() {
        return write(JsonGenerator::writeEndObject);
    }

    @Override
    public ReportOutput startArray() {
        return write(JsonGenerator::writeStartArray);
    }

    @Override
    public ReportOutput endArray() {
        return write(JsonGenerator::writeEndArray);
    }

    @Override
    public ReportOutput name(String name) {
        return write(to -> to.writeName(name));
    }

    @Override
    public ReportOutput text(String text) {
        return write(to -> to.writeString(text));
    }

    @Override
    public ReportOutput number(String digits) {
        return write(to -> to.writeNumber(digits));
    }

    @Override
    public ReportOutput flag(boolean value) {
        return write(to -> to.writeBoolean(value));
    }

    @Override
    public ReportOutput nothing() {
        return write(JsonGenerator::writeNull);
    }

    @Override
    public void end() {
        write(to -> {
            to.writeRaw('\n');
            to.close();
        });
    }

    private ReportOutput write(Consumer<JsonGenerator> piece) {
        try {
            piece.accept(json);
            return this;
        } catch (JacksonIOException failed) {
            throw new UncheckedIOException(failed.getCause());
        }
    }
}
