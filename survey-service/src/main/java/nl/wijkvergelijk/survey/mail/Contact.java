package nl.wijkvergelijk.survey.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Who is mailed about a response, and in which language. The address is for that alone: it is not published, logged or shown to others. */
public record Contact(String email, Language language) {

    private static final int LONGEST = 254;

    /** An address as forms on the web take it (WHATWG HTML), with a domain of two labels or more; nothing that could begin another header. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final Set<String> MEMBERS = Set.of("email", "language");

    /** A contact as it is sent; refuses with everything that is wrong with it. */
    public static Contact read(JsonNode sent) {
        List<InputError> errors = new java.util.ArrayList<>();
        if (!sent.isObject()) {
            throw ProblemException.invalid(InputError.body(
                    "/contact", "wrong-type", new Text("Hier hoort een object.", "This must be an object.")));
        }
        TreeSet<String> names = new TreeSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        names.removeAll(MEMBERS);
        names.forEach(name -> errors.add(InputError.body(
                "/contact/" + InputError.segment(name),
                "unknown-member",
                new Text("Dit lid bestaat hier niet.", "There is no such member here."))));
        String email = text(sent, "email", errors);
        if (email != null
                && (email.length() > LONGEST || !ADDRESS.matcher(email).matches())) {
            errors.add(InputError.body(
                    "/contact/email",
                    "wrong-form",
                    new Text(
                            "Dit is geen e-mailadres, zoals naam@gemeente.nl.",
                            "This is no e-mail address, such as name@gemeente.nl.")));
        }
        String language = text(sent, "language", errors);
        if (language != null && Language.of(language).isEmpty()) {
            errors.add(InputError.body(
                    "/contact/language", "unknown-option", new Text("Kies nl of en.", "Choose nl or en.")));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Contact(email, Language.of(language).orElseThrow());
    }

    private static String text(JsonNode sent, String name, List<InputError> errors) {
        JsonNode member = sent.get(name);
        if (member == null || member.isNull()) {
            errors.add(InputError.body(
                    "/contact/" + name, "required", new Text("Dit is verplicht.", "This is required.")));
            return null;
        }
        if (!member.isTextual()) {
            errors.add(InputError.body(
                    "/contact/" + name, "wrong-type", new Text("Hier hoort een tekst.", "This must be a text.")));
            return null;
        }
        return member.textValue();
    }
}
