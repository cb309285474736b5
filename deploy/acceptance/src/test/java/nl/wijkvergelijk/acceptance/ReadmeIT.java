package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every curl in the README is run, and its answer is what the README shows. */
class ReadmeIT {

    private static final Pattern CURL =
            Pattern.compile("```bash\\n(curl .*?)```\\s+```(json|csv)\\n(.*?)```", Pattern.DOTALL);

    private final RunningProduct product = RunningProduct.shared();

    private static List<MatchResult> curls() throws IOException {
        return CURL.matcher(Files.readString(RunningProduct.HOME.resolve("README.md")))
                .results()
                .toList();
    }

    @Test
    void theReadmeAnswersFiveQuestions() throws IOException {
        assertEquals(5, curls().size());
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsTrue() throws IOException {
        return curls().stream()
                .map(curl -> DynamicTest.dynamicTest(
                        curl.group(1).lines().findFirst().orElseThrow(),
                        () -> holds(curl.group(1), curl.group(2), curl.group(3))));
    }

    private void holds(String command, String form, String shown) throws IOException, InterruptedException {
        String real = run(command.replace(":8080/", ":" + product.surveyPort + "/")
                .replace(":8081/", ":" + product.comparisonPort + "/")
                .replaceFirst("curl", "curl -sS"));
        if (form.equals("csv")) {
            assertEquals(shown, real.replace("\r\n", "\n"));
        } else {
            List<String> differences =
                    Excerpt.differences(RunningProduct.JSON.readTree(shown), RunningProduct.JSON.readTree(real));
            assertTrue(differences.isEmpty(), String.join("\n", differences));
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0,
                "skipped: there is no curl on this machine");
        Process process = new ProcessBuilder("bash", "-c", command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), err);
        return out;
    }
}
