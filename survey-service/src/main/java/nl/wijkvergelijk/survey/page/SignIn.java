package nl.wijkvergelijk.survey.page;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
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

    SignIn(PageAccounts accounts, Sessions sessions, Pages pages, PagesConfig config) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
        this.config = config;
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

    void in(Visit visit) {
        String name =
                Optional.ofNullable(visit.field("name")).map(String::strip).orElse("");
        String password = Optional.ofNullable(visit.field("password")).orElse("");
        Optional<SecurityIdentity> identity = accounts.identity(name, password);
        if (identity.isEmpty()) {
            pages.signIn(visit, 403, name, wrong(visit));
            return;
        }
        begin(visit, sessions.begin(name));
        visit.leadTo(place(visit.field("to")));
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
