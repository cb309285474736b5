package nl.wijkvergelijk.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens to every request before and after the resources, also outside {@code /v1}: the headers of the API Design Rules on each answer, CORS
 * (the framework's filter answers 403 to a foreign origin, also for the contract that must be open to all), no trailing slashes, and a problem
 * where the framework would answer with an empty body or a page.
 */
@ApplicationScoped
class Edge {

    /** Before the pages too, which look at the length of what is sent before anybody else does. */
    private static final int HEADERS = -300_000;

    private static final int FIRST = -100_000;
    private static final int LAST = Integer.MAX_VALUE - 1;
    private static final String BASE = "/v1";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String EXPOSED =
            "API-Version, Content-Disposition, Content-Language, Dataset-Stale-Since, ETag, Last-Modified, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Total-Count";

    private final Contract contract;
    private final Draining draining;
    private final Overload overload;
    private final List<String> origins;
    private final long largestImport;
    private final long largestBody;
    private final long largestJson;

    Edge(
            Contract contract,
            Draining draining,
            Overload overload,
            @ConfigProperty(name = "wijkvergelijk.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            @ConfigProperty(name = "wijkvergelijk.import.file-limit") Optional<MemorySize> largestImport,
            @ConfigProperty(name = "wijkvergelijk.body-limit") Optional<MemorySize> largestBody,
            @ConfigProperty(name = "wijkvergelijk.json-limit") Optional<MemorySize> largestJson) {
        this.contract = contract;
        this.draining = draining;
        this.overload = overload;
        this.origins = origins.orElse(List.of());
        this.largestImport = largestImport.orElse(largest).asLongValue();
        this.largestBody = largestBody.orElse(largest).asLongValue();
        this.largestJson = largestJson.map(MemorySize::asLongValue).orElse(this.largestBody);
    }

    void install(@Observes Router router) {
        router.route().order(HEADERS).handler(this::headers).failureHandler(this::neverBegan);
        router.route().order(FIRST).handler(this::first);
        router.route().order(LAST).handler(context -> refuse(context, ProblemException.notFound()));
        for (HttpProblem problem : HttpProblem.values()) {
            router.errorHandler(
                    problem.status(),
                    // What has no part in REST, such as judging a token, can end a request with a problem too.
                    context -> refuse(
                            context, context.failure() instanceof ProblemException known ? known : plain(problem)));
        }
    }

    /** The management port is for those who keep the service running, and for no browser. */
    void install(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(context -> {
            protect(context.response());
            context.response().putHeader("Content-Security-Policy", NOTHING).putHeader("Cache-Control", "no-store");
            context.next();
        });
    }

    private static void protect(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer");
    }

    private void headers(RoutingContext context) {
        Pace.of(context.request());
        if (!RequestHead.hasContent(context.request())) {
            overload.came(context);
        }
        sayAlways(context);
        context.next();
    }

    /** A request without a host, or with one that is none, fails before anything looks at it (RFC 9112, section 3.2); the framework would answer in words of its own. */
    private void neverBegan(RoutingContext context) {
        boolean began = context.response().headers().contains("API-Version");
        if (context.statusCode() == 400 && !began) {
            sayAlways(context);
            refuse(context, plain(HttpProblem.INVALID_INPUT));
        } else {
            context.next();
        }
    }

    private void first(RoutingContext context) {
        String path = context.request().path();
        if (draining.hasBegun() && !path.startsWith("/q/")) {
            context.response().putHeader("Connection", "close");
            refuse(context, plain(HttpProblem.SERVICE_UNAVAILABLE));
        } else if (overload.isThere() && !path.startsWith("/q/")) {
            refuse(context, overload.refusal());
        } else if (isPreflight(context)) {
            preflight(context);
        } else if (context.request().method().equals(HttpMethod.TRACE)) {
            // Nowhere, whatever else is there: it would say back what a browser hides from scripts (RFC 9110, section
            // 9.3.8).
            refuse(context, plain(HttpProblem.METHOD_NOT_ALLOWED).header("Allow", methods(path)));
        } else if (isApi(path) && (path.endsWith("/") || path.contains(";"))) {
            // The framework leaves out what stands behind a semicolon: limits and rights would look at another path.
            refuse(context, ProblemException.notFound());
        } else if (declaredLength(context) > largest(context)) {
            context.response().putHeader("Connection", "close");
            refuse(context, plain(HttpProblem.PAYLOAD_TOO_LARGE));
        } else {
            context.next();
        }
    }

    /** The headers of every answer. */
    private void sayAlways(RoutingContext context) {
        HttpServerResponse response = context.response();
        String path = context.request().path();
        response.putHeader("API-Version", contract.version());
        protect(response);
        response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        // Pages say themselves what else they need.
        response.putHeader("Content-Security-Policy", isSwaggerUi(path) ? SwaggerUiPolicy.connectingTo() : NOTHING);
        allowOrigin(context, path);
    }

    /** The framework's own refusal of a body that says it is too large has no body. */
    private static long declaredLength(RoutingContext context) {
        try {
            return Long.parseLong(context.request().getHeader("Content-Length"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void allowOrigin(RoutingContext context, String path) {
        String origin = context.request().getHeader("Origin");
        boolean open = origins.contains("*") || path.equals(BASE + "/openapi.json");
        if (open) {
            context.response().putHeader("Access-Control-Allow-Origin", "*");
        } else {
            context.response().putHeader("Vary", "Origin");
            if (origin != null && origins.contains(origin)) {
                context.response().putHeader("Access-Control-Allow-Origin", origin);
            }
        }
        context.response().putHeader("Access-Control-Expose-Headers", EXPOSED);
    }

    /** JSON is read whole into memory; other content may be larger, and a file that holds many things larger still. */
    private long largest(RoutingContext context) {
        if (context.request().path().endsWith("/imports")) {
            return largestImport;
        }
        String form = context.request().getHeader("Content-Type");
        return form != null && form.toLowerCase(Locale.ROOT).contains("json") ? largestJson : largestBody;
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method().equals(HttpMethod.OPTIONS)
                && context.request().getHeader("Access-Control-Request-Method") != null;
    }

    private void preflight(RoutingContext context) {
        context.response()
                .putHeader(
                        "Access-Control-Allow-Methods",
                        methods(context.request().path()))
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Authorization, Content-Disposition, Content-Type, Idempotency-Key, If-Match, If-None-Match")
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
    }

    /** The methods of an address, as the contract has them; for what is not in it, GET. */
    private String methods(String path) {
        return contract.match(belowBase(path))
                .map(p -> String.join(", ", p.methods()))
                .orElse("GET");
    }

    /** Answers with a problem outside the reach of the exception mappers. */
    static void refuse(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Language language = RequestLanguage.of(context);
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", language.code())
                .putHeader("Cache-Control", "no-store")
                .end(Problem.json(problem, context.request().path(), language));
    }

    /** The sentence for a problem of which nothing more is known than its status. */
    static ProblemException plain(HttpProblem problem) {
        return switch (problem) {
            case FORBIDDEN ->
                new ProblemException(problem, new Text("Uw account mag dit niet.", "Your account may not do this."));
            case INTERNAL_ERROR ->
                new ProblemException(
                        problem,
                        new Text(
                                "Probeer het straks opnieuw. Blijft het misgaan, meld dan de traceId.",
                                "Try again later. If it goes on, report the traceId."));
            case INVALID_INPUT ->
                new ProblemException(problem, new Text("Het verzoek is niet te lezen.", "The request cannot be read."));
            case METHOD_NOT_ALLOWED ->
                new ProblemException(
                        problem,
                        new Text(
                                "De kop Allow zegt welke methoden dit adres kent.",
                                "The header Allow says which methods this address takes."));
            case NOT_ACCEPTABLE ->
                new ProblemException(
                        problem,
                        new Text(
                                "Vraag met Accept of format= om een vorm die het contract noemt.",
                                "Ask with Accept or format= for a form that the contract names."));
            case NOT_FOUND -> ProblemException.notFound();
            case PAYLOAD_TOO_LARGE ->
                new ProblemException(
                        problem,
                        new Text(
                                "De inhoud is groter dan de grens in /v1/config.",
                                "The content is larger than the limit in /v1/config."));
            case PRECONDITION_FAILED ->
                new ProblemException(
                        problem,
                        new Text(
                                "Wat u wijzigt, is intussen door iemand anders gewijzigd. Haal het opnieuw op.",
                                "What you change has been changed by someone else in the meantime. Get it again."));
            case PRECONDITION_REQUIRED ->
                new ProblemException(
                        problem,
                        new Text(
                                "Stuur in If-Match de ETag mee van wat u het laatst zag.",
                                "Send in If-Match the ETag of what you saw last."));
            case SERVICE_UNAVAILABLE ->
                new ProblemException(
                                problem,
                                new Text(
                                        "De gegevens zijn even niet bereikbaar. Er is niets half gedaan; probeer het zo opnieuw.",
                                        "The data cannot be reached for a moment. Nothing was half done; try again shortly."))
                        .header("Retry-After", "2");
            case TOO_MANY_REQUESTS ->
                new ProblemException(
                        problem,
                        new Text(
                                "U vraagt meer dan de grens in /v1/config. Er is niets gedaan; probeer het straks opnieuw.",
                                "You ask more than the limit in /v1/config. Nothing was done; try again later."));
            case UNAUTHORIZED ->
                new ProblemException(
                        problem, new Text("Meld u aan om dit te doen of te zien.", "Sign in to do or see this."));
            case UNSUPPORTED_MEDIA_TYPE ->
                new ProblemException(
                        problem,
                        new Text(
                                "Stuur de inhoud als een van de vormen die het contract noemt, met die Content-Type.",
                                "Send the content in one of the forms that the contract names, with that Content-Type."));
        };
    }

    private static boolean isSwaggerUi(String path) {
        return path.equals(SwaggerUiPolicy.PATH) || path.startsWith(SwaggerUiPolicy.PATH + "/");
    }

    /** The path as the contract writes it. */
    static String belowBase(String path) {
        return path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
    }

    private static boolean isApi(String path) {
        return path.equals(BASE) || path.startsWith(BASE + "/");
    }
}
