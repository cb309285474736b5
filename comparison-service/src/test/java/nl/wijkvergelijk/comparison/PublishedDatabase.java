package nl.wijkvergelijk.comparison;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import nl.wijkvergelijk.local.EmbeddedDatabase;

/** One PostgreSQL for all tests over HTTP of this module, with the seam in it. The tests publish as the owner; the service reads as its own role. */
public class PublishedDatabase implements QuarkusTestResourceLifecycleManager {

    private static EmbeddedDatabase server;

    @Override
    public Map<String, String> start() {
        server = EmbeddedDatabase.temporary();
        server.createDatabase("wijkvergelijk");
        Seam.create(server);
        return Map.of("quarkus.datasource.jdbc.url", server.jdbcUrl("wijkvergelijk"));
    }

    @Override
    public void stop() {
        server.close();
    }

    /** The server, to publish in or to take away. */
    static EmbeddedDatabase server() {
        return server;
    }
}
