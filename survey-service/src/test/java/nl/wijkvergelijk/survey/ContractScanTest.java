package nl.wijkvergelijk.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.wijkvergelijk.http.ContractScan;
import org.junit.jupiter.api.Test;

/** The paths, methods, parameters and media types of the code are those of the contract, no more and no fewer. */
@QuarkusTest
class ContractScanTest {

    @Test
    void theCodeOffersWhatTheContractSays() throws IOException {
        assertEquals(String.join("\n", contract()), String.join("\n", scanned()));
    }

    private static SortedSet<String> contract() throws IOException {
        try (var in = ContractScanTest.class.getResourceAsStream("/api-spec/survey.openapi.yaml")) {
            return ContractScan.lines(new String(in.readAllBytes(), StandardCharsets.UTF_8), "");
        }
    }

    private static SortedSet<String> scanned() throws IOException {
        return new TreeSet<>(ContractScan.lines(Files.readString(Path.of("target/openapi/openapi.yaml")), "/v1"));
    }
}
