package nl.wijkvergelijk.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wijkvergelijk.comparison.ApiTest;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, in two languages, wide and narrow: axe finds nothing wrong. Screenshots are left in target/browser. */
@QuarkusTest
class PageBrowserTest extends ApiTest {

    private static final Path SOURCE = Path.of("src/test/browser");
    private static final Path FOLDER = Path.of("target/browser").toAbsolutePath();
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void everybodyCanReadThePages() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM + " here");
        assumeTrue(isThere("npm") && isThere("node"), "there is no npm here");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "walk.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                run(5, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0,
                "npm could not install the driver of the browser, see " + FOLDER.resolve("npm.log"));
        publish(PageRounds.publishFirst(seam));
        assertEquals(
                0,
                run(10, "node", "walk.mjs", "http://127.0.0.1:" + RestAssured.port, FOLDER.toString()),
                () -> said());
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int run(int minutes, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(command[0] + ".log").toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static String said() {
        try {
            return Files.readString(FOLDER.resolve("node.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
