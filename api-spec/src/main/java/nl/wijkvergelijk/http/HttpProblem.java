package nl.wijkvergelijk.http;

/** The problems that any service over HTTP can have; each service's own catalogue stands beside it. */
public enum HttpProblem implements ProblemType {
    FORBIDDEN(403, "Dit mag u niet", "You may not do this"),
    INTERNAL_ERROR(500, "Er ging bij ons iets mis", "Something went wrong on our side"),
    INVALID_INPUT(400, "De invoer klopt niet", "The input is not right"),
    METHOD_NOT_ALLOWED(405, "Dat kan niet met dit adres", "This address does not take that method"),
    NOT_ACCEPTABLE(406, "Die vorm is er niet", "That form is not available"),
    NOT_FOUND(404, "Niet gevonden", "Not found"),
    PAYLOAD_TOO_LARGE(413, "Te groot", "Too large"),
    PRECONDITION_FAILED(412, "Intussen gewijzigd", "Changed in the meantime"),
    PRECONDITION_REQUIRED(428, "If-Match ontbreekt", "If-Match is missing"),
    SERVICE_UNAVAILABLE(503, "Even niet bereikbaar", "Unavailable for a moment"),
    TOO_MANY_REQUESTS(429, "Te veel verzoeken", "Too many requests"),
    UNAUTHORIZED(401, "Aanmelden is nodig", "Sign in first"),
    UNSUPPORTED_MEDIA_TYPE(415, "Die vorm van invoer lezen we niet", "That form of input is not read");

    private final int status;
    private final Text title;

    HttpProblem(int status, String nl, String en) {
        this.status = status;
        this.title = new Text(nl, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
