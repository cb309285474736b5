package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.erasure.Forgetting;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is erased stands nowhere any more, whatever was done under the name, and is not brought back by what is still under way. */
@QuarkusTest
@TestProfile(WithIdentityProvider.class)
class ErasureApiTest {

    @Inject
    Forgetting forgetting;

    @BeforeEach
    void everybodyHasAToken() {
        Api.credentials = Issuer::bearer;
    }

    @AfterEach
    void asBefore() {
        Api.credentials = Api.DEMO;
    }

    /** The same people, all with a name that stands nowhere else. */
    private static UnaryOperator<String> named(String canary) {
        return account -> {
            JwtClaims claims = Issuer.claims(account);
            claims.setStringClaim("preferred_username", canary + account);
            return "Bearer " + Issuer.signed(claims, Issuer.key());
        };
    }

    private static Response erase(String account) {
        return as("admin").body(Map.of("account", account, "reason", "Left")).post("/erasures");
    }

    @Test
    void afterEveryWriteThereIsTheNameStandsNowhereAndWhatIsPublicIsAsItWas() throws SQLException {
        String canary = "Kanarie.Ünal-";
        String email = "Kanarie.Unal@leusden.example";
        Api.credentials = named(canary);
        List<String> rounds = new ArrayList<>();
        for (Write write : Writes.byOperation().values()) {
            String round = write.prepared();
            rounds.add(round);
            Response done = write.beside(request -> write.beside()
                            .apply(
                                    write.method().equals("POST")
                                                    && !write.path().endsWith("/imports")
                                            ? request.header(
                                                    "Idempotency-Key",
                                                    UUID.randomUUID().toString())
                                            : request))
                    .asked(as(write.account()), round);
            assertTrue(done.statusCode() < 300, write.operation() + " " + done.asString());
        }
        String round = furnished(email);
        assertEquals(String.join("\n", PrivacyPageTest.accounts()), String.join("\n", places("Kanarie.Ünal")));
        assertTrue(places("Kanarie.Unal").contains("survey.contact.email"));
        String published = published();
        String tag = as("researcher").get(leusden(round) + "/remarks/1").header("ETag");

        Api.credentials = Issuer::bearer;
        for (String account : new String[] {"leusden", "researcher", "admin"}) {
            Response erased = erase(canary + account);
            erased.then().statusCode(200).body("person", matchesPattern("erased-[0-9]+"));
            assertTrue(erased.jsonPath().getInt("places") > 0, account);
            assertFalse(erased.asString().contains("anarie"), erased.asString());
        }
        as("admin")
                .body(Map.of("email", email.toUpperCase(java.util.Locale.ROOT), "reason", "Left"))
                .post("/erasures")
                .then()
                .statusCode(200)
                .body("addresses", equalTo(1), "person", equalTo(null));

        assertEquals("", String.join("\n", places("anarie")));
        assertEquals(published, published(), "what is public");
        assertEquals("", broken(), "deploy/invariants.sql");
        assertEquals(
                "0",
                Database.text("select count(*) from survey.mail where round = '%s'".formatted(round)),
                "mail to the address");
        as("researcher")
                .get(leusden(round) + "/history?pageSize=1000")
                .then()
                .statusCode(200)
                .body("events.actor", everyItem(matchesPattern("erased-[0-9]+")));
        Response remark = as("researcher").get(leusden(round) + "/remarks/1");
        remark.then()
                .body("author", matchesPattern("erased-[0-9]+"), "resolution.author", matchesPattern("erased-[0-9]+"));
        assertFalse(remark.header("ETag").equals(tag), "it is shown otherwise, so its tag is another");
        assertEquals(
                "erase erased Left",
                Database.text(
                        "select action || ' ' || split_part(item, '-', 1) || ' ' || reason from history.event where subject = 'person' and actor = 'admin' and item is not null order by id desc limit 1"));
        for (String each : rounds) {
            String export = as("researcher")
                    .accept("*/*")
                    .get("/rounds/" + each + "/export")
                    .asString();
            assertFalse(export.contains("anarie"), each);
        }
    }

    /** What is left that no single write shows: an answer published, a remark resolved and a contact who was mailed. */
    private static String furnished(String email) throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .body("{\"contact\": {\"email\": \"%s\", \"language\": \"nl\"}}".formatted(email))
                .put("/rounds/" + round + "/participants/" + Api.LEUSDEN)
                .then()
                .statusCode(200);
        Database.run("wijk_survey", """
                insert into survey.mail (round, municipality, kind, item, recipient, due_at)
                values ('%s', 'GM0327', 'remark', '1', encode(sha256('%s'), 'hex'), now())
                """.formatted(round, email));
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("leusden").body("{\"kind\": \"remark\", \"text\": \"Seen\"}").post(leusden(round) + "/remarks");
        String tag = as("researcher").get(leusden(round) + "/remarks/1").header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body("{\"outcome\": \"accepted\", \"reason\": \"So it is\"}")
                .put(leusden(round) + "/remarks/1/resolution")
                .then()
                .statusCode(200);
        Api.step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        Api.step("researcher", leusden(round), "{\"action\": \"start-review\"}")
                .then()
                .statusCode(200);
        Api.step("researcher", leusden(round), Api.APPROVE).then().statusCode(200);
        Api.passWarnings(leusden(round));
        Api.step("researcher", leusden(round), "{\"action\": \"publish\"}")
                .then()
                .statusCode(200);
        return round;
    }

    @Test
    void whoWasErasedWritesNothingMoreWhateverIsTried() throws SQLException {
        int number = 0;
        List<String> erased = new ArrayList<>();
        for (Write write : Writes.byOperation().values()) {
            String canary = "Mus-" + (++number) + "-";
            Api.credentials = named(canary);
            String round = write.prepared();
            String gone = canary + write.account();
            Database.run(
                    "wijk_survey",
                    "insert into history.event (at, actor, subject, action) values (now(), '%s', 'round', 'x')"
                            .formatted(gone));
            Api.credentials = Issuer::bearer;
            erase(gone).then().statusCode(200);
            Api.credentials = named(canary);
            Response refused = write.asked(as(write.account()), round);
            assertEquals(403, refused.statusCode(), write.operation() + " " + refused.asString());
            assertEquals("/v1/problems/forbidden", refused.path("type"), write.operation());
            erased.add(gone + "(?![a-z])");
        }
        assertEquals("", String.join("\n", places(String.join("|", erased))));
    }

    @Test
    void whatIsUnderWayIsWaitedForAndErasedToo() throws Exception {
        try (Connection writing = Postgres.as("wijk_survey");
                var statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute(
                    "insert into history.event (at, actor, subject, action) values (now(), 'Vink-1', 'round', 'x')");
            var before = CompletableFuture.supplyAsync(() -> erase("Vink-1"));
            while (!before.isDone()
                    && Database.text("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals("0")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            // In the meantime nothing new begins under the name, and nobody waits for it.
            assertEquals(
                    "WV001",
                    sqlState(
                            "insert into history.event (at, actor, subject, action) values (now(), 'Vink-1', 'round', 'x')"));
            writing.commit();
            before.get(1, TimeUnit.MINUTES).then().statusCode(200).body("places", equalTo(1));
        }
        assertEquals("", String.join("\n", places("Vink-1")));
    }

    @Test
    void whoGoesOnWritingMeanwhileLeavesNoName() throws SQLException, InterruptedException {
        Api.credentials = named("Mees-");
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        List<Integer> statuses = Together.call(8, i -> {
            if (i == 4) {
                return Api.nobody()
                        .header("Authorization", Issuer.bearer("admin"))
                        .body(Map.of("account", "Mees-leusden", "reason", "Left"))
                        .post("/erasures")
                        .statusCode();
            }
            int last = 0;
            for (int n = 0; n < 20; n++) {
                last = as("leusden")
                        .header("Idempotency-Key", i + "-" + n)
                        .body("{\"kind\": \"remark\", \"text\": \"Again\"}")
                        .post(leusden(round) + "/remarks")
                        .statusCode();
                assertTrue(last == 201 || last == 403, "" + last);
            }
            return last;
        });
        assertEquals(200, statuses.get(4));
        assertTrue(statuses.contains(403), statuses.toString());
        assertEquals("", String.join("\n", places("Mees-leusden")));
    }

    @Test
    void doneAgainItIsTheSameAndAfterADayWhoComesBackIsSomebodyNew() throws SQLException {
        Api.credentials = named("Specht-");
        String round = Api.roundWithLeusdenAndDelft();
        Api.credentials = Issuer::bearer;
        String first = erase("Specht-researcher").path("person");
        erase("Specht-researcher").then().statusCode(200).body("person", equalTo(first), "places", equalTo(0));
        forgetting.round();
        Api.credentials = named("Specht-");
        as("researcher")
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(428);
        String tag = as("researcher").get("/rounds/" + round).header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(403);

        Database.run("wijk_owner", "update survey.erasure set at = at - interval '25 hours'");
        forgetting.round();
        assertEquals("0", Database.text("select count(*) from survey.erasure where account is not null"));
        as("researcher")
                .header("If-Match", tag)
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(200);
        Api.credentials = Issuer::bearer;
        Response again = erase("Specht-researcher");
        again.then().statusCode(200).body("places", equalTo(1));
        assertFalse(first.equals(again.path("person")), "somebody new");
        erase("Nobody-at-all").then().statusCode(404).body("type", equalTo("/v1/problems/not-found"));
    }

    @Test
    void whatCannotBeAskedIsRefused() throws SQLException {
        for (String[] bad : new String[][] {
            {"{\"account\": \"admin\", \"reason\": \"x\"}", "/account", "own-account"},
            {"{\"account\": \"l.devries\", \"reason\": \"L.deVries left\"}", "/reason", "names-the-person"},
            {"{\"email\": \"l@devries.nl\", \"reason\": \"l@devries.nl left\"}", "/reason", "names-the-person"},
            {"{\"account\": \"x\"}", "/reason", "required"}
        }) {
            as("admin")
                    .body(bad[0])
                    .post("/erasures")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(bad[1]), "errors[0].code", equalTo(bad[2]));
        }
        as("admin").body("{\"reason\": \"x\"}").post("/erasures").then().statusCode(400);
        Database.run("wijk_owner", "delete from survey.erasure where false");
        assertEquals("42501", sqlState("delete from survey.erasure"));
        assertEquals("42501", sqlState("insert into survey.erasure values (99, now(), null)"));
        // Nobody can be called what stands for somebody who was erased.
        Api.credentials = account -> named("").apply(account).isEmpty() ? "" : bearerNamed("erased-1", account);
        as("admin").get("/municipalities").then().statusCode(401);
    }

    private static String bearerNamed(String name, String account) {
        JwtClaims claims = Issuer.claims(account);
        claims.setStringClaim("preferred_username", name);
        return "Bearer " + Issuer.signed(claims, Issuer.key());
    }

    private static String sqlState(String statement) {
        try {
            Database.run("wijk_survey", statement);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** The columns of the whole database in which an expression is found. */
    static TreeSet<String> places(String text) throws SQLException {
        TreeSet<String> places = new TreeSet<>();
        try (Connection connection = Postgres.as("wijk_owner");
                var statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (var rows = statement.executeQuery("""
                    select format('%I.%I', table_schema, table_name), format('%I', column_name) from information_schema.columns
                    where table_schema not in ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    columns.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            for (String each : columns) {
                String[] column = each.split(" ");
                try (var rows = statement.executeQuery(
                        "select 1 from %s where %s::text ~ '%s' limit 1".formatted(column[0], column[1], text))) {
                    if (rows.next()) {
                        places.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return places;
    }

    private static String published() throws SQLException {
        String tables = Database.text("""
                select string_agg(format('select md5(coalesce(string_agg(t::text || t.xmin, '','' order by t::text), '''')) as digest from %I.%I t', schemaname, tablename), ' union all ' order by tablename)
                from pg_tables where schemaname = 'published'
                """);
        return Database.text("select string_agg(digest, ' ') from (" + tables + ") as each");
    }

    /** What deploy/invariants.sql has against the database; empty when it is sound. */
    static String broken() throws SQLException {
        try {
            String invariants =
                    Files.readString(Path.of("../deploy/invariants.sql")).replaceFirst(";\\s*$", "");
            return Stream.ofNullable(Database.text(
                            "select string_agg(broken || ' ' || what, ',') from (" + invariants + ") as each"))
                    .findFirst()
                    .orElse("");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
