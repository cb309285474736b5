package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials beside each service (CycloneDX): whole, the same at each build, and with nothing under a licence that nobody looked at. */
class SbomIT {

    /**
     * Under these a library may be part of a product under the EUPL-1.2 that is run and passed on as it is. A library with more than one may be had under each. The last
     * are names that some give in place of an identifier of SPDX: re2j's is BSD-3-Clause, the LGPL is that of what Hibernate and JNA leave replaceable.
     */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "EUPL-1.2",
            "MIT",
            "MIT-0",
            "Go License",
            "GNU Lesser General Public Licence",
            "GNU Lesser General Public License",
            "Public Domain");

    private static JsonNode sbom(String service) throws IOException {
        return RunningProduct.JSON.readTree(
                target(service).resolve(service + "-sbom.json").toFile());
    }

    private static Path target(String service) {
        return RunningProduct.HOME.resolve(service + "/target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "comparison-service"})
    void everyLibraryIsUnderALicenceThatIsAllowed(String service) throws IOException {
        Set<String> others = new TreeSet<>();
        for (JsonNode component : sbom(service).path("components")) {
            Set<String> licences = new TreeSet<>();
            for (JsonNode each : component.path("licenses")) {
                JsonNode licence = each.path("license");
                licences.add(licence.path("id")
                        .asText(licence.path("name")
                                .asText(each.path("expression").asText())));
            }
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                others.add(component.path("purl").asText() + " " + licences);
            }
        }
        assertEquals(Set.of(), others);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "comparison-service"})
    void everyJarThatIsDeliveredIsInItWithItsChecksum(String service) throws IOException {
        Set<String> known = new TreeSet<>();
        sbom(service)
                .findValues("hashes")
                .forEach(hashes -> hashes.forEach(hash -> {
                    if (hash.path("alg").asText().equals("SHA-256")) {
                        known.add(hash.path("content").asText());
                    }
                }));
        Set<String> missing;
        Path libraries = target(service).resolve("quarkus-app/lib");
        try (Stream<Path> jars = Files.walk(libraries)) {
            missing = jars.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !known.contains(sha256(file)))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(Set.of(), missing);
        assertTrue(known.size() > 100, "libraries: " + known.size());
    }

    /** Nothing in it tells one build of the same source from another. */
    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "comparison-service"})
    void itIsTheSameAtEachBuild(String service) throws IOException {
        JsonNode sbom = sbom(service);
        assertEquals("CycloneDX", sbom.path("bomFormat").asText());
        assertTrue(sbom.path("serialNumber").isMissingNode());
        assertTrue(sbom.at("/metadata/timestamp").isMissingNode());
        assertTrue(!sbom.toString().contains(RunningProduct.HOME.toString()));
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
