package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Fails any test in which a service answers something its contract does not allow: an undocumented status, media type or header, a body off its schema,
 * or a refusal that is not a problem. Requests are not judged, since tests send bad ones on purpose.
 */
public final class ContractFilter implements Filter {

    private final OpenApiInteractionValidator validator;
    private final Contract contract;

    /** @param resource the contract on the classpath, such as {@code api-spec/survey.openapi.yaml} */
    public ContractFilter(String resource) {
        contract = new Contract(resource);
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                        new String(contract.json(), StandardCharsets.UTF_8))
                .withBasePathOverride("/v1")
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        Response response = context.next(request, specification);
        check(request.getMethod(), URI.create(request.getURI()).getRawPath(), response);
        return response;
    }

    void check(String method, String path, Response response) {
        String where = method + " " + path + " -> " + response.statusCode();
        assertEquals(contract.version(), response.getHeader("API-Version"), where + ": API-Version");
        if (response.statusCode() >= 400) {
            checkProblem(where, method, response);
        }
        boolean known = path.startsWith("/v1/")
                && contract.match(path.substring("/v1".length()))
                        .filter(p -> p.methods().contains(method.equals("HEAD") ? "GET" : method))
                        .isPresent();
        if (known && !method.equals("HEAD")) {
            ValidationReport report =
                    validator.validateResponse(path, Request.Method.valueOf(method), simple(response));
            if (report.hasErrors()) {
                fail(where + "\n" + SimpleValidationReportFormat.getInstance().apply(report) + "\n"
                        + response.asString());
            }
        } else {
            assertTrue(
                    method.equals("OPTIONS")
                            || method.equals("HEAD")
                            || response.statusCode() == 404
                            || response.statusCode() == 405
                            || !path.startsWith("/v1/"),
                    where + ": answered, but not in the contract");
        }
    }

    private static void checkProblem(String where, String method, Response response) {
        if (method.equals("HEAD")) {
            return;
        }
        assertTrue(
                String.valueOf(response.contentType()).startsWith(Problem.MEDIA_TYPE),
                where + ": " + response.contentType());
        assertEquals(response.statusCode(), response.jsonPath().getInt("status"), where + ": status in body");
        for (String member : new String[] {"type", "title", "detail", "instance", "traceId", "errors"}) {
            assertNotNull(response.jsonPath().get(member), where + ": " + member);
        }
    }

    private static SimpleResponse simple(Response response) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(response.statusCode());
        if (response.asByteArray().length > 0) {
            builder.withBody(response.asString());
        }
        for (Header header : response.headers()) {
            builder.withHeader(header.getName(), header.getValue());
        }
        return builder.build();
    }
}
