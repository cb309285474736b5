package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections that send a head or content byte by byte, or take an answer little by little; notes how long each was let. */
final class SlowClients implements Runnable {

    private static final String SIGNED_IN = "Authorization: " + Wire.basic("researcher") + "\r\n";

    /** Bytes a second of those who take slowly. Fewer, and they would go on for minutes with what has come, without a look at whether the connection is still there. */
    private static final int TAKEN = 600;

    /** What they are slow at. */
    enum Kind {
        HEAD("GET /v1/config HTTP/1.1\r\nHost: x\r\nX-Slow: "),
        CONTENT("POST /v1/rounds HTTP/1.1\r\nHost: x\r\n" + SIGNED_IN
                + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"),
        LARGE_CONTENT("POST /v1/rounds HTTP/1.1\r\nHost: x\r\n" + SIGNED_IN
                + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{"),
        ANSWER("GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"),
        MANY_ANSWERS("GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20));

        private final String opening;

        Kind(String opening) {
            this.opening = opening;
        }
    }

    private final Kind kind;
    private final int port;
    private final int count;
    private final Duration patience;
    private final List<SocketChannel> open = new ArrayList<>();
    private volatile int left;
    private volatile Duration longest = Duration.ZERO;

    SlowClients(Kind kind, int port, int count, Duration patience) {
        this.kind = kind;
        this.port = port;
        this.count = count;
        this.patience = patience;
    }

    /** How many were still open in the end. */
    int left() {
        return left;
    }

    /** How long the last one that was closed had been let. */
    Duration longest() {
        return longest;
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try {
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 2048);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(kind.opening.getBytes(StandardCharsets.US_ASCII)));
                open.add(channel);
            }
            while (!open.isEmpty() && System.nanoTime() - began < patience.toNanos()) {
                Servers.pause(1000);
                if (open.removeIf(this::isClosed)) {
                    longest = Duration.ofNanos(System.nanoTime() - began);
                }
            }
            left = open.size();
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on by a bit, and sees whether the other side has gone. */
    private boolean isClosed(SocketChannel channel) {
        try {
            boolean isTaking = kind == Kind.ANSWER || kind == Kind.MANY_ANSWERS;
            if (!isTaking) {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            }
            int read = channel.read(ByteBuffer.allocate(isTaking ? TAKEN : 4096));
            if (read >= 0) {
                return false;
            }
            channel.close();
            return true;
        } catch (IOException reset) {
            return true;
        }
    }
}
