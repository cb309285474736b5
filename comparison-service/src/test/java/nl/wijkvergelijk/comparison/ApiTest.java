package nl.wijkvergelijk.comparison;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.http.ContractFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests over HTTP share: a seam of their own, emptied before each, and requests whose answers the contract judges. */
@WithTestResource(PublishedDatabase.class)
public abstract class ApiTest {

    protected static final String AMERSFOORT = "GM0307";
    protected static final String LEUSDEN = "GM0327";

    private static final ContractFilter CONTRACT = new ContractFilter("api-spec/comparison.openapi.yaml");

    @Inject
    Datasets datasets;

    protected Seam seam;

    @BeforeEach
    void openSeam() throws SQLException {
        seam = Seam.open(PublishedDatabase.server());
        seam.clear();
    }

    @AfterEach
    void closeSeam() throws SQLException {
        seam.close();
    }

    /** A request in English whose answer must be one that the contract allows. */
    protected static RequestSpecification asking() {
        return given().filter(CONTRACT).header("Accept-Language", "en");
    }

    /** Publishes and waits until the service holds it. */
    protected long publish(Publication publication) throws SQLException {
        long sequence = seam.publish(publication);
        awaitHeld(sequence);
        return sequence;
    }

    /** Definitions, Amersfoort and Leusden, and the round 2005 with their residents and staff: sequence 4. */
    protected long publishTwoMunicipalities() throws SQLException {
        seam.publish(Publication.definitions());
        seam.publish(
                Publication.reference().municipality(AMERSFOORT, "Amersfoort").municipality(LEUSDEN, "Leusden"));
        seam.publish(Publication.reference().round("2005"));
        return publish(Publication.responses("2005")
                .number(AMERSFOORT, "residents", "135000", "residents", "approximate", null)
                .number(AMERSFOORT, "fte-total", "9.5", "fte", "exact", "2005")
                .number(LEUSDEN, "residents", "29000", "residents", "exact", "2005")
                .number(LEUSDEN, "fte-total", "56", "hours-per-week", "exact", "2005"));
    }

    /** Waits until the service holds what is published, up to this sequence. */
    protected void awaitHeld(long sequence) throws SQLException {
        UUID id = seam.idOf(sequence);
        await(
                "sequence " + sequence + " with id " + id,
                () -> datasets.freshness().loaded()
                        && datasets.held().dataset().sequence() == sequence
                        && id.equals(datasets.held().dataset().lastId()));
    }

    /** Waits until the service says with these words why it does not take what is published. */
    protected void awaitRefusal(String words) {
        await(words, () -> String.valueOf(datasets.freshness().reason()).contains(words));
    }

    /** Takes the database away: connections are cut, new ones refused. */
    protected static void stopDatabase() {
        PublishedDatabase.server().stopImmediately();
    }

    /** Brings it back with all that was in it. */
    protected static void startDatabase() {
        PublishedDatabase.server().startAgain();
    }

    /** Sends a signal to every process of the database: STOP freezes it without cutting a connection, CONT thaws it. */
    protected static void signalDatabase(String signal) throws IOException, InterruptedException {
        ProcessHandle server =
                ProcessHandle.of(PublishedDatabase.server().process()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(server.pid())));
        server.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** A connection with the service's own role. */
    protected static Connection connectAsTheService() throws SQLException {
        return PublishedDatabase.server().connect("wijkvergelijk", "wijk_comparison");
    }

    /** Waits until it is so; fails when it is not within half a minute. */
    protected static void await(String what, Callable<Boolean> condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        try {
            while (!condition.call()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("not within half a minute: " + what);
                }
                Thread.sleep(20);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
