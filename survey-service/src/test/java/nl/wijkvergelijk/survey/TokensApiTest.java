package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of an identity provider: good ones, what their claims mean, and attacks with bad ones. */
@QuarkusTest
@TestProfile(WithIdentityProvider.class)
class TokensApiTest {

    @BeforeEach
    void everybodyHasAToken() {
        Api.credentials = Issuer::bearer;
    }

    @AfterEach
    void asBefore() {
        Api.credentials = Api.DEMO;
        Issuer.away(false);
    }

    @Test
    void whoHasATokenStandsInTheHistoryByName() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        Api.as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        Api.as("researcher").get(response + "/revisions").then().body("revisions.author", hasItem("leusden"));
    }

    static Stream<Arguments> attacks() {
        RsaJsonWebKey another = Issuer.newKey();
        another.setKeyId(Issuer.key().getKeyId());
        String good = Issuer.bearer("researcher");
        return Stream.of(
                attack("alg none", bearer(unsigned())),
                attack("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                attack("HS256 signed with the public key", bearer(hmac())),
                attack("signed with another key under our kid", bearer(Issuer.signed(researcher(), another))),
                attack("another kid", bearer(Issuer.signed(researcher(), Issuer.newKey()))),
                attack("its own key in the header", bearer(ownKey())),
                attack("another issuer", token(c -> c.setIssuer(Issuer.address() + "2"))),
                attack("another audience", token(c -> c.setAudience("another-service"))),
                attack("no audience", token(c -> c.unsetClaim("aud"))),
                attack("expired", expired()),
                attack("without end", token(c -> c.unsetClaim("exp"))),
                attack("not yet valid", token(c -> c.setNotBefore(in(60)))),
                attack("an ID token", token(c -> c.setAudience("wijkvergelijk-pages"))),
                attack("without a name", token(c -> c.unsetClaim("preferred_username"))),
                attack("a name of two lines", token(c -> c.setStringClaim("preferred_username", "a\nb"))),
                attack("tampered", tampered(good)),
                attack("good, but 8 KB", token(c -> c.setStringClaim("more", "x".repeat(6200)))),
                attack("8 KB of nothing", "Bearer " + "x".repeat(8192)),
                attack("two good ones in one header", good + ", " + good),
                attack("empty", "Bearer "),
                attack("no token at all", "Bearer a.b.c"),
                attack("another scheme", "Basic cmVzZWFyY2hlcjpyZXNlYXJjaGVy"),
                attack("a municipality as text", contact("GM0327")),
                attack("a municipality as number", contact(List.of(327))),
                attack("a municipality that is none", contact(List.of("GM0327", "Leusden"))),
                attack("municipalities as object", contact(Map.of("GM0327", true))),
                attack("too many municipalities", contact(Collections.nCopies(401, "GM0327"))));
    }

    private static Arguments attack(String what, String header) {
        return Arguments.of(what, header);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aBadTokenIs401WhateverIsAskedAndNoDatabaseIsAsked(String what, String header) {
        for (String path :
                new String[] {"/rounds/2005/responses", "/rounds/2005/responses/GM0327", "/municipalities"}) {
            int statements = Statements.during(() -> refused(Api.nobody().header("Authorization", header), path));
            assertEquals(0, statements, path);
        }
    }

    @Test
    void twoHeadersAre401AlsoWhenBothAreGood() {
        String good = Issuer.bearer("researcher");
        assertEquals(
                0,
                Statements.during(() -> refused(
                        Api.nobody().header("Authorization", good, Issuer.bearer("leusden")),
                        "/rounds/2005/responses")));
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        String good = Issuer.bearer("researcher").substring("Bearer ".length());
        assertEquals(0, Statements.during(() -> {
            Response response = Api.nobody().queryParam("access_token", good).get("/rounds/2005/responses");
            response.then().statusCode(401).header("WWW-Authenticate", "Bearer realm=\"Wijkvergelijk\"");
        }));
        Api.nobody()
                .queryParam("access_token", good)
                .get("/municipalities")
                .then()
                .statusCode(400);
    }

    private static void refused(RequestSpecification request, String path) {
        Response response = request.get(path);
        response.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/v1/problems/unauthorized"));
        assertEquals(
                List.of("Bearer realm=\"Wijkvergelijk\", error=\"invalid_token\""),
                response.headers().getValues("WWW-Authenticate"));
    }

    @Test
    void aTokenWithoutARoleOfOursIsSomebodyWhoMayDoNothing() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        for (String header : List.of(
                token(c -> c.unsetClaim("roles")),
                token(c -> c.setStringListClaim("roles", "owner", "RESEARCHER")),
                token(c -> c.setClaim("roles", 7)))) {
            as(header).get(response).then().statusCode(403).body("type", equalTo("/v1/problems/forbidden"));
            as(header).get("/rounds/nowhere/responses/GM0327").then().statusCode(403);
            as(header).get("/municipalities").then().statusCode(200);
        }
    }

    @Test
    void ofSeveralRolesTheFirstCountsContactBeforeResearcherBeforeAdmin() {
        String round = Api.roundWithLeusdenAndDelft();
        String both = token(c -> c.setStringListClaim("roles", "admin", "researcher", "contact"));
        as(both).get("/rounds/" + round + "/findings").then().statusCode(403);
        as(both).get(leusden(round)).then().statusCode(404);
        String two = token(c -> c.setStringListClaim("roles", "admin", "researcher"));
        as(two).get("/rounds/" + round + "/findings").then().statusCode(200);
    }

    @Test
    void aContactWithoutMunicipalitiesHasNone() {
        String round = Api.roundWithLeusdenAndDelft();
        for (String header : List.of(contact(null), contact(List.of()))) {
            as(header).get(leusden(round)).then().statusCode(404);
            as(header)
                    .get("/rounds/" + round + "/responses")
                    .then()
                    .statusCode(200)
                    .body("responses.size()", equalTo(0));
        }
    }

    @Test
    void aContactOfTwoMunicipalitiesReachesBothAndNoOther() {
        String round = Api.roundWithLeusdenAndDelft();
        String header = contact(List.of("GM0327", "GM0503"));
        as(header).get(leusden(round)).then().statusCode(200);
        as(header).get("/rounds/" + round + "/responses/GM0503").then().statusCode(200);
        as(header).get("/rounds/" + round + "/responses/GM0200").then().statusCode(404);
    }

    @Test
    void aNewKeyOfTheProviderFailsNobody() {
        String round = Api.roundWithLeusdenAndDelft();
        for (int turn = 0; turn < 2; turn++) {
            Issuer.rotate();
            List<Integer> statuses = Together.call(12, i -> Api.as(i % 2 == 0 ? "leusden" : "researcher")
                    .get(leusden(round))
                    .statusCode());
            assertEquals(Set.of(200), Set.copyOf(statuses));
        }
    }

    @Test
    void unknownKeysMakeTheServiceAskTheProviderOnceASecondAtMost() {
        int before = Issuer.keysAsked();
        long begun = System.nanoTime();
        String unknown = bearer(Issuer.signed(researcher(), Issuer.newKey()));
        List<Integer> statuses =
                Together.call(20, i -> as(unknown).get("/municipalities").statusCode());
        long seconds = (System.nanoTime() - begun) / 1_000_000_000 + 1;
        assertEquals(Set.of(401), Set.copyOf(statuses));
        assertTrue(Issuer.keysAsked() - before <= seconds + 1, (Issuer.keysAsked() - before) + " in " + seconds + " s");
    }

    @Test
    void withoutTheProviderKnownKeysGoOnAndOthersAre401Or503() throws InterruptedException {
        String good = Issuer.bearer("researcher");
        as(good).get("/municipalities").then().statusCode(200);
        Issuer.away(true);
        Thread.sleep(1100);
        as(good).get("/municipalities").then().statusCode(200);
        String unknown = bearer(Issuer.signed(researcher(), Issuer.newKey()));
        for (int i : IntStream.range(0, 3).toArray()) {
            Response response = as(unknown).get("/municipalities");
            assertTrue(Set.of(401, 503).contains(response.statusCode()), i + ": " + response.asString());
            if (response.statusCode() == 503) {
                response.then().header("Retry-After", "2").contentType("application/problem+json");
            }
        }
        as(good).get("/municipalities").then().statusCode(200);
        Issuer.away(false);
        Thread.sleep(1100);
        as(unknown).get("/municipalities").then().statusCode(401);
    }

    @Test
    void clientsAreLedToTheProvider() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/.well-known/openid-configuration")
                .then()
                .statusCode(302)
                .header("Location", Issuer.address() + "/.well-known/openid-configuration");
    }

    @Test
    void swaggerUiSignsInWithPkce() {
        String page = RestAssured.get("/docs/").asString();
        assertTrue(page.contains("clientId: 'wijkvergelijk-pages'"), page);
        assertTrue(page.contains("usePkceWithAuthorizationCodeGrant: true"), page);
    }

    private static RequestSpecification as(String header) {
        return Api.nobody().header("Authorization", header);
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static JwtClaims researcher() {
        return Issuer.claims("researcher");
    }

    private static String token(Consumer<JwtClaims> change) {
        JwtClaims claims = researcher();
        change.accept(claims);
        return bearer(Issuer.signed(claims, Issuer.key()));
    }

    private static String contact(Object municipalities) {
        return token(claims -> {
            claims.setStringListClaim("roles", "contact");
            claims.setClaim("municipalities", municipalities);
        });
    }

    /** Good until a second ago: nothing else is wrong with it. */
    private static String expired() {
        return token(claims -> {
            claims.setIssuedAt(in(-60));
            claims.setExpirationTime(in(-1));
        });
    }

    private static NumericDate in(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String unsigned() {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setPayload(researcher().toJson());
        jws.setAlgorithmHeaderValue("none");
        jws.setKeyIdHeaderValue(Issuer.key().getKeyId());
        return Issuer.compact(jws);
    }

    private static String hmac() {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(researcher().toJson());
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue(Issuer.key().getKeyId());
        jws.setKey(new HmacKey(Issuer.key().getRsaPublicKey().getEncoded()));
        return Issuer.compact(jws);
    }

    private static String ownKey() {
        RsaJsonWebKey own = Issuer.newKey();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(researcher().toJson());
        jws.setAlgorithmHeaderValue("RS256");
        jws.setJwkHeader(own);
        jws.setKey(own.getPrivateKey());
        return Issuer.compact(jws);
    }

    /** The same signature under the claims of another. */
    private static String tampered(String good) {
        String[] parts = good.split("\\.");
        String[] others = Issuer.bearer("admin").split("\\.");
        String made = parts[0] + "." + others[1] + "." + parts[2];
        assertNotEquals(good, made);
        return made;
    }
}
