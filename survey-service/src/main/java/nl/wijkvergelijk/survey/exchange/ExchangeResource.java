package nl.wijkvergelijk.survey.exchange;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.round.Rounds;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}")
class ExchangeResource {

    private static final String CSV_AS_SENT = "text/csv; charset=utf-8; header=present";

    private final Imports imports;
    private final Exports exports;
    private final Rounds rounds;
    private final Ndjson ndjson;
    private final Csv csv;

    ExchangeResource(Imports imports, Exports exports, Rounds rounds, Ndjson ndjson, Csv csv) {
        this.imports = imports;
        this.exports = exports;
        this.rounds = rounds;
        this.ndjson = ndjson;
        this.csv = csv;
    }

    @POST
    @Path("/imports")
    @Consumes({Ndjson.MEDIA_TYPE, Csv.MEDIA_TYPE})
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<?> take(
            @PathParam("round") String round,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Content-Type") MediaType type,
            @QueryParam("onBehalf") String onBehalf,
            @QueryParam("reason") String reason,
            @QueryParam("dryRun") String dryRun,
            @Context HttpServerRequest request,
            InputStream content) {
        boolean isCsv = MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type);
        return imports.take(
                new Imports.Asked(round, key, "POST " + request.uri(), onBehalf, reason, dryRun),
                isCsv ? csv : ndjson,
                content);
    }

    @GET
    @Path("/export")
    @Produces({Ndjson.MEDIA_TYPE, Csv.MEDIA_TYPE})
    public Exported give(
            @PathParam("round") String round, @QueryParam("format") String format, @Context HttpHeaders headers) {
        String id = rounds.inPath(round).id();
        return isCsv(format, headers)
                ? new Exported(exports.csv(id), "wijkvergelijk-" + id + ".csv", CSV_AS_SENT)
                : new Exported(exports.ndjson(id), "wijkvergelijk-" + id + ".ndjson", Ndjson.MEDIA_TYPE);
    }

    /** What is asked by name goes before what a program accepts. */
    private static boolean isCsv(String format, HttpHeaders headers) {
        if (format == null) {
            MediaType csv = MediaType.valueOf(Csv.MEDIA_TYPE);
            MediaType ndjson = MediaType.valueOf(Ndjson.MEDIA_TYPE);
            return headers.getAcceptableMediaTypes().stream()
                    .filter(type -> type.isCompatible(csv) || type.isCompatible(ndjson))
                    .findFirst()
                    .filter(type -> !type.isCompatible(ndjson))
                    .isPresent();
        }
        if (!format.equals("csv") && !format.equals("ndjson")) {
            throw ProblemException.invalid(InputError.query(
                    "format", "unknown-option", new Text("Kies ndjson of csv.", "Choose ndjson or csv.")));
        }
        return format.equals("csv");
    }
}
