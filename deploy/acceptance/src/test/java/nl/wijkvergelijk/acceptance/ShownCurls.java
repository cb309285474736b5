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

/** The curls of a page of documentation, each followed by an excerpt of its answer: run in their order, and held against what is shown. */
record ShownCurls(String page, RunningProduct product) {

    private static final Pattern CURL =
            Pattern.compile("```bash\\n(curl .*?)```\\s+```(json|csv)\\n(.*?)```", Pattern.DOTALL);

    /** What is published is to be seen within two seconds; on a busy machine later. */
    private static final int PATIENCE_SECONDS = 30;

    List<MatchResult> all() throws IOException {
        return CURL.matcher(Files.readString(RunningProduct.HOME.resolve(page)))
                .results()
                .toList();
    }

    Stream<DynamicTest> tests() throws IOException {
        return all().stream()
                .map(curl -> DynamicTest.dynamicTest(
                        curl.group(1).lines().findFirst().orElseThrow(),
                        () -> holds(curl.group(1), curl.group(2), curl.group(3))));
    }

    private void holds(String command, String form, String shown) throws IOException, InterruptedException {
        boolean changesNothing = command.contains(":8081/");
        String different = differences(command, form, shown);
        for (int i = 0; i < PATIENCE_SECONDS && changesNothing && !different.isEmpty(); i++) {
            Thread.sleep(1000);
            different = differences(command, form, shown);
        }
        assertTrue(different.isEmpty(), different);
    }

    private String differences(String command, String form, String shown) throws IOException, InterruptedException {
        String real = run(command.replace(":8080/", ":" + product.surveyPort + "/")
                .replace(":8081/", ":" + product.comparisonPort + "/")
                .replaceFirst("curl", "curl -sS"));
        if (form.equals("csv")) {
            return shown.equals(real.replace("\r\n", "\n")) ? "" : "shown " + shown + "\nreal  " + real;
        }
        List<String> differences =
                Excerpt.differences(RunningProduct.JSON.readTree(shown), RunningProduct.JSON.readTree(real));
        return differences.isEmpty() ? "" : String.join("\n", differences) + "\nof " + real;
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
