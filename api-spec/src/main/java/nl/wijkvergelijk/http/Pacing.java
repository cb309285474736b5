package nl.wijkvergelijk.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts {@link Pace} to work. Neither the framework nor Vert.x hands out a connection before its first request has come; Netty does. */
@ApplicationScoped
class Pacing implements HttpServerOptionsCustomizer {

    /**
     * Bytes of an answer that the operating system keeps; left to itself it keeps megabytes, and nobody sees that they are not taken. With half of this, which is less than one packet of
     * the loopback interface, large answers are some thirty times as slow there.
     */
    private static final int SENT_AHEAD = 1 << 16;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SENT_AHEAD);
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    }

    /** The service's own port is noted by the edge. */
    void install(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            Pace.of(context.request());
            context.next();
        });
    }
}
