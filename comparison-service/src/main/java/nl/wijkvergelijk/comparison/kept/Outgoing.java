package nl.wijkvergelijk.comparison.kept;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
 * Sends the content of answers. A large one goes in pieces, each when the one before was taken, so that who takes it slowly has us keep a piece for him and not a copy of
 * all of it. The answer itself is in memory until the last of those who take it has it, and {@link Turns} knows how much that is.
 */
@ApplicationScoped
class Outgoing {

    /** Pieces that are sent together, which is faster, while few wait for those who take slowly. */
    private static final int TOGETHER = 8;

    /** Bytes that wait while it is few who do. */
    private static final long LITTLE = 32_000_000;

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
            // What is left is waiting for who takes it, and he must keep nobody out.
            Overload.done(context);
            // Before the first piece the server looks whether it is there; the framework sets headers when that goes
            // out.
            response.putHeader("Content-Length", Long.toString(variant.length()));
            new Taking(response, answer, variant.pieces().get()).goOn();
        }
    }

    /** One who takes a large answer. */
    private final class Taking {

        private final HttpServerResponse response;
        private final Rendered answer;
        private final Iterator<byte[]> pieces;

        Taking(HttpServerResponse response, Rendered answer, Iterator<byte[]> pieces) {
            this.response = response;
            this.answer = answer;
            this.pieces = pieces;
            if (answer.taken(1) == 1) {
                turns.outgoing(answer.size());
            }
        }

        /** Sends until something is not taken at once. */
        void goOn() {
            boolean waits = false;
            try {
                boolean more = true;
                while (more) {
                    Buffer some = next();
                    more = pieces.hasNext();
                    Future<Void> taken = more ? response.write(some) : response.end(some);
                    if (!taken.isComplete()) {
                        waits = true;
                        await(taken, some.length(), more);
                        return;
                    }
                    more = more && taken.succeeded();
                }
            } finally {
                if (!waits) {
                    isOver();
                }
            }
        }

        private Buffer next() {
            int most = waiting.get() < LITTLE ? TOGETHER : 1;
            List<byte[]> some = new ArrayList<>(most);
            while (some.size() < most && pieces.hasNext()) {
                some.add(pieces.next());
            }
            return Buffer.buffer(Unpooled.wrappedBuffer(some.toArray(new byte[0][])));
        }

        private void await(Future<Void> taken, int length, boolean more) {
            waiting.addAndGet(length);
            taken.onComplete(then -> {
                waiting.addAndGet(-length);
                if (more && then.succeeded()) {
                    goOn();
                } else {
                    isOver();
                }
            });
        }

        private void isOver() {
            if (answer.taken(-1) == 0) {
                turns.outgoing(-answer.size());
            }
        }
    }
}
