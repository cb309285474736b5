package nl.wijkvergelijk.survey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.response.Blocker;

/** Says a refusal of the API in the words of a page. */
final class Troubles {

    private static final Map<String, Text> FIELDS = Map.of(
            "/text", new Text("Uw tekst", "Your text"),
            "/dissent", new Text("Uw eigen lezing", "Your own reading"));

    /** Where the API's sentence names members and addresses, the page has its own. */
    private static final Map<Object, Text> SENTENCES = Map.of(
            HttpProblem.INVALID_INPUT,
            new Text(
                    "Er is niets bewaard. Verbeter dit en probeer het opnieuw.",
                    "Nothing was stored. Mend this and try again."),
            HttpProblem.PRECONDITION_FAILED,
            new Text(
                    "Er is iets gewijzigd sinds u deze pagina opende. Hieronder staat het zoals het nu is; kijk het na en doe het opnieuw.",
                    "Something changed since you opened this page. Below is how it stands now; look it over and do it again."),
            HttpProblem.PRECONDITION_REQUIRED,
            new Text(
                    "Er is iets gewijzigd sinds u deze pagina opende. Hieronder staat het zoals het nu is; kijk het na en doe het opnieuw.",
                    "Something changed since you opened this page. Below is how it stands now; look it over and do it again."),
            SurveyProblem.SUBMISSION_BLOCKED,
            new Text("Er is niet ingediend. Verbeter eerst dit:", "Nothing was submitted. First mend this:"),
            SurveyProblem.TRANSITION_NOT_POSSIBLE,
            new Text("Er is niet ingediend. Dit staat in de weg:", "Nothing was submitted. This is in the way:"),
            SurveyProblem.COMMENT_NOT_OPEN,
            new Text(
                    "Er is niets bewaard: de beschrijving ligt nu niet voor commentaar voor.",
                    "Nothing was stored: the description is not out for comment now."),
            SurveyProblem.REMARK_RESOLVED,
            new Text(
                    "Er is niets bewaard: deze opmerking is al afgehandeld.",
                    "Nothing was stored: this remark is resolved already."),
            SurveyProblem.ANSWERS_NOT_OPEN,
            new Text(
                    "Er is niets bewaard: de antwoorden liggen nu bij de onderzoeker. Vraag de onderzoeker ze terug te geven als u iets wilt wijzigen.",
                    "Nothing was stored: the answers are with the researcher now. Ask the researcher to return them if you want to change something."));

    private static final Set<String> STATES =
            Set.of("draft", "submitted", "in-review", "changes-requested", "in-comment", "approved", "published");

    private Troubles() {}

    static Frame.Trouble of(ProblemException problem, AnswerWords words, Language language) {
        Text own = SENTENCES.get(problem.type());
        List<Frame.Item> items = new ArrayList<>();
        problem.errors().forEach(error -> items.add(item(error, words, language)));
        if (problem.type() == SurveyProblem.SUBMISSION_BLOCKED
                || problem.type() == SurveyProblem.TRANSITION_NOT_POSSIBLE) {
            blocking(problem).forEach(blocker -> items.add(item(blocker, words, language)));
        }
        return new Frame.Trouble(
                problem.type().title().in(language),
                own == null ? People.sentence(problem.detail(), language) : own.in(language),
                items.stream().distinct().toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> blocking(ProblemException problem) {
        return (List<Map<String, Object>>) problem.members().getOrDefault("blocking", List.of());
    }

    private static Frame.Item item(InputError error, AnswerWords words, Language language) {
        String sentence = People.sentence(error.detail(), language);
        if (error.sheet() != null) {
            String where = language == Language.NL ? "Blad %s, cel %s" : "Sheet %s, cell %s";
            return new Frame.Item(where.formatted(error.sheet(), error.cell()) + about(error, words), sentence, null);
        }
        if (error.pointer() != null && error.pointer().startsWith("/answers/")) {
            return new Frame.Item(words.label(error.pointer().split("/", 3)[2]), sentence, null);
        }
        Text field = FIELDS.get(error.pointer());
        return new Frame.Item(field == null ? null : field.in(language), sentence, null);
    }

    private static String about(InputError error, AnswerWords words) {
        String[] steps =
                error.pointer() == null ? new String[0] : error.pointer().split("/");
        return steps.length > 2 && steps[1].equals("answers") ? " – " + words.label(steps[2]) : "";
    }

    @SuppressWarnings("unchecked")
    private static Frame.Item item(Map<String, Object> blocker, AnswerWords words, Language language) {
        return item(
                new Blocker((String) blocker.get("code"), (List<String>) blocker.get("questions"), (Text)
                        blocker.get("detail")),
                words,
                language);
    }

    /** What is in the way of a step. */
    static Frame.Item item(Blocker blocker, AnswerWords words, Language language) {
        if (STATES.contains(blocker.code())) {
            return new Frame.Item(
                    null,
                    (language == Language.NL
                            ? "De vragenlijst staat nu niet open om in te dienen."
                            : "The questionnaire is not open for submission now."),
                    null);
        }
        List<String> labels = blocker.questions().stream().map(words::label).toList();
        return new Frame.Item(
                labels.isEmpty() ? null : String.join("; ", labels),
                People.sentence(blocker.detail(), language),
                blocker.code().equals("unanswered-clarification-request") ? "#remarks" : null);
    }
}
