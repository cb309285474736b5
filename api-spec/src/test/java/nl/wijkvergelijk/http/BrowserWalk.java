package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at the pages of a module in a real browser: its src/test/browser, run in target/browser, where logs and screenshots are left. */
public final class BrowserWalk {

    /** Where the walk runs. */
    public static final Path FOLDER = Path.of("target/browser").toAbsolutePath();

    private static final Path SOURCE = Path.of("src/test/browser");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private BrowserWalk() {}

    /** Installs what the walk needs; skips the test, and says why, where that cannot be. */
    public static void prepare() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM + " here");
        assumeTrue(isThere("npm") && isThere("node"), "there is no npm here");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "walk.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                run(5, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0,
                "npm could not install the driver of the browser, see " + FOLDER.resolve("npm.log"));
    }

    /** Walks; fails with all that the walk said. The folder comes behind these arguments. */
    public static void walk(String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.of(Stream.of("node", "walk.mjs"), Stream.of(arguments), Stream.of(FOLDER.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        assertEquals(0, run(10, command), BrowserWalk::said);
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
