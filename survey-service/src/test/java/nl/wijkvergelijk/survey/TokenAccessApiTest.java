package nl.wijkvergelijk.survey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same walk through the access table, by people with tokens of an identity provider: how somebody signs in changes nothing in what he may do. */
@QuarkusTest
@TestProfile(WithIdentityProvider.class)
class TokenAccessApiTest extends AccessApiTest {

    @BeforeEach
    void everybodyHasAToken() {
        Api.credentials = Issuer::bearer;
    }

    @AfterEach
    void asBefore() {
        Api.credentials = Api.DEMO;
    }

    @Override
    @Test
    void aWrongPasswordOrAnUnknownAccountIsRefusedWithAChallenge() {
        Api.credentials = Api.DEMO;
        Api.as("researcher")
                .get("/municipalities")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"Wijkvergelijk\", error=\"invalid_token\"");
        var closed = Api.nobody().get("/rounds/2005/responses");
        closed.then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer realm=\"Wijkvergelijk\""));
        assertEquals(1, closed.headers().getValues("WWW-Authenticate").size());
    }
}
