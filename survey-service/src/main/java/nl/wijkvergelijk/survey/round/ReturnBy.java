package nl.wijkvergelijk.survey.round;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/**
 * The day of return as it is sent.
 *
 * @param day null for none from now on
 */
@JsonDeserialize(using = ReturnBy.Reader.class)
record ReturnBy(LocalDate day) {

    private static final int FIRST = 1900;
    private static final int LAST = 2999;

    /** The day, null for none and for what was not sent. */
    static LocalDate day(ReturnBy sent) {
        return sent == null ? null : sent.day();
    }

    /** Adds an error for a day that no round can have. */
    static void check(ReturnBy sent, List<InputError> errors) {
        LocalDate day = day(sent);
        if (day != null && (day.getYear() < FIRST || day.getYear() > LAST)) {
            errors.add(InputError.body(
                    "/returnBy",
                    "out-of-range",
                    new Text(
                            "Kies een jaar van %d tot en met %d.".formatted(FIRST, LAST),
                            "Choose a year from %d up to and including %d.".formatted(FIRST, LAST))));
        }
    }

    /** Tells a null that was sent from a member that was not (RFC 7396). */
    static final class Reader extends JsonDeserializer<ReturnBy> {

        @Override
        public ReturnBy deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new ReturnBy(context.readValue(parser, LocalDate.class));
        }

        @Override
        public ReturnBy getNullValue(DeserializationContext context) {
            return new ReturnBy(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
