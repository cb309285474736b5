package nl.wijkvergelijk.comparison.page;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RequestLanguage;

/** Answers a browser: the comparison, and where a figure in it comes from. What it asks that is not there is said on the page. */
@ApplicationScoped
class PageRoute {

    private static final String CSP =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int MOST = 1000;

    private final Dashboard dashboard;
    private final Origins origins;
    private final byte[] style = read("/page.css");

    PageRoute(Dashboard dashboard, Origins origins) {
        this.dashboard = dashboard;
        this.origins = origins;
    }

    void install(@Observes Router router) {
        router.get("/").blockingHandler(this::page, false);
        router.get("/figures/:id").blockingHandler(this::origin, false);
        router.get("/page.css").handler(this::style);
        // Browsers ask for it unasked; there is none.
        router.get("/favicon.ico")
                .handler(context -> context.response().setStatusCode(204).end());
    }

    private void page(RoutingContext context) {
        Language language = RequestLanguage.of(context);
        Dashboard.Asked asked = new Dashboard.Asked(
                language,
                chosen(context, "topic").orElse(null),
                chosen(context, "round").orElse(null),
                municipalities(context),
                chosen(context, "peersOf").orElse(null),
                chosen(context, "peers").orElse(null),
                chosen(context, "sizeClass").orElse(null),
                chosen(context, "group").orElse(null),
                chosen(context, "chart").orElse(null),
                chosen(context, "compareTo").orElse(null),
                context.request().scheme() + "://" + context.request().authority());
        answer(context, language, () -> Templates.page(dashboard.of(asked)).render());
    }

    private void origin(RoutingContext context) {
        Language language = RequestLanguage.of(context);
        answer(context, language, () -> Templates.origin(origins.of(
                        context.pathParam("id"), chosen(context, "dataset").orElse(null), language))
                .render());
    }

    /** The page, or in one sentence why there is none. */
    private static void answer(RoutingContext context, Language language, Supplier<String> page) {
        try {
            send(context, "text/html; charset=utf-8", page.get().getBytes(StandardCharsets.UTF_8), language);
        } catch (ProblemException e) {
            if (e.type().status() == 503) {
                context.response().putHeader("Retry-After", "2");
            }
            context.response().setStatusCode(e.type().status());
            byte[] text = e.detail().in(language).getBytes(StandardCharsets.UTF_8);
            head(context, "text/plain; charset=utf-8", language);
            context.response().end(io.vertx.core.buffer.Buffer.buffer(text));
        }
    }

    /** What is chosen in a form; nothing chosen is sent as an empty text. */
    private static Optional<String> chosen(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getParam(name)).filter(text -> !text.isBlank());
    }

    /** A form sends one parameter for each; an address that was written has them with commas. */
    private static List<String> municipalities(RoutingContext context) {
        return context.request().params().getAll("municipality").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(code -> !code.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private void style(RoutingContext context) {
        send(context, "text/css; charset=utf-8", style, null);
    }

    private static void head(RoutingContext context, String type, Language language) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", CSP)
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept-Language");
        if (language != null) {
            response.putHeader("Content-Language", language.code());
        }
    }

    private static void send(RoutingContext context, String type, byte[] content, Language language) {
        head(context, type, language);
        String tag = ETags.ofBytes(content);
        context.response().putHeader("ETag", tag);
        if (ETags.noneMatchHolds(context.request().getHeader("If-None-Match"), tag)) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(io.vertx.core.buffer.Buffer.buffer(content));
        }
    }

    private static byte[] read(String resource) {
        try (var in = PageRoute.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
