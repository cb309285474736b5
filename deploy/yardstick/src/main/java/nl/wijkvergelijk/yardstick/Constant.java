package nl.wijkvergelijk.yardstick;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /v1/constant?size=N}: N bytes that never change, made once per size, with as many headers as a comparison has, sent from the event loop. Size 0 is a 304.
 * {@code &encoding=gzip} says that the bytes are compressed, so that a client treats them as such; they are not.
 */
@ApplicationScoped
class Constant {

    /** Behind the edge and the limits, as the services' own routes are. */
    private static final int AFTER_LIMITS = -40;

    private static final int LARGEST = 256 * 1024 * 1024;

    private final Map<Integer, Buffer> bodies = new ConcurrentHashMap<>();

    void install(@Observes Router router) {
        router.get("/v1/constant").order(AFTER_LIMITS).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        int size = size(context.request().getParam("size"));
        if (size < 0) {
            response.setStatusCode(400).end();
            return;
        }
        response.putHeader("ETag", "\"6f1d2a7c9b3e4f58-json-nl\"")
                .putHeader("Cache-Control", "public, max-age=10, stale-while-revalidate=60")
                .putHeader("Content-Language", "nl")
                .putHeader("Link", "<https://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\"")
                .putHeader("Vary", "Accept, Accept-Language");
        if (size == 0) {
            response.setStatusCode(304).end();
            return;
        }
        if ("gzip".equals(context.request().getParam("encoding"))) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(bodies.computeIfAbsent(size, Constant::body));
    }

    private static Buffer body(int size) {
        return Buffer.buffer("x".repeat(size));
    }

    private static int size(String asked) {
        try {
            int size = Integer.parseInt(asked);
            return size > LARGEST ? -1 : size;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
