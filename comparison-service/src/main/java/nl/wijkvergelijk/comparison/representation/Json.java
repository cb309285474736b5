package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Writes views (records) as JSON, members in the order of the record; what is null is left out, an empty list is not. The items of a stream are made as they are written, once. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule("plain-numbers-and-streams")
                    .addSerializer(new Streamed())
                    .addSerializer(Double.class, new PlainDouble())
                    .addSerializer(BigDecimal.class, new PlainDecimal()));

    private Json() {}

    /** The view as UTF-8. */
    public static Content content(Object view) {
        return Content.written(out -> write(view, out));
    }

    static void write(Object view, OutputStream out) throws IOException {
        MAPPER.writeValue(out, view);
    }

    /** An array of what comes, item by item. */
    private static final class Streamed extends StdSerializer<Stream<?>> {
        private static final long serialVersionUID = 1L;

        Streamed() {
            super(Stream.class, false);
        }

        @Override
        public void serialize(Stream<?> items, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            Streams.each(items, item -> provider.defaultSerializeValue(item, out));
            out.writeEndArray();
        }
    }

    private static final class PlainDouble extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        PlainDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Numbers.plain(value));
        }
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Numbers.plain(value));
        }
    }
}
