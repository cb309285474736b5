package nl.wijkvergelijk.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a fuzzer and a service: fills in what only a client that looks around can know (the current tag, a key or an id that is new), and shows every answer to the judge. */
final class Relay implements AutoCloseable {

    private static final Set<String> UNWANTED = Set.of("transfer-encoding", "content-length", "connection", "date");

    private final int service;
    private final Operations operations;
    private final Judge judge;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final boolean helps;
    private final AtomicInteger given = new AtomicInteger();

    /** @param helps whether every request gets an account, the tag and the key that it needs, also where the fuzzer chose others */
    Relay(int service, Operations operations, Judge judge, boolean helps) {
        this.operations = operations;
        this.helps = helps;
        this.service = service;
        this.judge = judge;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1", this::pass);
        server.setExecutor(workers);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Sends a request, completed, and has its answer judged. */
    Wire.Answer send(Wire.Request request) {
        Wire.Request complete = completed(request);
        Wire.Answer answer = Wire.send(service, complete);
        judge.judge(complete, answer);
        return answer;
    }

    /** The request with everything that stands for something else put in its place. */
    private Wire.Request completed(Wire.Request request) {
        Wire.Request complete = helps ? helped(request) : request;
        if (Operations.NOW.equals(complete.headers().get("if-match"))) {
            String tag = look(complete, Operations.tagged(request.path())).header("etag");
            complete = complete.with("if-match", tag.isEmpty() ? null : tag);
        }
        if (Operations.FRESH.equals(complete.headers().get("idempotency-key"))) {
            complete = complete.with("idempotency-key", "key-" + given.incrementAndGet());
        }
        String text = complete.text();
        if (text.equals(Operations.WORKBOOK)) {
            complete = complete.saying(look(complete, request.path()).body());
        } else if (text.contains(Operations.FRESH)) {
            complete = complete.saying(text.replace(Operations.FRESH, "fuzz-" + given.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return complete;
    }

    private Wire.Request helped(Wire.Request request) {
        Map<String, String> good = operations
                .of(request.method(), request.path())
                .map(each -> each.sample().headers())
                .orElse(Map.of());
        Wire.Request helped = request;
        for (String header : new String[] {"authorization", "if-match", "idempotency-key"}) {
            boolean needed = header.equals("authorization") || request.headers().containsKey(header);
            if (needed && good.containsKey(header)) {
                helped = helped.with(header, good.get(header));
            }
        }
        return helped;
    }

    private Wire.Answer look(Wire.Request request, String path) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", request.headers().getOrDefault("authorization", Wire.basic("researcher")));
        return Wire.send(service, new Wire.Request("GET", path, headers, new byte[0]));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            headers.keySet().removeIf(name -> name.startsWith("specmatic"));
            String target = exchange.getRequestURI().toString().substring("/v1".length());
            Wire.Answer answer = send(new Wire.Request(
                    exchange.getRequestMethod(),
                    target,
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            answer.headers().forEach((name, values) -> {
                if (!UNWANTED.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty =
                    answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    answer.status() == 0 ? 502 : answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (RuntimeException e) {
            // What breaks here would otherwise look like a service that does not answer.
            e.printStackTrace();
            throw e;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
