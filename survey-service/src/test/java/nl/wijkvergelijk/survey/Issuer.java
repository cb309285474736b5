package nl.wijkvergelijk.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * An identity provider for tests, with keys of its own: discovery, keys, and the code flow (PKCE) for whoever {@link #next} says. It knows the same people
 * as the demo accounts. The service that uses it has no demo accounts.
 */
public class Issuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "wijkvergelijk-survey";
    static final Map<String, String> CONTACTS = Map.of("leusden", Api.LEUSDEN, "delft", Api.DELFT);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who signs in next at the form that this provider would have. */
    static volatile String next = "leusden";

    private static HttpServer server;
    private static String address;
    private static volatile RsaJsonWebKey key;
    private static volatile boolean away;
    private static final AtomicInteger keysAsked = new AtomicInteger();
    private static final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        try {
            rotate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            address = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", Issuer::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.oidc.auth-server-url", address,
                "quarkus.oidc.tenant-enabled", "true",
                "wijkvergelijk.demo-accounts.enabled", "false");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static String address() {
        return address;
    }

    static RsaJsonWebKey key() {
        return key;
    }

    /** From now on tokens are signed with another key, and only that one is given out. */
    static void rotate() {
        key = newKey();
    }

    static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId(UUID.randomUUID().toString());
            made.setUse("sig");
            made.setAlgorithm("RS256");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cuts every connection, or takes them again. */
    static void away(boolean now) {
        away = now;
    }

    /** How often somebody asked for the keys. */
    static int keysAsked() {
        return keysAsked.get();
    }

    /** The header of somebody with a good token. */
    static String bearer(String account) {
        return "Bearer " + signed(claims(account), key);
    }

    /** What a good token of somebody says, for five minutes. */
    static JwtClaims claims(String account) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address);
        claims.setAudience(AUDIENCE);
        claims.setSubject("id-of-" + account);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("preferred_username", account);
        boolean isContact = CONTACTS.containsKey(account);
        claims.setStringListClaim("roles", isContact ? "contact" : account, "offline_access");
        if (isContact) {
            claims.setStringListClaim("municipalities", CONTACTS.get(account));
        }
        return claims;
    }

    static String signed(JwtClaims claims, RsaJsonWebKey by) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(by.getKeyId());
        jws.setKey(by.getPrivateKey());
        return compact(jws);
    }

    static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (away) {
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath().replaceFirst("^/realms/test", "");
        switch (path) {
            case "/.well-known/openid-configuration" ->
                say(
                        exchange,
                        200,
                        JSON.writeValueAsString(Map.of(
                                "issuer", address,
                                "jwks_uri", address + "/keys",
                                "authorization_endpoint", address + "/authorize",
                                "token_endpoint", address + "/token",
                                "end_session_endpoint", address + "/end")));
            case "/keys" -> {
                keysAsked.incrementAndGet();
                say(
                        exchange,
                        200,
                        new JsonWebKeySet(List.<JsonWebKey>of(key)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            }
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            default -> say(exchange, 404, "{}");
        }
    }

    /** As if somebody filled in the form of this provider. */
    private static void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put("account", next);
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        if (asked == null
                || !"S256".equals(asked.get("code_challenge_method"))
                || !sha256(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            say(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        JwtClaims id = claims(asked.get("account"));
        id.setAudience(asked.get("client_id"));
        id.setStringClaim("nonce", asked.get("nonce"));
        say(
                exchange,
                200,
                JSON.writeValueAsString(Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "access_token",
                        signed(claims(asked.get("account")), key),
                        "id_token",
                        signed(id, key))));
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (a, b) -> b,
                        HashMap::new));
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
