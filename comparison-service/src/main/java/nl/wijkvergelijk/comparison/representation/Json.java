package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Writes views (records) as JSON, members in the order of the record; what is null is left out, an empty list is not. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule("plain-numbers")
                    .addSerializer(Double.class, new PlainDouble())
                    .addSerializer(BigDecimal.class, new PlainDecimal()));

    private Json() {}

    /** The view as UTF-8. */
    public static Content content(Object view) {
        return Content.written(out -> MAPPER.writeValue(out, view));
    }

    /** An array of these. They are made one by one, as they are written. */
    public static Content content(Stream<?> items) {
        return Content.written(out -> {
            try (SequenceWriter writer = MAPPER.writer()
                    .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .writeValuesAsArray(out)) {
                each(items, writer::write);
            }
        });
    }

    /** Takes each item as it is made: an iterator of a stream of streams would have all of an inner one made first. */
    static <T> void each(Stream<T> items, Taking<T> taking) throws IOException {
        try {
            items.forEachOrdered(item -> {
                try {
                    taking.take(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes an item. */
    @FunctionalInterface
    interface Taking<T> {

        /** This one. */
        void take(T item) throws IOException;
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
