package nl.wijkvergelijk.survey.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.RequestLanguage;
import nl.wijkvergelijk.survey.access.Actor;

/**
 * One request for a page, and its answer.
 *
 * @param actor who is signed in; null for nobody
 */
record Visit(RoutingContext context, Language language, Session session, String token, Actor actor) {

    static final String SESSION = "wijkvergelijk-session";
    static final String LANGUAGE = "wijkvergelijk-language";

    /** Set on a request where the pages are reached with TLS, whatever reaches this service. */
    static final String SECURE = "wijkvergelijk.secure";

    private static final long YEAR = 365L * 24 * 3600;

    /** The language asked for last, else that of the browser. A choice in the address is remembered. */
    static Language languageOf(RoutingContext context) {
        Optional<Language> asked = Language.of(context.request().getParam("lang"));
        asked.ifPresent(language -> put(context, LANGUAGE, language.code(), YEAR));
        return asked.or(() -> Language.of(cookie(context, LANGUAGE))).orElseGet(() -> RequestLanguage.of(context));
    }

    static String cookie(RoutingContext context, String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    static void put(RoutingContext context, String name, String value, long seconds) {
        context.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL() || context.get(SECURE) != null)
                        // Not strict: a link in mail would find nobody signed in, and end the session.
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(seconds));
    }

    String path() {
        return context.request().path();
    }

    /** The round in the path. */
    String round() {
        return segment(2);
    }

    /** The municipality in the path. */
    String code() {
        return segment(3);
    }

    private String segment(int number) {
        return path().split("/")[number];
    }

    /** The page of the response that the path is about. */
    String response() {
        return "/rounds/" + round() + "/" + code();
    }

    /** What a field of the form says, its line ends LF; null when it is blank. */
    String field(String name) {
        String sent = context.request().getFormAttribute(name);
        return sent == null || sent.isBlank() ? null : sent.replace("\r\n", "\n");
    }

    /** What a field says that a form may send more than once. */
    List<String> fields(String name) {
        return context.request().formAttributes().getAll(name);
    }

    /** What the address asks; null when it does not. */
    String asked(String name) {
        return context.request().getParam(name);
    }

    void show(int status, String html) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Language", language.code())
                .end(html);
    }

    /** Leads on to a page, which is then asked for with GET. */
    void leadTo(String path) {
        context.response().setStatusCode(303).putHeader("Location", path).end();
    }
}
