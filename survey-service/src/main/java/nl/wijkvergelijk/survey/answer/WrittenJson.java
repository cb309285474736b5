package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON that has been written already, in UTF-8: it goes into an answer as it is. Whoever holds the bytes leaves them alone. */
public final class WrittenJson implements JsonSerializable {

    private final byte[] utf8;

    WrittenJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    public byte[] utf8() {
        return utf8;
    }

    /** In bytes. */
    public int length() {
        return utf8.length;
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider serializers) throws IOException {
        if (out instanceof UTF8JsonGenerator) {
            out.writeRawValue(new Bytes(utf8));
        } else {
            out.writeRawValue(toString());
        }
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        serialize(out, serializers);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** How a generator of bytes takes bytes; any other would find nothing in it. */
    private static final class Bytes extends SerializedString {

        private static final long serialVersionUID = 1L;

        Bytes(byte[] utf8) {
            super("");
            _unquotedUTF8Ref = utf8;
        }
    }
}
