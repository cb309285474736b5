package nl.wijkvergelijk.survey.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.wijkvergelijk.http.DatabaseAway;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.DryRun;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes in a file of responses, one import at a time: each holds two connections to the database while it lasts. */
@ApplicationScoped
class Imports {

    /** Characters of a text that travels in the address, of which each may take twelve bytes there. */
    private static final int IN_ADDRESS = 1_000;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Text DUPLICATE = new Text(
            "Deze gemeente staat op meer plaatsen in het bestand; zet haar rijen bij elkaar.",
            "This municipality is at several places in the file; put its rows together.");

    private final Semaphore turn = new Semaphore(1);
    private final Rounds rounds;
    private final Taking taking;
    private final Idempotency idempotency;
    private final Sql sql;
    private final long largest;
    private final int most;

    Imports(
            Rounds rounds,
            Taking taking,
            Idempotency idempotency,
            Sql sql,
            @ConfigProperty(name = "wijkvergelijk.import.file-limit") MemorySize largest,
            @ConfigProperty(name = "wijkvergelijk.import.responses") int most) {
        this.rounds = rounds;
        this.taking = taking;
        this.idempotency = idempotency;
        this.sql = sql;
        this.largest = largest.asLongValue();
        this.most = most;
    }

    /**
     * What was asked beside the file, as it was sent.
     *
     * @param operation method, path and query, by which an idempotency key knows the request
     */
    record Asked(String round, String key, String operation, String onBehalf, String reason, String dryRun) {}

    /** The report; the same again for a request that was made before. */
    RestResponse<?> take(Asked asked, ResponseFile form, InputStream content) {
        RoundView round = rounds.inPath(asked.round());
        Questionnaire questionnaire = rounds.questionnaireOf(round);
        try (IncomingFile file = IncomingFile.receive(content, largest)) {
            return takeInTurn(asked, form, file, questionnaire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only when it has come whole, so that who sends slowly keeps nobody waiting. */
    private RestResponse<?> takeInTurn(Asked asked, ResponseFile form, IncomingFile file, Questionnaire questionnaire)
            throws IOException {
        if (!turn.tryAcquire()) {
            throw new ProblemException(
                            HttpProblem.SERVICE_UNAVAILABLE,
                            new Text(
                                    "Er wordt al een bestand ingelezen; probeer het zo opnieuw.",
                                    "Another file is being read in; try again in a moment."))
                    .header("Retry-After", "30");
        }
        try {
            Taking.Terms terms = terms(asked);
            Set<String> apart = apart(file, form, questionnaire);
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST.toSeconds()))
                    .call(() -> {
                        // It keeps the key while each response has a transaction of its own, and says nothing
                        // meanwhile.
                        sql.list(
                                "select set_config('idle_in_transaction_session_timeout', ?, true)",
                                row -> true,
                                LONGEST.toSeconds() + "s");
                        return idempotency.once(
                                asked.key(),
                                asked.operation(),
                                file.digest(),
                                () -> RestResponse.ok(report(terms, file, form, questionnaire, apart)));
                    });
        } finally {
            turn.release();
        }
    }

    private static Taking.Terms terms(Asked asked) {
        List<InputError> errors = new ArrayList<>();
        if (asked.key() == null) {
            errors.add(InputError.header(
                    "Idempotency-Key",
                    "required",
                    new Text(
                            "Geef een sleutel, zodat een herhaling niets twee keer doet.",
                            "Give a key, so that a repetition does nothing twice.")));
        }
        boolean dryRun = DryRun.asked(asked.dryRun(), errors);
        if (asked.onBehalf() == null) {
            errors.add(InputError.query(
                    "onBehalf",
                    "required",
                    new Text(
                            "U doet dit namens de gemeenten: zeg in onBehalf waarom.",
                            "You do this in the municipalities' place: say why in onBehalf.")));
        }
        refuseWrong("onBehalf", asked.onBehalf(), errors);
        refuseWrong("reason", asked.reason(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Taking.Terms(asked.round(), asked.onBehalf(), asked.reason(), dryRun);
    }

    private static void refuseWrong(String name, String text, List<InputError> errors) {
        if (text != null && text.codePointCount(0, text.length()) > IN_ADDRESS) {
            errors.add(InputError.query(
                    name,
                    "too-long",
                    new Text(
                            "Hoogstens %d tekens.".formatted(IN_ADDRESS),
                            "At most %d characters.".formatted(IN_ADDRESS))));
        }
        if (text != null && text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7f)) {
            errors.add(InputError.query(
                    name,
                    "control-character",
                    new Text("Hier staat een stuurteken in.", "This holds a control character.")));
        }
    }

    /**
     * Takes the file apart once before anything is taken: what is no such file, or holds too much, is refused whole.
     *
     * @return the municipalities that are there more than once
     */
    private Set<String> apart(IncomingFile file, ResponseFile form, Questionnaire questionnaire) throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> apart = new HashSet<>();
        AtomicInteger unreadable = new AtomicInteger();
        read(file, form, questionnaire, response -> {
            if (response.municipality() == null) {
                unreadable.incrementAndGet();
            } else if (!seen.add(response.municipality())) {
                apart.add(response.municipality());
            }
            if (seen.size() + unreadable.get() > most) {
                throw IncomingFile.tooLarge(new Text(
                        "Er staan meer gemeenten in dan de grens in /v1/config (%d).".formatted(most),
                        "It holds more municipalities than the limit in /v1/config (%d).".formatted(most)));
            }
        });
        if (seen.isEmpty() && unreadable.get() == 0) {
            throw ProblemException.invalid(InputError.body(
                    "", "required", new Text("Er staat niets in het bestand.", "There is nothing in the file.")));
        }
        return apart;
    }

    private ImportReport report(
            Taking.Terms terms, IncomingFile file, ResponseFile form, Questionnaire questionnaire, Set<String> apart) {
        ImportReport.Builder report = new ImportReport.Builder();
        Set<String> told = new HashSet<>();
        try {
            read(file, form, questionnaire, response -> {
                if (!apart.contains(response.municipality())) {
                    report.add(taking.take(terms, response));
                } else if (told.add(response.municipality())) {
                    report.add(twice(response));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw DatabaseAway.isCauseOf(e) ? interrupted() : e;
        }
        return report.build(terms.dryRun());
    }

    /** Unlike everywhere else something may be stored by now. */
    private static ProblemException interrupted() {
        return new ProblemException(
                        HttpProblem.SERVICE_UNAVAILABLE,
                        new Text(
                                "Het inlezen is onderbroken. Stuur hetzelfde bestand opnieuw: wat al is overgenomen, blijft zoals het is.",
                                "Reading in was interrupted. Send the same file again: what was taken already stays as it is."))
                .header("Retry-After", "5");
    }

    private static ImportedLine twice(ImportedResponse response) {
        InputError error = InputError.body("/municipality", "duplicate", DUPLICATE);
        return ImportedLine.refused(response, List.of(response.placed().apply(error)));
    }

    private static void read(
            IncomingFile file, ResponseFile form, Questionnaire questionnaire, Consumer<ImportedResponse> each)
            throws IOException {
        try (InputStream in = file.open()) {
            form.read(in, questionnaire, each);
        }
    }
}
