package nl.wijkvergelijk.survey.version;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.request.Page;

/** Finds versions of questionnaires and shows them. */
@ApplicationScoped
class Versions {

    private final Questionnaires questionnaires;

    Versions(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** A page of all versions, by id and version. */
    QuestionnaireList all(Page page) {
        List<Questionnaire> all = questionnaires.all();
        return new QuestionnaireList(
                all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(QuestionnaireList.Item::of)
                        .toList(),
                all.size(),
                page);
    }

    /** The version in a path; what is not there, or is no number, leads nowhere (404). */
    Questionnaire inPath(String id, String version) {
        return find(id, version).orElseThrow(ProblemException::notFound);
    }

    /** What changed since an earlier version, by default the one before. */
    ChangesView changes(String id, String version, String since) {
        Questionnaire later = inPath(id, version);
        Optional<Questionnaire> earlier = since == null ? before(later) : Optional.of(earlier(later, since));
        return earlier.map(from -> ChangesView.between(from, later)).orElseGet(() -> ChangesView.ofTheFirst(later));
    }

    static String href(Questionnaire questionnaire) {
        return "/v1/questionnaires/%s/versions/%d".formatted(questionnaire.id(), questionnaire.version());
    }

    private Optional<Questionnaire> before(Questionnaire later) {
        return questionnaires.versions(later.id()).stream()
                .filter(q -> q.version() < later.version())
                .max(Comparator.comparing(Questionnaire::version));
    }

    private Questionnaire earlier(Questionnaire later, String since) {
        return find(later.id(), since)
                .filter(q -> q.version() < later.version())
                .orElseThrow(() -> ProblemException.invalid(InputError.query(
                        "since",
                        "unknown-version",
                        new Text(
                                "Noem een eerdere versie van deze vragenlijst.",
                                "Name an earlier version of this questionnaire."))));
    }

    private Optional<Questionnaire> find(String id, String version) {
        return Optional.of(version)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .flatMap(number -> questionnaires.find(id, Integer.parseInt(number)));
    }
}
