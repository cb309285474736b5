package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private final AtomicInteger taken = new AtomicInteger();
    private final List<Handler<AsyncResult<Void>>> ends = new ArrayList<>();

    @SuppressWarnings("unchecked")
    private RoutingContext request(boolean closed) {
        HttpServerResponse response = (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class}, (proxy, method, arguments) -> {
                    assertEquals("closed", method.getName());
                    return closed;
                });
        Map<Object, Object> put = new HashMap<>();
        return (RoutingContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "response" -> response;
                    case "addEndHandler" -> {
                        ends.add((Handler<AsyncResult<Void>>) arguments[0]);
                        yield 0;
                    }
                    case "get" -> put.get(arguments[0]);
                    case "put" -> {
                        put.put(arguments[0], arguments[1]);
                        yield proxy;
                    }
                    default -> throw new AssertionError(method.getName());
                });
    }

    @Test
    void thereAreSoManyAndEachIsGivenBackWithTheAnswer() {
        assertTrue(Place.take(taken, 2, request(false)));
        assertTrue(Place.take(taken, 2, request(false)));
        assertFalse(Place.take(taken, 2, request(false)));
        assertEquals(2, taken.get());
        ends.get(0).handle(Future.succeededFuture());
        assertTrue(Place.take(taken, 2, request(false)));
    }

    @Test
    void whoOnlyHasToTakeAnAnswerGivesBackAllOfThemAtOnceAndNoneTwice() {
        AtomicInteger ofAnotherKind = new AtomicInteger();
        RoutingContext request = request(false);
        Place.count(ofAnotherKind, request);
        Place.take(taken, 2, request);
        Place.take(taken, 2, request(false));
        Overload.done(request);
        assertEquals(0, ofAnotherKind.get());
        assertEquals(1, taken.get());
        ends.forEach(each -> each.handle(Future.succeededFuture()));
        assertEquals(0, ofAnotherKind.get());
        assertEquals(0, taken.get());
        Overload.done(request(false));
    }

    /** The framework tells nobody who comes after it that the client went. */
    @Test
    void whoHasGoneAlreadyKeepsNone() {
        Place.take(taken, 2, request(true));
        Place.count(taken, request(true));
        assertEquals(0, taken.get());
    }
}
