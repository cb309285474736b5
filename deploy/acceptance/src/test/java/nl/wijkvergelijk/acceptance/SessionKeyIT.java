package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** survey-service with a key for sessions that is too short. */
class SessionKeyIT {

    @TempDir
    Path folder;

    @Test
    void aKeyThatIsTooShortStopsTheStartAndSaysWhichSetting() throws IOException, InterruptedException {
        Path words = folder.resolve("words");
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            database.createDatabase("wijkvergelijk");
            Process survey = new ProcessBuilder(
                            RunningProduct.java(),
                            "-Dquarkus.profile=local",
                            "-Dquarkus.http.port=" + RunningProduct.freePort(),
                            "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl("wijkvergelijk"),
                            "-Dwijkvergelijk.evidence.directory=" + folder.resolve("evidence"),
                            "-Dwijkvergelijk.pages.session-key=much-too-short",
                            "-jar",
                            RunningProduct.HOME
                                    .resolve("survey-service/target/quarkus-app/quarkus-run.jar")
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .start();
            try {
                assertTrue(survey.waitFor(2, TimeUnit.MINUTES), () -> "it runs all the same:\n" + said(words));
                assertNotEquals(0, survey.exitValue());
                assertTrue(
                        said(words).contains("wijkvergelijk.pages.session-key needs 32 characters or more"),
                        () -> said(words));
            } finally {
                survey.destroyForcibly();
            }
        }
    }

    private static String said(Path words) {
        try {
            return Files.readString(words);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
