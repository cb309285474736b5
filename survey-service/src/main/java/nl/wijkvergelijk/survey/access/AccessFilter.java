package nl.wijkvergelijk.survey.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RequestHead;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Enforces the {@link AccessTable}, before it is even looked up which resource would answer. */
class AccessFilter {

    /** The router takes these out before it looks for a resource: what answers would not be what was judged here. */
    private static final Pattern STEPS = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");

    /** A good token that gives no role of ours: signing in again would not help. */
    private static final int ROLELESS = 403;

    private final Actors actors;

    AccessFilter(Actors actors) {
        this.actors = actors;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHORIZATION)
    public void enforce(ContainerRequestContext request, RoutingContext context) {
        String method = RequestHead.method(request);
        // As sent, not decoded: an encoded slash must not be taken for one.
        String path = context.request().path().replaceFirst("^/v1", "");
        if (STEPS.matcher(path).find()) {
            throw ProblemException.notFound();
        }
        AccessTable.Row row = AccessTable.find(method, path).orElse(null);
        if (row == null) {
            refuseUnlisted(method, path);
        } else {
            refuse(status(row, path));
        }
    }

    private int status(AccessTable.Row row, String path) {
        return row.nobody() == AccessTable.OK
                ? AccessTable.OK
                : actors.signedIn()
                        .map(actor -> row.statusFor(actor, path))
                        .orElse(actors.isNobody() ? row.nobody() : ROLELESS);
    }

    /** A path or method of which the table says nothing: whatever would answer, it is not for use. A 405 is the framework's to give. */
    private void refuseUnlisted(String method, String path) {
        if (AccessTable.isClosed(path) && actors.isNobody()) {
            throw new UnauthorizedException();
        }
        if (!AccessTable.knows(path)) {
            throw ProblemException.notFound();
        }
        if (!method.equals("OPTIONS")) {
            throw new NotAllowedException(method);
        }
    }

    /** Ends the request with a status of the table. */
    static void refuse(int status) {
        switch (status) {
            case AccessTable.OK -> {}
            case 401 -> throw new UnauthorizedException();
            case 403 -> throw new ForbiddenException();
            default -> throw ProblemException.notFound();
        }
    }
}
