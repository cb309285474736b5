package nl.wijkvergelijk.survey.workbook;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.RequestLanguage;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.AnswersInOtherForm;
import nl.wijkvergelijk.survey.response.AnswersNow;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}/workbook")
class WorkbookResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AnswersInOtherForm answers;
    private final Workbooks workbooks;
    private final RequestLanguage language;

    WorkbookResource(AnswersInOtherForm answers, Workbooks workbooks, RequestLanguage language) {
        this.answers = answers;
        this.workbooks = workbooks;
        this.language = language;
    }

    @GET
    @Produces(XLSX)
    public RestResponse<byte[]> workbook(@PathParam("round") String round, @PathParam("code") String code) {
        Language in = language.get();
        AnswersNow now = answers.now(round, code);
        String name = "wijkvergelijk-%s-%s-%s.xlsx".formatted(now.round(), now.municipality(), in.code());
        return RestResponse.ResponseBuilder.ok(workbooks.write(now, in))
                .header("Content-Type", XLSX)
                .header("ETag", now.tag())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @PUT
    @Consumes(XLSX)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<?> save(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("dryRun") String dryRun,
            Body body) {
        return answers.merge(round, code, ifMatch, dryRun, now -> workbooks.read(now, body.bytes()));
    }
}
