package nl.wijkvergelijk.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem. Carries everything the answer says: the type, a sentence about this occurrence, input errors, headers and further members. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<InputError> errors = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public ProblemException(ProblemType type, Text detail) {
        super(type.id() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
    }

    /** Invalid input: every error found, at once. */
    public static ProblemException invalid(List<InputError> errors) {
        return new ProblemException(
                        HttpProblem.INVALID_INPUT,
                        new Text(
                                "Er is niets bewaard of berekend. Wat er niet klopt, staat per plek in errors.",
                                "Nothing was stored or computed. What is wrong is listed by place in errors."))
                .with(errors);
    }

    /** Invalid input with a single error. */
    public static ProblemException invalid(InputError error) {
        return invalid(List.of(error));
    }

    /** The plain 404, the same for what does not exist and what the asker may not know of. */
    public static ProblemException notFound() {
        return new ProblemException(
                HttpProblem.NOT_FOUND,
                new Text("Op dit adres is niets te vinden.", "There is nothing to be found at this address."));
    }

    public ProblemException with(List<InputError> more) {
        errors.addAll(more);
        return this;
    }

    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A further member of the problem, such as what blocks a transition. */
    public ProblemException member(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<InputError> errors() {
        return List.copyOf(errors);
    }

    /** The headers of the answer that say more, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public Map<String, Object> members() {
        return members;
    }
}
