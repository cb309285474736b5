package nl.wijkvergelijk.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** One connection of one client, kept from request to request. A thousand of these cost little, so that it is the service that has too much to do and not the bench. */
final class KeptConnection implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final int port;
    private final byte[] thrownAway = new byte[1 << 16];
    private Socket socket;
    private InputStream in;

    KeptConnection(int port) {
        this.port = port;
    }

    /** What came back but for its content, and after how many milliseconds; status 0 when nothing did. */
    record Answer(int status, String tag, boolean saysWhenToComeBack, long millis) {}

    Answer send(Http.Call call) {
        long began = System.nanoTime();
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout((int) TIMEOUT.toMillis());
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(written(call).getBytes(StandardCharsets.UTF_8));
            return answer(began);
        } catch (IOException e) {
            close();
            return new Answer(Http.NONE, null, false, millisSince(began));
        }
    }

    private static String written(Http.Call call) {
        StringBuilder text =
                new StringBuilder(call.method() + " /v1" + call.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (call.account() != null) {
            text.append("Authorization: ").append(Wire.basic(call.account())).append("\r\n");
        }
        if (call.ifMatch() != null) {
            text.append("If-Match: ").append(call.ifMatch()).append("\r\n");
        }
        if (call.body() == null) {
            return text.append("\r\n").toString();
        }
        return text.append("Content-Type: application/json\r\nContent-Length: ")
                .append(call.body().getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(call.body())
                .toString();
    }

    private Answer answer(long began) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean comeBack = false;
        boolean isLast = false;
        boolean inPieces = false;
        String tag = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
            if (header.startsWith("etag:")) {
                tag = line.substring(line.indexOf(':') + 1).strip();
            }
            inPieces |= header.equals("transfer-encoding: chunked");
            comeBack |= header.startsWith("retry-after:");
            isLast |= header.equals("connection: close");
        }
        throwAway(length);
        while (inPieces) {
            int piece = Integer.parseInt(line(), 16);
            throwAway(piece);
            line();
            inPieces = piece > 0;
        }
        if (isLast) {
            close();
        }
        return new Answer(status, tag, comeBack, millisSince(began));
    }

    /** Not by skipping, which a socket does in small pieces. */
    private void throwAway(int length) throws IOException {
        for (int left = length; left > 0; ) {
            int read = in.read(thrownAway, 0, Math.min(left, thrownAway.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // It is as closed as can be.
        }
        socket = null;
    }
}
