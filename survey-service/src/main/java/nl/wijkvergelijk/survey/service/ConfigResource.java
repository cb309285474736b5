package nl.wijkvergelijk.survey.service;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import nl.wijkvergelijk.http.Limits;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.request.Line;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Path("/config")
@Produces(MediaType.APPLICATION_JSON)
class ConfigResource {

    private final long bodyBytes;
    private final long fileBytes;
    private final long importBytes;
    private final int importResponses;
    private final Limits requests;

    ConfigResource(
            @ConfigProperty(name = "wijkvergelijk.json-limit") MemorySize body,
            @ConfigProperty(name = "wijkvergelijk.evidence.file-limit") MemorySize file,
            @ConfigProperty(name = "wijkvergelijk.import.file-limit") MemorySize imported,
            @ConfigProperty(name = "wijkvergelijk.import.responses") int responses,
            Limits requests) {
        this.bodyBytes = body.asLongValue();
        this.fileBytes = file.asLongValue();
        this.importBytes = imported.asLongValue();
        this.importResponses = responses;
        this.requests = requests;
    }

    /** The limits that a client can run into. */
    record View(
            long bodyBytes,
            long evidenceFileBytes,
            long importBytes,
            int importResponses,
            int textCharacters,
            int nameCharacters,
            int sectionCharacters,
            int integerDigits,
            int decimals,
            int ratingItems,
            long idempotencyKeyHours,
            Map<String, Integer> requests) {}

    @GET
    public View limits() {
        return new View(
                bodyBytes,
                fileBytes,
                importBytes,
                importResponses,
                Line.PROSE,
                Line.NAME,
                Line.SECTION,
                15,
                6,
                20,
                Idempotency.REMEMBERED.toHours(),
                requests.described());
    }
}
