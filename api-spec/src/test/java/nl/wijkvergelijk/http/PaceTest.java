package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final int KILOBYTE = 1024;

    private final EmbeddedChannel connection = new EmbeddedChannel(new Pace());
    private int state;

    /** A request whose state is the field's. */
    private void request(int begins) {
        state = begins;
        connection.attr(Pace.LAST).set(() -> state);
    }

    private void seconds(int count, Runnable eachSecond) {
        for (int i = 0; i < count && connection.isOpen(); i++) {
            eachSecond.run();
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runScheduledPendingTasks();
        }
    }

    private void send(int bytes) {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
        connection.releaseInbound();
    }

    private void nothing() {}

    @Test
    void aHeadHasToComeWithinTwoLooks() {
        seconds(13, () -> send(1));
        assertTrue(connection.isOpen());
        seconds(2, () -> send(1));
        assertFalse(connection.isOpen());
    }

    @Test
    void contentMayComeAtAKilobyteASecondForAQuarterOfAnHourAndNotMoreSlowly() {
        request(Pace.COMING);
        seconds(14 * 60, () -> send(KILOBYTE + 1));
        assertTrue(connection.isOpen());
        seconds(2 * 60, () -> send(KILOBYTE + 1));
        assertFalse(connection.isOpen());
    }

    @Test
    void contentThatComesMoreSlowlyEndsTheConnection() {
        request(Pace.COMING);
        seconds(22, () -> send(KILOBYTE / 2));
        assertFalse(connection.isOpen());
    }

    @Test
    void whatIsWorkedOnAndWhatWasAnsweredMayLast() {
        request(Pace.AT_WORK);
        seconds(600, this::nothing);
        state = Pace.ANSWERED;
        seconds(600, this::nothing);
        assertTrue(connection.isOpen());
    }

    @Test
    void requestsThatAreJustComingAtEachLookAreNotSlow() {
        for (int look = 0; look < 9; look++) {
            request(Pace.AT_WORK);
            seconds(6, this::nothing);
            request(Pace.COMING);
            seconds(1, () -> send(100));
            assertTrue(connection.isOpen(), "look " + look);
        }
    }

    @Test
    void aRequestThatIsReadAcrossALookIsNoSlowHead() {
        request(Pace.AT_WORK);
        seconds(6, this::nothing);
        request(Pace.COMING);
        seconds(1, () -> send(100));
        send(5000);
        state = Pace.ANSWERED;
        seconds(60, this::nothing);
        assertTrue(connection.isOpen());
    }

    /** As the resources do it: what is not fetched is not read, so that not even the end is handed on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n123456789",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n123456789\r\n0\r\n\r\n"
            })
    void aRequestIsAtWorkOnceAllOfItHasComeHoweverItIsRead(String content) throws Exception {
        Vertx vertx = Vertx.vertx();
        CompletableFuture<List<Integer>> states = new CompletableFuture<>();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            List<Integer> seen = new ArrayList<>();
            Pace.of(request);
            var last = ((ConnectionBase) request.connection())
                    .channel()
                    .attr(Pace.LAST)
                    .get();
            seen.add(last.getAsInt());
            request.pause();
            request.handler(read -> vertx.setTimer(50, later -> {
                seen.add(last.getAsInt());
                request.response().end();
                seen.add(last.getAsInt());
                states.complete(seen);
            }));
            request.fetch(1);
        });
        try {
            int port = server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get()
                    .actualPort();
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(("POST / HTTP/1.1\r\nHost: x\r\n" + content).getBytes(StandardCharsets.US_ASCII));
                assertEquals(List.of(Pace.COMING, Pace.AT_WORK, Pace.ANSWERED), states.get(10, TimeUnit.SECONDS));
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void anAnswerMayBeTakenInBursts() {
        request(Pace.ANSWERED);
        for (int burst = 0; burst < 20; burst++) {
            connection.write(Unpooled.wrappedBuffer(new byte[40 * KILOBYTE]));
            seconds(20, this::nothing);
            assertTrue(connection.isOpen(), "burst " + burst);
            connection.flush();
            connection.write(Unpooled.wrappedBuffer(new byte[KILOBYTE]));
        }
    }

    @Test
    void anAnswerThatIsNotTakenEndsTheConnection() {
        request(Pace.ANSWERED);
        connection.write(Unpooled.wrappedBuffer(new byte[40 * KILOBYTE]));
        int[] lasted = {0};
        seconds(120, () -> lasted[0]++);
        assertFalse(connection.isOpen());
        assertEquals(28, lasted[0]);
    }
}
