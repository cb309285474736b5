package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The program behind {@code ./run}: the whole product on this machine, with the 2005 round in it. */
public final class Launcher {

    private static final String ROUND = "2005";
    private static final Duration SHOWN = Duration.ofSeconds(60);

    private final Settings settings;
    private final Progress progress;
    private final Product product;

    private Launcher(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.product = new Product(settings);
    }

    /** Runs until a signal ends it (exit 0 to the eye: nothing is left running), or something fails (exit 1, one sentence). */
    public static void main(String[] arguments) {
        // Terminals show UTF-8 today, whatever the locale of this machine makes Java think.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Launcher launcher = null;
        try {
            Path home = Path.of(System.getProperty("wijkvergelijk.home", ""))
                    .toAbsolutePath()
                    .normalize();
            Settings settings = Settings.of(home, arguments, System.getenv());
            settings.claimPorts();
            launcher = new Launcher(settings, new Progress(out));
            launcher.run();
        } catch (RuntimeException e) {
            if (launcher == null || !launcher.product.stopping()) {
                err.println(e instanceof CannotStart ? e.getMessage() : "This should not happen: " + e);
                System.exit(1);
            }
        }
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stopping"));
        progress.step("starting PostgreSQL, data in " + settings.dataDirectory());
        product.startDatabase();
        progress.step("starting survey-service on port " + settings.surveyPort());
        Service survey = product.startSurvey();
        survey.awaitReady();
        progress.step("starting comparison-service on port " + settings.comparisonPort());
        Service comparison = product.startComparison();
        comparison.awaitReady();
        if (!settings.empty()) {
            long published = loaded(survey);
            progress.step("waiting for the comparison");
            String overview = new AtAGlance(shown(comparison, published)).text();
            progress.say("\nThe round of 2005 at a glance\n");
            progress.say(overview);
        }
        progress.say(addresses(survey.url(), comparison.url()));
        String ending = product.awaitEnding();
        if (!product.stopping()) {
            throw new CannotStart(ending);
        }
    }

    /** Enters the round once; what somebody does to it later, a withdrawal say, is not undone by the next start. */
    private long loaded(Service survey) {
        Path done = settings.dataDirectory().resolve("round-" + ROUND + "-entered");
        if (Files.exists(done)) {
            return 0;
        }
        RoundFiles files = RoundFiles.read(settings.home().resolve("deploy/rounds/" + ROUND));
        long published = new RoundLoader(survey.url(), progress).load(files);
        try {
            Files.writeString(done, "The round of " + ROUND + " has been entered; ./run does not enter it again.\n");
        } catch (IOException e) {
            throw new CannotStart("The file " + done + " cannot be written: " + e.getMessage(), e);
        }
        return published;
    }

    /** The overview once it is of the given publication, or a later one. */
    private JsonNode shown(Service comparison, long published) {
        Api anonymous = new Api(comparison.url(), null);
        Instant deadline = Instant.now().plus(SHOWN);
        while (Instant.now().isBefore(deadline)) {
            Api.Answer answer = anonymous.get("/comparisons/overview?lang=en&round=" + ROUND);
            if (answer.found() && answer.body().path("dataset").path("version").asLong() >= published) {
                return answer.body();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new CannotStart(
                "comparison-service does not show publication " + published + " after " + SHOWN.toSeconds()
                        + " seconds; its log is in " + settings.dataDirectory().resolve("logs") + ".");
    }

    private String addresses(String survey, String comparison) {
        String example = settings.empty() ? "" : """

                Try:
                  curl '%1$s/v1/comparisons/fte?lang=en'
                  curl '%1$s/v1/comparisons/overview?format=csv'
                  curl '%1$s/v1/figures/2005.GM0327.fte-total?lang=en'
                  curl -u leusden:leusden '%2$s/v1/rounds/2005/responses/GM0327/answers'
                """.formatted(comparison, survey);
        return """

                Comparisons, for everybody         %1$s/
                  for programs                     %1$s/docs
                Pages for contact persons          %2$s/
                  sign in as a contact such as leusden (password: the name)
                Questionnaires, for those with     %2$s/docs
                  an account: researcher, admin, or such a contact
                Data and logs                      %3$s
                %4$s
                Press Ctrl-C to stop.""".formatted(comparison, survey, settings.dataDirectory(), example);
    }

    private void stop() {
        progress.say("\nStopping …");
        product.stop();
        progress.say("Everything has stopped.");
    }
}
