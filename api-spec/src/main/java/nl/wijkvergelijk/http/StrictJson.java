package nl.wijkvergelijk.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * JSON read so that nothing is corrupted silently. The defaults keep the last of two equal keys, ignore what they do not know, read "5" as 5, and 5 or [1970, 1, 6] as
 * a date, and store half a surrogate pair as a question mark; here each of these is refused. Decimals keep the digits that were sent.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String MOMENT = DAY + "T.*";

    @Override
    public void customize(ObjectMapper mapper) {
        apply(mapper);
    }

    /** After the modules that the framework finds: of two readers of a type the last one counts. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @SuppressWarnings(
            "deprecation") // the builder's counterpart is out of reach: the framework hands us a finished mapper
    static ObjectMapper apply(ObjectMapper mapper) {
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        // A pair of surrogates is one character; the default writes it as two escapes.
        mapper.getFactory().configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature(), true);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
        mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        mapper.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        mapper.configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true);
        mapper.configure(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS, false);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        mapper.setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
        return mapper.registerModule(new SimpleModule("strict-texts")
                .addDeserializer(String.class, new WholeText())
                .addDeserializer(JsonNode.class, new WholeTree())
                .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, DAY, LocalDate::parse))
                .addDeserializer(Instant.class, new IsoText<>(Instant.class, MOMENT, text -> OffsetDateTime.parse(text)
                        .toInstant())));
    }

    /** Refuses what PostgreSQL cannot keep unchanged: NUL, and half a surrogate pair. */
    private static void refuseBroken(String text, JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!isWhole(text)) {
            context.reportInputMismatch(String.class, "the text holds a NUL or half a surrogate pair");
        }
    }

    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** A day or a moment: a text in the form of RFC 3339, and nothing else. */
    private static final class IsoText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final Class<T> type;
        private final String form;
        private final transient Function<String, T> parsed;

        IsoText(Class<T> type, String form, Function<String, T> parsed) {
            super(type);
            this.type = type;
            this.form = form;
            this.parsed = parsed;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(type, "not a text");
            }
            String text = parser.getText();
            try {
                if (text.matches(form)) {
                    return parsed.apply(text);
                }
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(text, type, e.getMessage());
            }
            throw context.weirdStringException(text, type, "not in the form of RFC 3339");
        }
    }

    private static final class WholeText extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        WholeText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null) {
                refuseBroken(text, parser, context);
            }
            return text;
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }
    }

    private static final class WholeTree extends StdDeserializer<JsonNode> {
        private static final long serialVersionUID = 1L;

        WholeTree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode tree = (JsonNode)
                    JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
            check(tree, parser, context);
            return tree;
        }

        private static void check(JsonNode node, JsonParser parser, DeserializationContext context) throws IOException {
            if (node.isTextual()) {
                refuseBroken(node.textValue(), parser, context);
            }
            for (var names = node.fieldNames(); names.hasNext(); ) {
                refuseBroken(names.next(), parser, context);
            }
            for (JsonNode child : node) {
                check(child, parser, context);
            }
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return context.getNodeFactory().nullNode();
        }
    }
}
