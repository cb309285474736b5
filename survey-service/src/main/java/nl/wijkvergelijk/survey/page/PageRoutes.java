package nl.wijkvergelijk.survey.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.DatabaseAway;
import nl.wijkvergelijk.http.Failure;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.JsonErrors;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Limits;
import nl.wijkvergelijk.http.Overload;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RateClass;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.IdentityProvider;
import nl.wijkvergelijk.survey.access.PageAccounts;
import nl.wijkvergelijk.survey.access.PageTable;
import nl.wijkvergelijk.survey.workbook.WorkbookLimits;
import org.jboss.logging.Logger;

/**
 * Lets requests for pages in: by the session of their cookie and nothing else, as {@link PageTable} says, and a form only from a page of ours. The API knows
 * no cookie.
 */
@ApplicationScoped
class PageRoutes {

    private static final Logger LOG = Logger.getLogger(PageRoutes.class);

    private static final Text EXPIRED = new Text("Dit formulier is verlopen", "This form has expired");

    /** Before whatever else looks at the length of what is sent. */
    private static final int FIRST = -200_000;

    /** The only ones with files in them. */
    private static final String RESPONSES = "/rounds/*";

    /** Beside the file: the fields of a form, and what separates them. */
    private static final long FIELDS = 200_000;

    private final Pages pages;
    private final Forms forms;
    private final SignIn signIn;
    private final Sessions sessions;
    private final PageAccounts accounts;
    private final Actors actors;
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest current;
    private final Limits limits;
    private final Overload overload;
    private final long largest;
    private final boolean secure;

    PageRoutes(
            Pages pages,
            Forms forms,
            SignIn signIn,
            Sessions sessions,
            PageAccounts accounts,
            Actors actors,
            CurrentIdentityAssociation identity,
            CurrentVertxRequest current,
            Limits limits,
            Overload overload,
            WorkbookLimits workbook,
            PagesConfig config) {
        this.pages = pages;
        this.forms = forms;
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.actors = actors;
        this.identity = identity;
        this.current = current;
        this.secure = config.address().startsWith("https:");
        this.limits = limits;
        this.overload = overload;
        this.largest = workbook.bytes().asLongValue() + FIELDS;
    }

    void install(@Observes Router router) {
        BodyHandler files = BodyHandler.create(System.getProperty("java.io.tmpdir") + "/wijkvergelijk-uploads")
                .setBodyLimit(largest)
                .setDeleteUploadedFilesOnEnd(true);
        BodyHandler fields = BodyHandler.create(false).setBodyLimit(largest);
        for (String path :
                new String[] {"/", "/page.css", "/privacy", "/sign-in", PageAccounts.PROVIDER, "/sign-out", RESPONSES
                }) {
            router.route(path).order(FIRST).handler(this::guard);
            router.post(path).handler(path.equals(RESPONSES) ? files : fields).handler(this::count);
            router.route(path).blockingHandler(this::answer, false).failureHandler(this::failed);
        }
    }

    /** A form is work only once it has come whole. */
    private void count(RoutingContext context) {
        overload.came(context);
        context.next();
    }

    /** The headers of every page, and no more content than a form may have. */
    private void guard(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (secure) {
            context.put(Visit.SECURE, true);
        }
        context.addHeadersEndHandler(end -> {
            response.headers().remove("Access-Control-Allow-Origin").remove("Access-Control-Expose-Headers");
            response.putHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                    // Not "no-referrer": with that a browser hides from us that a form is our own.
                    .putHeader("Referrer-Policy", "same-origin")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Vary", "Cookie, Accept-Language");
            if (!response.headers().contains("Cache-Control")) {
                response.putHeader("Cache-Control", "no-store");
            }
        });
        if (length(context) > largest) {
            response.putHeader("Connection", "close");
            context.fail(413);
        } else {
            context.next();
        }
    }

    private static long length(RoutingContext context) {
        try {
            return Long.parseLong(context.request().getHeader("Content-Length"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    @ActivateRequestContext
    void failed(RoutingContext context) {
        if (isGone(context)) {
            return;
        }
        if (context.failure() instanceof AuthenticationRedirectException onward) {
            // Not a failure: the framework leads on so.
            context.response()
                    .setStatusCode(onward.getCode())
                    .putHeader("Location", onward.getRedirectUri())
                    .end();
            return;
        }
        Visit visit = visit(context);
        if (context.statusCode() == 413) {
            pages.message(
                    visit,
                    413,
                    new Text("Het bestand is te groot", "The file is too large"),
                    new Text(
                            "Er is niets bewaard. Een werkboek is hoogstens %d MB.".formatted(largest / 1024 / 1024),
                            "Nothing was stored. A workbook is %d MB at most.".formatted(largest / 1024 / 1024)),
                    "/");
        } else if (context.statusCode() == 401 || context.failure() instanceof AuthenticationException) {
            LOG.infof("a sign-in did not succeed: %s", Failure.root(context.failure()));
            pages.message(
                    visit,
                    403,
                    new Text("Aanmelden is niet gelukt", "Signing in did not succeed"),
                    new Text(
                            "Er is niets bewaard. Het aanmelden is afgebroken of duurde te lang; begin opnieuw.",
                            "Nothing was stored. Signing in was broken off or took too long; begin again."),
                    "/sign-in");
        } else if (context.statusCode() == 400
                || isNoForm(context) && !visit.path().equals(PageAccounts.PROVIDER)) {
            unreadable(visit);
        } else {
            unexpected(visit, context.failure());
        }
    }

    /** Whether what was sent could not be read as a form, which the framework's reader says in many ways. What goes wrong after it was read is answered elsewhere ({@link #answer}). */
    private static boolean isNoForm(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.failure() != null
                && !(context.failure() instanceof Error);
    }

    /** Whether nobody is there to answer any more: an upload was broken off. */
    private static boolean isGone(RoutingContext context) {
        return context.response().ended() || context.response().closed();
    }

    /** A form of ours can always be read. */
    private void unreadable(Visit visit) {
        visit.context().response().putHeader("Connection", "close");
        pages.message(
                visit,
                400,
                new Text("Dit formulier is niet te lezen", "This form cannot be read"),
                new Text(
                        "Er is niets bewaard. Een veld is te lang, of er kwam iets anders dan een formulier.",
                        "Nothing was stored. A field is too long, or something else than a form came."),
                "/");
    }

    @ActivateRequestContext
    void answer(RoutingContext context) {
        current.setCurrent(context);
        Visit visit = visit(context);
        try {
            answer(visit);
        } catch (ProblemException problem) {
            refused(visit, problem);
        } catch (ForbiddenException forbidden) {
            forbidden(visit);
        } catch (BadRequestException unreadable) {
            refused(visit, unkeepable(unreadable));
        } catch (RuntimeException e) {
            unexpected(visit, e);
        }
    }

    /** A NUL is all that a form can send and no body can hold. */
    private static ProblemException unkeepable(BadRequestException unreadable) {
        return ProblemException.invalid(InputError.body(
                JsonErrors.of((JsonProcessingException) unreadable.getCause()).pointer(),
                "control-character",
                new Text("Hier staat een stuurteken in.", "This holds a control character.")));
    }

    private Visit visit(RoutingContext context) {
        Optional<Session> known = sessions.read(Visit.cookie(context, Visit.SESSION));
        Optional<SecurityIdentity> who =
                known.filter(Session::isSignedIn).flatMap(session -> accounts.of(session.account()));
        identity.setIdentity(who.orElseGet(
                () -> QuarkusSecurityIdentity.builder().setAnonymous(true).build()));
        Actor actor = actors.signedIn().orElse(null);
        Session session =
                known.filter(each -> actor != null || !each.isSignedIn()).orElseGet(() -> sessions.begin(""));
        Language language = Visit.languageOf(context);
        return new Visit(context, language, session, sessions.token(session), actor);
    }

    private void answer(Visit visit) {
        String asked = visit.context().request().method().name();
        String method = asked.equals("HEAD") ? "GET" : asked;
        AccessTable.Row row = PageTable.find(method, visit.path()).orElse(null);
        if (row == null) {
            unlisted(visit);
        } else if (row.path().equals("/page.css")) {
            css(visit);
        } else if (row.path().equals("/privacy")) {
            pages.privacy(visit);
        } else if (!accounts.areThere()) {
            notSetUp(visit);
        } else if (visit.actor() == null && row.nobody() == 303) {
            visit.leadTo(signIn.address(visit, method));
        } else {
            refuse(visit, row);
            if (method.equals("POST") && !Origins.isOurs(visit.context().request())) {
                expired(visit);
            } else if (method.equals("POST") && !sessions.isToken(visit.session(), visit.field("token"))) {
                outdated(visit);
            } else {
                count(visit, method, row.path());
                dispatch(visit, method + " " + row.path());
            }
        }
    }

    /** A form counts as a write through the API does, and a workbook as one there. */
    private void count(Visit visit, String method, String page) {
        if (visit.actor() != null && page.endsWith("/workbook")) {
            limits.take(RateClass.EXPENSIVE, visit.actor().account());
        } else if (visit.actor() != null && method.equals("POST")) {
            limits.take(RateClass.WRITES, visit.actor().account());
        }
    }

    private static void refuse(Visit visit, AccessTable.Row row) {
        int status = visit.actor() == null ? row.nobody() : row.statusFor(visit.actor(), visit.path());
        if (status == 403) {
            throw new ForbiddenException();
        }
        if (status != AccessTable.OK) {
            throw ProblemException.notFound();
        }
    }

    private void dispatch(Visit visit, String operation) {
        switch (operation) {
            case "GET /" -> pages.home(visit);
            case "GET /sign-in" -> {
                signIn.begin(visit, visit.session());
                pages.signIn(visit, 200, "", null);
            }
            case "POST /sign-in" -> signIn.in(visit);
            case "GET /sign-in/provider" -> signIn.atProvider(visit);
            case "POST /sign-out" -> signIn.out(visit);
            case "GET /rounds/{round}/{code}" -> pages.response(visit);
            case "GET /rounds/{round}/{code}/workbook" -> pages.workbook(visit);
            case "POST /rounds/{round}/{code}/workbook" -> forms.workbook(visit);
            case "POST /rounds/{round}/{code}/proposals" -> forms.decide(visit);
            case "POST /rounds/{round}/{code}/reply" -> forms.reply(visit);
            case "POST /rounds/{round}/{code}/comment" -> forms.comment(visit);
            case "POST /rounds/{round}/{code}/agreement" -> forms.agreement(visit);
            case "GET /rounds/{round}/{code}/submit" -> pages.submit(visit);
            case "POST /rounds/{round}/{code}/submit" -> forms.submit(visit);
            case "GET /rounds/{round}/{code}/receipt" -> pages.receipt(visit);
            default -> throw new IllegalStateException(operation);
        }
    }

    /** What a form was refused for stands on the page of the response, with what was typed; anything else has a page of its own. */
    private void refused(Visit visit, ProblemException problem) {
        if (problem.type() == HttpProblem.TOO_MANY_REQUESTS) {
            problem.headers().forEach(visit.context().response()::putHeader);
            pages.message(visit, 429, problem.type().title(), problem.detail(), "/");
            return;
        }
        boolean isForm = visit.context().request().method().name().equals("POST");
        if (problem.type().status() == 404 || !isForm) {
            pages.message(
                    visit,
                    problem.type().status(),
                    new Text("Deze pagina is er niet", "There is no such page"),
                    new Text(
                            "Op dit adres is niets te vinden, of niets dat u mag zien.",
                            "There is nothing at this address, or nothing that you may see."),
                    "/");
            return;
        }
        Frame.Trouble trouble = Troubles.of(problem, pages.words(visit), visit.language());
        visit.show(problem.type().status(), pages.response(visit, typed(visit), null, trouble));
    }

    private static Map<String, String> typed(Visit visit) {
        String text = Optional.ofNullable(visit.field("text")).orElse("");
        String form = visit.path().substring(visit.path().lastIndexOf('/') + 1);
        return switch (form) {
            case "proposals" ->
                visit.fields("question").stream()
                        .distinct()
                        .collect(Collectors.toMap(question -> Earlier.TICK + question, question -> ""));
            case "reply" -> Map.of("reply-" + visit.field("remark"), text);
            case "comment" ->
                Map.of("comment-" + Optional.ofNullable(visit.field("section")).orElse(""), text);
            case "agreement" ->
                Map.of("dissent", Optional.ofNullable(visit.field("dissent")).orElse(""));
            default -> Map.of();
        };
    }

    private void unlisted(Visit visit) {
        if (PageTable.knows(visit.path())) {
            pages.message(
                    visit,
                    405,
                    new Text("Dat kan hier niet", "Not possible here"),
                    new Text("Open deze pagina vanuit de vorige.", "Open this page from the one before."),
                    "/");
        } else {
            throw ProblemException.notFound();
        }
    }

    private void forbidden(Visit visit) {
        pages.message(
                visit,
                403,
                new Text("Dat mag uw account niet", "Your account may not do that"),
                new Text(
                        "Deze pagina's zijn voor contactpersonen; een onderzoeker kan ze lezen.",
                        "These pages are for contact persons; a researcher can read them."),
                "/");
    }

    /** A page of ours that was opened in another session: what was typed stands on the page as it is now. What comes from elsewhere is never shown. */
    private void outdated(Visit visit) {
        Map<String, String> typed = typed(visit);
        if (typed.isEmpty()) {
            expired(visit);
            return;
        }
        Frame.Trouble trouble = new Frame.Trouble(
                EXPIRED.in(visit.language()),
                new Text(
                                "Er is niets bewaard: het formulier is te oud. Wat u typte, staat er nog; kijk het na en verstuur het opnieuw.",
                                "Nothing was stored: the form is too old. What you typed is still there; look it over and send it again.")
                        .in(visit.language()),
                List.of());
        visit.show(403, pages.response(visit, typed, null, trouble));
    }

    private void expired(Visit visit) {
        pages.message(
                visit,
                403,
                EXPIRED,
                new Text(
                        "Er is niets bewaard. Het formulier is te oud, of kwam niet van een pagina van ons. Open de pagina opnieuw en probeer het nog eens.",
                        "Nothing was stored. The form is too old, or did not come from a page of ours. Open the page again and try once more."),
                visit.path().startsWith("/rounds/") ? visit.response() : "/");
    }

    private void notSetUp(Visit visit) {
        pages.message(
                visit,
                503,
                new Text("Aanmelden is nog niet ingericht", "Signing in is not set up yet"),
                new Text(
                        "Deze installatie heeft nog geen manier om u aan te melden op deze pagina's. Vraag het de onderzoeker of de beheerder.",
                        "This installation has no way yet for you to sign in on these pages. Ask the researcher or the operator."),
                null);
    }

    private void unexpected(Visit visit, Throwable cause) {
        if (DatabaseAway.isCauseOf(cause)
                || visit.path().equals(PageAccounts.PROVIDER) && IdentityProvider.isAway(cause)
                || cause instanceof ProblemException problem && problem.type() == HttpProblem.SERVICE_UNAVAILABLE) {
            LOG.warnf("database or identity provider away: %s", Failure.root(cause));
            pages.message(
                    visit,
                    503,
                    new Text("Even niet bereikbaar", "Out of reach for a moment"),
                    new Text(
                            "De gegevens zijn even niet bereikbaar. Er is niets half gedaan; probeer het zo opnieuw.",
                            "The data cannot be reached for a moment. Nothing was half done; try again shortly."),
                    "/");
            return;
        }
        String trace = UUID.randomUUID().toString();
        LOG.errorf("unexpected, traceId %s%s", trace, Failure.of(cause));
        pages.message(
                visit,
                500,
                new Text("Er ging iets mis", "Something went wrong"),
                new Text(
                        "Probeer het straks opnieuw. Blijft het misgaan, meld dan dit nummer: " + trace,
                        "Try again later. If it goes on, report this number: " + trace),
                "/");
    }

    private static void css(Visit visit) {
        visit.context()
                .response()
                .putHeader("Content-Type", "text/css; charset=utf-8")
                .putHeader("Cache-Control", "max-age=300")
                .end(Style.TEXT);
    }
}
