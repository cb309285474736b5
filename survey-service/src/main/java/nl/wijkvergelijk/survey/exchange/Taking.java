package nl.wijkvergelijk.survey.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.evidence.Filing;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.response.Many;
import nl.wijkvergelijk.survey.response.Responses;

/** Takes one response of a file, in a transaction of its own: whole, or not at all. */
@ApplicationScoped
class Taking {

    private final Many many;
    private final Filing filing;
    private final Municipalities municipalities;

    Taking(Many many, Filing filing, Municipalities municipalities) {
        this.many = many;
        this.filing = filing;
        this.municipalities = municipalities;
    }

    /**
     * What goes for all responses of a file.
     *
     * @param dryRun whether nothing stays
     */
    record Terms(String round, String onBehalf, String reason, boolean dryRun) {}

    /** What came of a response in a dry run; thrown so that nothing of it stays. */
    private static final class Rehearsed extends RuntimeException {
        private final transient ImportedLine line;

        Rehearsed(ImportedLine line) {
            super(null, null, false, false);
            this.line = line;
        }
    }

    ImportedLine take(Terms terms, ImportedResponse response) {
        if (response.municipality() == null) {
            return ImportedLine.refused(response, response.errors());
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                ImportedLine line = taken(terms, response);
                if (terms.dryRun()) {
                    throw new Rehearsed(line);
                }
                return line;
            });
        } catch (Rehearsed rehearsed) {
            return rehearsed.line;
        } catch (ProblemException refusal) {
            return ImportedLine.refused(response, errors(refusal, response));
        }
    }

    private ImportedLine taken(Terms terms, ImportedResponse response) {
        if (municipalities.find(response.municipality()).isEmpty()) {
            throw refusal(
                    "/municipality",
                    "unknown-municipality",
                    "Deze gemeente is hier niet bekend.",
                    "This municipality is not known here.");
        }
        Many.Opened opened = many.open(terms.round(), response.municipality());
        int before = opened.found().response().revision();
        List<InputError> errors = new ArrayList<>();
        int filed = filing.file(opened.found().response().key(), response.evidence(), errors);
        int changed = save(terms, response, opened.found(), errors);
        if (!errors.isEmpty() || !response.errors().isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        int after = opened.found().response().revision();
        boolean same = after == before && filed == 0;
        if (!same && response.revision() != null && before > 0 && before != response.revision()) {
            throw refusal(
                    "/revision",
                    "stale-revision",
                    "Intussen is revisie %d bewaard. Haal de ronde opnieuw op.".formatted(before),
                    "Revision %d has been saved in the meantime. Get the round again.".formatted(before));
        }
        boolean created = opened.joined() || before == 0 && after > 0;
        return new ImportedLine(
                response.line(),
                response.municipality(),
                created ? Outcome.CREATED : same ? Outcome.UNCHANGED : Outcome.CHANGED,
                after,
                changed,
                filed,
                List.of());
    }

    /** Adds what is wrong with the answers; evidence that could not be filed is not missed a second time. */
    private int save(Terms terms, ImportedResponse response, Responses.Found found, List<InputError> errors) {
        try {
            return many.save(found, response.answers(), response.sayable(), terms.reason(), terms.onBehalf())
                    .size();
        } catch (ProblemException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            boolean lacksEvidence = !errors.isEmpty() || !response.errors().isEmpty();
            e.errors().stream()
                    .filter(error -> !lacksEvidence || !error.code().equals("unknown-evidence"))
                    .forEach(errors::add);
            return 0;
        }
    }

    private static ProblemException refusal(String pointer, String code, String nl, String en) {
        return ProblemException.invalid(InputError.body(pointer, code, new Text(nl, en)));
    }

    private static List<ImportError> errors(ProblemException refusal, ImportedResponse response) {
        List<ImportError> errors = new ArrayList<>(response.errors());
        refusal.errors().stream().map(response.placed()).forEach(errors::add);
        if (errors.isEmpty()) {
            InputError whole = InputError.body("", refusal.type().id(), refusal.detail());
            errors.add(response.placed().apply(whole));
        }
        errors.sort(Comparator.comparingInt(ImportError::line));
        return errors;
    }
}
