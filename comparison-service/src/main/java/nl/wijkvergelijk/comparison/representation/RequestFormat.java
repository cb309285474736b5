package nl.wijkvergelijk.comparison.representation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The form in which the current request wants its answer; {@link FormatWins} has seen to {@code format=}. */
@RequestScoped
public class RequestFormat {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final MediaType XLSX = MediaType.valueOf(Format.XLSX_TYPE);

    private final HttpHeaders headers;

    @Inject
    RequestFormat(HttpHeaders headers) {
        this.headers = headers;
    }

    protected RequestFormat() {
        this(null);
    }

    /** The first acceptable type that we have, JSON when anything will do. */
    public Format get() {
        for (MediaType acceptable : headers.getAcceptableMediaTypes()) {
            if (acceptable.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                boolean jsonStat = Format.JSON_STAT_PROFILE.equals(
                        acceptable.getParameters().get("profile"));
                return jsonStat ? Format.JSON_STAT : Format.JSON;
            }
            if (acceptable.isCompatible(CSV)) {
                return Format.CSV;
            }
            if (acceptable.isCompatible(XLSX)) {
                return Format.XLSX;
            }
        }
        return Format.JSON;
    }
}
