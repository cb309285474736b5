package nl.wijkvergelijk.comparison.kept;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.wijkvergelijk.comparison.representation.Turns;
import nl.wijkvergelijk.http.Overload;

/**
 * Sends the content of answers. A large one goes in pieces, some and then others when those were taken, so that who takes it slowly has us keep a few for him and not a copy
 * of all of it. The answer itself is in memory until the last of those who take it has it, and {@link Turns} knows how much that is.
 */
@ApplicationScoped
class Outgoing {

    /** Pieces that are sent together, which is faster, while few wait for those who take slowly. */
    private static final int TOGETHER = 8;

    /** Bytes that wait while it is few who do. */
    private static final long LITTLE = 32_000_000;

    /** What each who takes has in memory beside the answer, roughly, while it is not few who do: a piece, one that is being unpacked, and what that takes. */
    private static final long OF_EACH = 300_000;

    private final Turns turns;

    /** Bytes that connections have and their clients did not take yet. */
    private final AtomicLong waiting = new AtomicLong();

    Outgoing(Turns turns) {
        this.turns = turns;
    }

    /** Sends the content, if there is to be any; the headers are set. */
    void send(RoutingContext context, Rendered answer, Rendered.Variant variant) {
        HttpServerResponse response = context.response();
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else if (variant.whole() != null) {
            response.end(variant.whole());
        } else {
            Iterator<byte[]> pieces = variant.pieces().get();
            // What is left is waiting for who takes it, and he must keep nobody out.
            Overload.done(context);
            // Before the first piece the server looks whether it is there; the framework sets headers when that goes
            // out.
            response.putHeader("Content-Length", Long.toString(variant.length()));
            new Taking(context, answer, pieces).goOn();
        }
    }

    /** One who takes a large answer. */
    private final class Taking {

        private final Vertx vertx;
        private final HttpConnection connection;
        private final HttpServerResponse response;
        private final Rendered answer;
        private final Iterator<byte[]> pieces;

        Taking(RoutingContext context, Rendered answer, Iterator<byte[]> pieces) {
            // What is injected of a request is not there any more when the rest is sent.
            this.vertx = context.vertx();
            this.connection = context.request().connection();
            this.response = context.response();
            this.answer = answer;
            this.pieces = pieces;
            turns.outgoing(OF_EACH + (answer.taken(1) == 1 ? answer.size() : 0));
        }

        /** Sends some. */
        void goOn() {
            List<Future<?>> sent = new ArrayList<>(TOGETHER);
            int length = 0;
            try {
                int most = waiting.get() < LITTLE ? TOGETHER : 1;
                do {
                    byte[] piece = pieces.next();
                    length += piece.length;
                    Buffer buffer = Buffer.buffer(Unpooled.wrappedBuffer(piece));
                    sent.add(pieces.hasNext() ? response.write(buffer) : response.end(buffer));
                } while (sent.size() < most && pieces.hasNext());
            } catch (RuntimeException | Error e) {
                isOver(false);
                throw e;
            }
            // Each of them can fail alone, and the others be taken all the same.
            await(sent.size() == 1 ? sent.get(0) : Future.join(sent), length);
        }

        /** The others when these are taken, and not before the loop had a moment for those who want something else. */
        private void await(Future<?> taken, int length) {
            waiting.addAndGet(length);
            taken.onComplete(then -> {
                waiting.addAndGet(-length);
                if (then.failed() || !pieces.hasNext()) {
                    isOver(then.succeeded());
                } else {
                    vertx.runOnContext(now -> goOn());
                }
            });
        }

        private void isOver(boolean well) {
            turns.outgoing(-OF_EACH - (answer.taken(-1) == 0 ? answer.size() : 0));
            if (!well) {
                // Else who is still there would wait for the rest.
                connection.close();
            }
        }
    }
}
