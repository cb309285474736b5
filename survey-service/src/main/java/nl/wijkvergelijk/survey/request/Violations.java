package nl.wijkvergelijk.survey.request;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Map;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** Says a broken constraint as an input error: where, a code, and a sentence in both languages. */
final class Violations {

    private Violations() {}

    static InputError error(ConstraintViolation<?> violation) {
        Map<String, Object> with = violation.getConstraintDescriptor().getAttributes();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code =
                switch (constraint) {
                    case "NotNull" -> "required";
                    case "Line" -> violation.getMessage();
                    case "Pattern", "Email" -> "wrong-form";
                    case "Digits" -> "too-many-digits";
                    case "Size" -> "wrong-size";
                    case "DecimalMin", "DecimalMax", "Min", "Max" -> "out-of-range";
                    default -> throw new IllegalStateException("no sentence for " + constraint);
                };
        return InputError.body(pointer(violation.getPropertyPath()), code, detail(constraint, code, with));
    }

    private static Text detail(String constraint, String code, Map<String, Object> with) {
        return switch (constraint) {
            case "Pattern" ->
                new Text(
                        "Dit past niet bij %s.".formatted(with.get("regexp")),
                        "This does not match %s.".formatted(with.get("regexp")));
            case "Email" ->
                new Text(
                        "Dit is geen e-mailadres, zoals naam@gemeente.nl.",
                        "This is no e-mail address, such as name@gemeente.nl.");
            case "Digits" ->
                new Text(
                        "Hoogstens %s cijfers voor en %s achter de komma."
                                .formatted(with.get("integer"), with.get("fraction")),
                        "At most %s digits before and %s after the decimal point."
                                .formatted(with.get("integer"), with.get("fraction")));
            case "Size" ->
                new Text(
                        "Tussen %s en %s.".formatted(with.get("min"), with.get("max")),
                        "Between %s and %s.".formatted(with.get("min"), with.get("max")));
            case "DecimalMin", "Min" ->
                new Text("Minstens %s.".formatted(with.get("value")), "At least %s.".formatted(with.get("value")));
            case "DecimalMax", "Max" ->
                new Text("Hoogstens %s.".formatted(with.get("value")), "At most %s.".formatted(with.get("value")));
            default -> text(code, with);
        };
    }

    private static Text text(String code, Map<String, Object> with) {
        return switch (code) {
            case "too-long" ->
                new Text(
                        "Hoogstens %s tekens.".formatted(with.get("max")),
                        "At most %s characters.".formatted(with.get("max")));
            case "control-character" -> new Text("Hier staat een stuurteken in.", "This holds a control character.");
            default -> new Text("Dit is verplicht.", "This is required.");
        };
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(InputError.segment(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(InputError.segment(node.getName()));
            }
        }
        return pointer.toString();
    }
}
