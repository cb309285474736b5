package nl.wijkvergelijk.survey.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.response.AnswersNow;
import nl.wijkvergelijk.survey.response.AnswersSent;

/** Hands out workbooks and takes them back, without a service around it. */
final class Desk {
    private static final WorkbookLimits LIMITS = new WorkbookLimits() {
        @Override
        public MemorySize bytes() {
            return new MemorySize(BigInteger.valueOf(5_000_000));
        }

        @Override
        public MemorySize unpacked() {
            return new MemorySize(BigInteger.valueOf(20_000_000));
        }

        @Override
        public int cells() {
            return 100_000;
        }
    };

    private static final Workbooks WORKBOOKS = new Workbooks(LIMITS);

    private final AnswersNow now;
    private final Language language;

    private Desk(AnswersNow now, Language language) {
        this.now = now;
        this.language = language;
    }

    /** A desk for the tiny questionnaire, answered so, in Dutch. */
    static Desk tiny(String answers) {
        return of(Tiny.QUESTIONNAIRE, Tiny.answers(answers), Language.NL);
    }

    static Desk of(Questionnaire questionnaire, Answers answers, Language language) {
        return new Desk(
                new AnswersNow(
                        "2005",
                        "GM0327",
                        "Leusden",
                        questionnaire,
                        3,
                        "\"3\"",
                        answers,
                        number -> Answers.none(questionnaire)),
                language);
    }

    byte[] handOut() {
        return WORKBOOKS.write(now, language);
    }

    EditedWorkbook edit() {
        return EditedWorkbook.of(handOut());
    }

    AnswersSent takeBack(byte[] file) {
        return WORKBOOKS.read(now, file);
    }

    /** The answers after taking back a workbook that is right. */
    Answers after(EditedWorkbook edited) {
        AnswersSent sent = takeBack(edited.file());
        assertEquals(List.of(), sent.errors());
        return now.answers().with(sent.changes());
    }

    /** The answer to one question after that; null when there is none. */
    String answer(EditedWorkbook edited, String question) {
        return after(edited)
                .to(question)
                .map(Answer::toJson)
                .map(Object::toString)
                .orElse(null);
    }

    /** What is wrong with a workbook. */
    List<InputError> errors(EditedWorkbook edited) {
        try {
            return takeBack(edited.file()).errors();
        } catch (ProblemException refused) {
            assertEquals("invalid-input", refused.type().id(), refused.getMessage());
            return refused.errors();
        }
    }

    /** The one thing that is wrong with it, as code, cell and pointer. */
    String error(EditedWorkbook edited) {
        List<String> said = new ArrayList<>();
        errors(edited).forEach(e -> said.add(e.code() + " " + e.cell() + " " + e.pointer()));
        assertEquals(1, said.size(), said.toString());
        return said.get(0);
    }

    Optional<Answer> present(String question) {
        return now.answers().to(question);
    }
}
