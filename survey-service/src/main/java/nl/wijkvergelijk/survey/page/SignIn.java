package nl.wijkvergelijk.survey.page;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Limits;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.PageAccounts;

/** Signs people in and out. A session begins anew with each. */
@ApplicationScoped
class SignIn {

    private static final Pattern PLACE =
            Pattern.compile("/rounds/[a-z0-9][a-z0-9-]{0,29}/GM[0-9]{4}(/receipt|/submit)?");

    private final PageAccounts accounts;
    private final Sessions sessions;
    private final Pages pages;
    private final PagesConfig config;
    private final Limits limits;

    SignIn(PageAccounts accounts, Sessions sessions, Pages pages, PagesConfig config, Limits limits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
        this.config = config;
        this.limits = limits;
    }

    /** A page of ours to go to after signing in; the first page for anything else. */
    static String place(String asked) {
        return asked != null && PLACE.matcher(asked).matches() ? asked : "/";
    }

    /** Where somebody signs in who asked for something else, to go there afterwards; whoever sent a form is told that nothing came of it. */
    String address(Visit visit, String method) {
        boolean isForm = !method.equals("GET") && visit.path().startsWith("/rounds/");
        String to = place(isForm ? visit.response() : visit.path());
        String back = to.equals("/") ? "" : "to=" + to;
        String query = Stream.of(isForm ? "done=expired" : "", back)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return "/sign-in" + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whoever sent too many wrong names and passwords is not heard for a while, not even with the right ones: else guessing would go on. */
    void in(Visit visit) {
        limits.beforeSigningIn(visit.context());
        String name =
                Optional.ofNullable(visit.field("name")).map(String::strip).orElse("");
        String password = Optional.ofNullable(visit.field("password")).orElse("");
        Optional<SecurityIdentity> identity = accounts.identity(name, password);
        Optional<Actor> actor = identity.flatMap(Actors::of);
        if (actor.isEmpty()) {
            limits.wrongPassword(visit.context());
            pages.signIn(visit, 403, name, wrong(visit));
            return;
        }
        begin(visit, sessions.begin(accounts.kept(actor.get())));
        visit.leadTo(place(visit.field("to")));
    }

    /**
     * Leads to the identity provider's form; who comes back from it gets a session of ours. What the framework keeps for the way there and back is dropped.
     */
    void atProvider(Visit visit) {
        RoutingContext context = visit.context();
        if (!accounts.areElsewhere()) {
            visit.leadTo("/sign-in");
            return;
        }
        SecurityIdentity identity = context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (identity == null || identity.isAnonymous()) {
            HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
            authenticator
                    .sendChallenge(context)
                    .subscribe()
                    .with(sent -> context.response().end(), context::fail);
            return;
        }
        context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith("q_"))
                .forEach(name -> context.response()
                        .addCookie(Cookie.cookie(name, "")
                                .setPath(PageAccounts.PROVIDER)
                                .setMaxAge(0)));
        Optional<Actor> actor = Actors.of(identity);
        if (actor.isEmpty()) {
            pages.roleless(visit);
            return;
        }
        begin(visit, sessions.begin(accounts.kept(actor.get())));
        visit.leadTo(place(visit.asked("to")));
    }

    void out(Visit visit) {
        begin(visit, sessions.begin(""));
        visit.leadTo("/sign-in?done=out");
    }

    /** Gives the browser the session. */
    void begin(Visit visit, Session session) {
        Visit.put(
                visit.context(),
                Visit.SESSION,
                sessions.cookie(session),
                config.sessionLifetime().toSeconds());
    }

    private static Frame.Trouble wrong(Visit visit) {
        return new Frame.Trouble(
                new Text("Niet aangemeld", "Not signed in").in(visit.language()),
                new Text(
                                "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
                                "This name and this password do not belong together. Try again.")
                        .in(visit.language()),
                List.of());
    }
}
