package nl.wijkvergelijk.survey.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerChanges;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Echo;
import nl.wijkvergelijk.survey.request.Line;
import nl.wijkvergelijk.survey.response.AnswersNow;
import nl.wijkvergelijk.survey.response.AnswersSent;

/** Makes workbooks of answers, and reads changes out of returned ones. */
@ApplicationScoped
public class Workbooks {

    private final WorkbookLimits limits;

    Workbooks(WorkbookLimits limits) {
        this.limits = limits;
    }

    /** The workbook of a response as it is now. */
    public byte[] write(AnswersNow now, Language language) {
        return WorkbookWriter.write(
                about(now, language), now.municipalityName(), now.questionnaire(), now.answers(), language);
    }

    private static Provenance about(AnswersNow now, Language language) {
        return new Provenance(
                now.municipality(),
                now.round(),
                now.questionnaire().id(),
                String.valueOf(now.questionnaire().version()),
                now.tag().replace("\"", ""),
                language.code());
    }

    /** What a returned workbook changes; everything that is wrong with it is in one refusal. */
    public AnswersSent read(AnswersNow now, byte[] file) {
        if (file.length > limits.bytes().asLongValue()) {
            throw Unreadable.tooManyBytes();
        }
        Spreadsheet spreadsheet = SpreadsheetReader.read(file, limits.unpacked().asLongValue(), limits.cells());
        FirstSheet first = spreadsheet.sheets().stream()
                .map(FirstSheet::of)
                .filter(sheet -> sheet != null)
                .findFirst()
                .orElseThrow(Unreadable::foreign);
        CellErrors errors = new CellErrors();
        Optional<Answers> handedOut = check(first, now, errors);
        if (handedOut.isEmpty()) {
            throw ProblemException.invalid(errors.all());
        }
        Language language = Language.of(first.provenance().language()).orElse(Language.NL);
        Map<String, Optional<Answer>> changes =
                changes(spreadsheet, now, handedOut.get(), language, errors, takenOutSince(first.provenance(), now));
        String reason = prose(first, FirstSheet.REASON, "/reason", errors);
        String onBehalf = prose(first, FirstSheet.ON_BEHALF, "/onBehalf", errors);
        if (now.revision() == 0 && changes.isEmpty() && errors.count() == 0) {
            return new AnswersSent(
                    reason,
                    onBehalf,
                    new AnswerChanges(changes),
                    List.of(nothingFilledIn()),
                    error -> at(first, error));
        }
        return new AnswersSent(reason, onBehalf, new AnswerChanges(changes), errors.all(), error -> at(first, error));
    }

    private static InputError nothingFilledIn() {
        return InputError.body(
                "",
                "nothing-filled-in",
                new Text(
                        "Er is nog niets ingevuld, dus er is niets te bewaren.",
                        "Nothing has been filled in yet, so there is nothing to keep."));
    }

    /** An error in what stands on the first sheet, with its cell. */
    private static InputError at(FirstSheet first, InputError error) {
        String key = "/onBehalf".equals(error.pointer()) ? FirstSheet.ON_BEHALF : FirstSheet.REASON;
        return InputError.cell(error.pointer(), first.name(), first.address(key), error.code(), error.detail());
    }

    private static Map<String, Optional<Answer>> changes(
            Spreadsheet spreadsheet,
            AnswersNow now,
            Answers handedOut,
            Language language,
            CellErrors errors,
            boolean takenOutSince) {
        Map<String, Optional<Answer>> changes = new LinkedHashMap<>();
        CellReader cells = new CellReader(language, errors);
        for (SentQuestion sent :
                new ReturnedWorkbook(now.questionnaire(), handedOut, language, errors).questions(spreadsheet)) {
            String question = sent.question().id();
            Optional<Answer> before = handedOut.to(question);
            Optional<Answer> present = now.answers().to(question);
            new QuestionReader(now.questionnaire(), sent, before.orElse(null), cells, errors)
                    .read()
                    .filter(changed -> !changed.equals(present))
                    .ifPresent(changed -> {
                        // Nobody puts back what was taken out by returning what was handed out before.
                        if (!before.equals(present)
                                || takenOutSince && now.answers().isRedacted(question)) {
                            errors.add(
                                    "/answers/" + question,
                                    sent.main(),
                                    SheetColumn.VALUE.code(),
                                    "changed-meanwhile",
                                    CellSentences.CHANGED_MEANWHILE);
                        }
                        changes.put(question, changed);
                    });
        }
        return changes;
    }

    /** Whether an answer was taken out after the workbook was made: the number behind the revision is another one. */
    private static boolean takenOutSince(Provenance sent, AnswersNow now) {
        return !takenOut(sent.revision())
                .equals(takenOut(about(now, Language.NL).revision()));
    }

    private static String takenOut(String revision) {
        return revision.contains("-") ? revision.substring(revision.indexOf('-')) : "";
    }

    /** The answers the workbook was made from; none after adding why it is not one for this response. */
    private static Optional<Answers> check(FirstSheet first, AnswersNow now, CellErrors errors) {
        Provenance sent = first.provenance();
        Provenance right = about(now, Language.NL);
        same(
                first,
                FirstSheet.MUNICIPALITY,
                sent.municipality(),
                right.municipality(),
                "other-municipality",
                errors,
                new Text(
                        "Dit werkboek is van gemeente %s; hier hoort dat van %s.",
                        "This workbook is of municipality %s; that of %s belongs here."));
        same(
                first,
                FirstSheet.ROUND,
                sent.round(),
                right.round(),
                "other-round",
                errors,
                new Text(
                        "Dit werkboek is van ronde %s; hier hoort dat van ronde %s.",
                        "This workbook is of round %s; that of round %s belongs here."));
        same(
                first,
                FirstSheet.QUESTIONNAIRE,
                sent.questionnaire(),
                right.questionnaire(),
                "other-questionnaire",
                errors,
                new Text(
                        "Dit werkboek is van vragenlijst %s; deze ronde gebruikt %s.",
                        "This workbook is of questionnaire %s; this round uses %s."));
        same(
                first,
                FirstSheet.VERSION,
                sent.version(),
                right.version(),
                "other-questionnaire",
                errors,
                new Text(
                        "Dit werkboek is van versie %s van de vragenlijst; deze ronde gebruikt versie %s.",
                        "This workbook is of version %s of the questionnaire; this round uses version %s."));
        if (errors.count() > 0) {
            return Optional.empty();
        }
        Optional<Answers> handedOut = Optional.ofNullable(sent.revision())
                .filter(number -> number.matches("(0|[1-9][0-9]{0,8})(-[1-9][0-9]{0,8})?"))
                .flatMap(number -> now.revision(Integer.parseInt(number.split("-")[0])));
        if (handedOut.isEmpty()) {
            errors.add(
                    "",
                    first.name(),
                    first.address(FirstSheet.REVISION),
                    "unknown-revision",
                    new Text(
                            "De revisie waarvan dit werkboek gemaakt zou zijn, is er niet. Begin met een nieuw opgehaald werkboek.",
                            "There is no such revision as this workbook says it was made from. Start from a freshly downloaded workbook."));
        }
        return handedOut;
    }

    private static void same(
            FirstSheet first, String key, String sent, String right, String code, CellErrors errors, Text sentence) {
        if (!right.equals(sent)) {
            String shown = Echo.of(sent == null ? "" : sent);
            errors.add(
                    "",
                    first.name(),
                    first.address(key),
                    code,
                    new Text(
                            sentence.nl().formatted(shown, right), sentence.en().formatted(shown, right)));
        }
    }

    /** Half a surrogate pair is none either: a cell can hold one as {@code _xD800_}, and nothing keeps it as it is. */
    private static boolean isControl(int c) {
        return c < 0x20 && c != '\n' && c != '\t' || c == 0x7f || Character.getType(c) == Character.SURROGATE;
    }

    private static String prose(FirstSheet first, String key, String pointer, CellErrors errors) {
        String text = first.text(key);
        if (text != null && text.length() > Line.PROSE) {
            errors.add(
                    pointer,
                    first.name(),
                    first.address(key),
                    "too-long",
                    new Text(
                            "Hoogstens %d tekens.".formatted(Line.PROSE),
                            "At most %d characters.".formatted(Line.PROSE)));
        }
        if (text != null && text.codePoints().anyMatch(Workbooks::isControl)) {
            errors.add(
                    pointer,
                    first.name(),
                    first.address(key),
                    "control-character",
                    new Text("Hier staat een stuurteken in.", "This holds a control character."));
        }
        return text;
    }
}
