package nl.wijkvergelijk.comparison.representation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

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

    /** The first acceptable type of those that are offered, JSON when anything will do; who would rather have JSON-stat gets JSON where there is none. */
    public Format among(List<Format> offered) {
        for (MediaType acceptable : headers.getAcceptableMediaTypes()) {
            if (acceptable.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                boolean jsonStat = Format.JSON_STAT_PROFILE.equals(
                        acceptable.getParameters().get("profile"));
                return jsonStat && offered.contains(Format.JSON_STAT) ? Format.JSON_STAT : Format.JSON;
            }
            if (acceptable.isCompatible(CSV) && offered.contains(Format.CSV)) {
                return Format.CSV;
            }
            if (acceptable.isCompatible(XLSX) && offered.contains(Format.XLSX)) {
                return Format.XLSX;
            }
        }
        return Format.JSON;
    }
}
