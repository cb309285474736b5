package nl.wijkvergelijk.comparison.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.LargeText;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.Turns;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large answers over real connections, to clients that take them slowly, halfway or not at all. */
class OutgoingTest {

    /** Packed in memory. */
    private static final byte[] VERY_LARGE = LargeText.of(40_000_000);

    /** In memory as it is. */
    private static final byte[] LARGE = LargeText.of(3_000_000);

    private static final int OF_EACH = 300_000;

    private static final int MOST_OUTGOING = 200_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final Turns turns = new Turns(
            1, 1, MOST_OUTGOING, () -> new ProblemException(HttpProblem.SERVICE_UNAVAILABLE, new Text("druk", "busy")));
    private final Outgoing outgoing = new Outgoing(turns);
    private final Rendered veryLarge = rendered(VERY_LARGE);
    private final Rendered large = rendered(LARGE);
    private HttpServer server;

    /** The number of the piece that cannot be sent. */
    private volatile int failing;

    private static Rendered rendered(byte[] bytes) {
        return Rendered.of(
                new Representation(Format.JSON, Content.of(bytes), null, false, List.of()), Language.NL, "no-cache");
    }

    @BeforeEach
    void serve() throws Exception {
        Router router = Router.router(vertx);
        router.route("/very-large").handler(context -> {
            Rendered.Variant variant = veryLarge.variant(context.request().getHeader("Accept-Encoding"));
            outgoing.send(context, veryLarge, variant);
        });
        // From another thread, as by who made it.
        router.route("/large").blockingHandler(context -> {
            Rendered.Variant variant = large.variant(context.request().getHeader("Accept-Encoding"));
            outgoing.send(context, large, variant);
        });
        server = vertx.createHttpServer()
                .connectionHandler(connection ->
                        ((ConnectionBase) connection).channel().pipeline().addFirst(new OneFails()))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** As where there is no memory for one piece and there is for the next. */
    private final class OneFails extends ChannelOutboundHandlerAdapter {

        private int pieces;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            boolean isPiece = message instanceof ByteBuf bytes && bytes.readableBytes() == Content.PIECE;
            if (isPiece && ++pieces == failing) {
                ReferenceCountUtil.release(message);
                promise.setFailure(new IllegalStateException("no memory for a piece"));
            } else {
                super.write(context, message, promise);
            }
        }
    }

    /** A client that has sent its request, and takes what it is told to. */
    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket();
        private final DataInputStream in;

        Client(String method, String path, String header) throws IOException {
            // Else the kernel takes much of it for us.
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new InetSocketAddress("127.0.0.1", server.actualPort()));
            socket.setSoTimeout(10_000);
            in = new DataInputStream(socket.getInputStream());
            String request = "%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(method, path, header);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        int length() throws IOException {
            int length = -1;
            StringBuilder line = new StringBuilder();
            while (true) {
                char c = (char) in.readUnsignedByte();
                if (c != '\n') {
                    line.append(c);
                } else if (line.toString().isBlank()) {
                    return length;
                } else {
                    String[] header = line.toString().strip().split(": ", 2);
                    length = header[0].equalsIgnoreCase("Content-Length") ? Integer.parseInt(header[1]) : length;
                    line.setLength(0);
                }
            }
        }

        byte[] take(int count) throws IOException {
            byte[] bytes = new byte[count];
            in.readFully(bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static long outsideHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(each -> each.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static void eventually(BooleanSupplier isSo, String what) throws InterruptedException {
        for (int i = 0; i < 500 && !isSo.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(isSo.getAsBoolean(), what);
    }

    @Test
    void itComesWholeToWhoPausesOnTheWayAndTheConnectionGoesOn() throws Exception {
        for (String path : List.of("/large", "/very-large")) {
            byte[] expected = path.equals("/large") ? LARGE : VERY_LARGE;
            try (Client client = new Client("GET", path, "")) {
                int length = client.length();
                assertEquals(expected.length, length);
                byte[] first = client.take(1_000);
                Thread.sleep(300);
                byte[] rest = client.take(length - 1_000);
                assertEquals(expected[999], first[999]);
                for (int i = 0; i < rest.length; i++) {
                    if (rest[i] != expected[i + 1_000]) {
                        assertEquals(expected[i + 1_000], rest[i], "byte " + (i + 1_000));
                    }
                }
                client.socket
                        .getOutputStream()
                        .write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(LARGE.length, client.length());
                assertArrayEquals(LARGE, client.take(LARGE.length));
            }
        }
    }

    @Test
    void itComesPackedToWhoTakesThat() throws Exception {
        for (String path : List.of("/large", "/very-large")) {
            try (Client client = new Client("GET", path, "Accept-Encoding: gzip\r\n")) {
                byte[] packed = client.take(client.length());
                try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    assertArrayEquals(path.equals("/large") ? LARGE : VERY_LARGE, plain.readAllBytes());
                }
            }
        }
    }

    @Test
    void ofManyWhoTakeNothingFewPiecesAreInMemoryAndOfVeryManyOneForEach() throws Exception {
        int many = 150;
        long before = outsideHeap();
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                clients.add(new Client("GET", "/very-large", ""));
                clients.get(i).length();
            }
            Thread.sleep(500);
            long grown = outsideHeap() - before;
            // Eight pieces of each would be 157 MB, and all of them 6 GB.
            assertTrue(grown > 10_000_000, "what waits is somewhere else: " + grown);
            assertTrue(grown < 100_000_000, "%d took %d bytes".formatted(many, grown));
            assertEquals(many, veryLarge.taken(0));
        } finally {
            for (Client each : clients) {
                each.close();
            }
        }
        eventually(() -> veryLarge.taken(0) == 0, "those who left take it still");
        turns.outgoing(2 * MOST_OUTGOING - 1);
        eventually(() -> !turns.isFull(), "what they took is outgoing still");
        turns.outgoing(1);
        assertTrue(turns.isFull());
    }

    @Test
    void onlyWhatIsBeingTakenIsOutgoingAndOnceHoweverManyTakeIt() throws Exception {
        try (Client one = new Client("GET", "/very-large", "");
                Client other = new Client("GET", "/very-large", "")) {
            eventually(() -> veryLarge.taken(0) == 2, "both take it");
            turns.outgoing(2 * MOST_OUTGOING - veryLarge.size() - 2 * OF_EACH - 1);
            assertFalse(turns.isFull());
            turns.outgoing(1);
            eventually(turns::isFull, "both are counted");
            one.take(one.length());
            eventually(() -> !turns.isFull(), "one has it");
            turns.outgoing(OF_EACH - 1);
            assertFalse(turns.isFull());
            turns.outgoing(1);
            assertTrue(turns.isFull());
            other.take(other.length());
            eventually(() -> !turns.isFull(), "both have it");
            turns.outgoing(veryLarge.size() + OF_EACH - 1);
            assertFalse(turns.isFull());
            turns.outgoing(1);
            assertTrue(turns.isFull());
        }
    }

    @Test
    void whereOnePieceCannotBeSentTheConnectionEndsAndNothingComesAfterTheHole() throws Exception {
        failing = 3;
        try (Client client = new Client("GET", "/very-large", "")) {
            client.length();
            ByteArrayOutputStream taken = new ByteArrayOutputStream();
            byte[] some = new byte[8_192];
            for (int count = client.in.read(some); count >= 0; count = client.in.read(some)) {
                taken.write(some, 0, count);
            }
            assertTrue(taken.size() < 2_000_000, "it went on after the hole: " + taken.size());
        }
        eventually(() -> veryLarge.taken(0) == 0, "nobody takes it any more");
    }

    @Test
    void nothingIsOutgoingForWhoAsksForTheHeadersOnly() throws Exception {
        try (Client client = new Client("HEAD", "/very-large", "")) {
            assertEquals(-1, client.length());
            assertEquals(0, veryLarge.taken(0));
            turns.outgoing(2 * MOST_OUTGOING - 1);
            assertFalse(turns.isFull());
        }
    }
}
