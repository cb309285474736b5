package nl.wijkvergelijk.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.handler.codec.TooLongFrameException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem: never an empty body, never a page, never a stack trace. */
@Priority(1)
class ProblemMappers {

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Contract contract;

    ProblemMappers(Contract contract) {
        this.contract = contract;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException problem, RoutingContext context) {
        return answer(problem, context);
    }

    @ServerExceptionMapper(priority = 1)
    public Response mismatch(MismatchedInputException cause, RoutingContext context) {
        return answer(ProblemException.invalid(JsonErrors.of(cause)), context);
    }

    @ServerExceptionMapper(priority = 1)
    public Response malformed(JsonProcessingException cause, RoutingContext context) {
        return answer(ProblemException.invalid(JsonErrors.of(cause)), context);
    }

    @ServerExceptionMapper(priority = 1)
    public Uni<Response> unauthenticated(UnauthorizedException cause, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper(priority = 1)
    public Uni<Response> notRecognised(AuthenticationFailedException cause, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException cause, RoutingContext context) {
        return answer(Edge.plain(HttpProblem.FORBIDDEN), context);
    }

    @ServerExceptionMapper(priority = 1)
    public Response web(WebApplicationException cause, RoutingContext context) {
        if (cause.getCause() instanceof JsonProcessingException json) {
            return answer(ProblemException.invalid(JsonErrors.of(json)), context);
        }
        if (cause instanceof NotFoundException && cause.getCause() instanceof IllegalArgumentException) {
            return answer(Edge.plain(HttpProblem.INVALID_INPUT), context);
        }
        ProblemException problem = Edge.plain(statusOf(cause));
        if (cause instanceof NotAllowedException) {
            String path = context.request().path().replaceFirst("^/v1", "");
            contract.match(path).ifPresent(p -> problem.header("Allow", String.join(", ", p.methods())));
        }
        return problem.type() == HttpProblem.INTERNAL_ERROR ? unexpected(cause, context) : answer(problem, context);
    }

    @ServerExceptionMapper(priority = 1)
    public Response unexpected(Throwable cause, RoutingContext context) {
        if (DatabaseAway.isCauseOf(cause)) {
            LOG.warnf("database away: %s", Failure.root(cause));
            return answer(Edge.plain(HttpProblem.SERVICE_UNAVAILABLE), context);
        }
        if (isBrokenOff(cause)) {
            LOG.debugf("content broken off: %s", cause.getMessage());
            return answer(Edge.plain(HttpProblem.INVALID_INPUT), context);
        }
        String traceId = UUID.randomUUID().toString();
        LOG.errorf("unexpected, traceId %s%s", traceId, Failure.of(cause));
        return answer(Edge.plain(HttpProblem.INTERNAL_ERROR), context, traceId);
    }

    /** Whether the content ended before its end: the client hung up, or sent no such pieces as it said (RFC 9112, section 7.1). */
    private static boolean isBrokenOff(Throwable cause) {
        boolean reading = false;
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            reading |= deepest instanceof IOException;
            deepest = deepest.getCause();
        }
        return deepest instanceof HttpClosedException
                || reading && (deepest instanceof NumberFormatException || deepest instanceof TooLongFrameException);
    }

    private static HttpProblem statusOf(WebApplicationException cause) {
        int status = cause.getResponse().getStatus();
        for (HttpProblem problem : HttpProblem.values()) {
            if (problem.status() == status) {
                return problem;
            }
        }
        return status < 500 ? HttpProblem.INVALID_INPUT : HttpProblem.INTERNAL_ERROR;
    }

    private static Uni<Response> challenge(RoutingContext context) {
        // The framework may have written its own challenge already; one is enough.
        context.response().headers().remove(WWW_AUTHENTICATE);
        return Challenge.of(context)
                .map(header -> answer(Edge.plain(HttpProblem.UNAUTHORIZED).header(WWW_AUTHENTICATE, header), context));
    }

    private static Response answer(ProblemException problem, RoutingContext context) {
        return answer(problem, context, UUID.randomUUID().toString());
    }

    private static Response answer(ProblemException problem, RoutingContext context, String traceId) {
        Language language = RequestLanguage.of(context);
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .header("Content-Language", language.code())
                .header("Cache-Control", "no-store")
                .entity(Problem.json(problem, context.request().path(), language, traceId));
        problem.headers().forEach(response::header);
        return response.build();
    }
}
