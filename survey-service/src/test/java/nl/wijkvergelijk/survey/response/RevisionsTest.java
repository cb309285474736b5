package nl.wijkvergelijk.survey.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Sources;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.sql.Sql;
import org.junit.jupiter.api.Test;

/** What is kept in memory of the revisions is never taken for what the database says. Nothing here is committed. */
@QuarkusTest
class RevisionsTest {

    private static final Act ACT =
            new Act(new Actor("researcher", Role.RESEARCHER, Set.of()), Instant.EPOCH, null, null);

    private static final ResponseKey KEY = new ResponseKey("no-such-round", "GM0001");

    @Inject
    Revisions revisions;

    @Inject
    Questionnaires questionnaires;

    @Inject
    Sql sql;

    @Test
    void whatWasAddedIsKnownAndNotReadAgain() {
        Answers added = answers("{\"residents\": {\"value\": 1}}");
        rolledBack(() -> {
            add(added);
            assertSame(added, revisions.answers(KEY, 1, questionnaire()));
        });
    }

    @Test
    void whatWasRolledBackIsNotThere() {
        rolledBack(() -> {
            add(answers("{\"residents\": {\"value\": 1}}"));
        });
        assertEquals(Answers.none(questionnaire()), revisions.answers(KEY, 1, questionnaire()));
    }

    @Test
    void aRevisionOfTheSameNumberThatSomebodyElseSavedIsRead() {
        rolledBack(() -> {
            add(answers("{\"residents\": {\"value\": 1}}"));
        });
        rolledBack(() -> {
            sql.update("""
                    insert into history.revision (round, municipality, number, at, author, changed, answers)
                    values (?, ?, 1, now(), 'researcher', '["residents"]', '{"residents": {"value": 2}}')
                    """, KEY.round(), KEY.municipality());
            assertEquals(
                    "{\"residents\":{\"value\":2}}",
                    revisions.answers(KEY, 1, questionnaire()).toString());
        });
    }

    @Test
    void anotherRevisionOfTheSameResponseIsAnotherOne() {
        rolledBack(() -> {
            add(answers("{\"residents\": {\"value\": 1}}"));
            revisions.add(KEY, 2, proposal(answers("{\"residents\": {\"value\": 2}}")), ACT);
            assertEquals(
                    "{\"residents\":{\"value\":1}}",
                    revisions.answers(KEY, 1, questionnaire()).toString());
            assertEquals(
                    "{\"residents\":{\"value\":2}}",
                    revisions.answers(KEY, 2, questionnaire()).toString());
        });
    }

    @Test
    void whatIsKeptInMemoryIsWhatIsStored() {
        Answers added = answers("""
                {"residents": {"value": 6300, "qualifier": "approximate", "asPrinted": "ca. 6.300", "note": "caf\\u00e9 \\ud83c\\udfd8 \\"x\\" \\\\ \\t\\u2028"},
                 "residents-expected": {"value": 1e3, "comment": "c"}, "fte-total": {"value": 9.50, "unit": "fte", "statements": [{"value": 0.000000, "unit": "fte", "relation": "same"}]},
                 "unit-name": {"missing": "not-stated"}}
                """);
        rolledBack(() -> {
            add(added);
            Answers stored = sql.find(
                            "select answers::text from history.revision where round = ? and municipality = ?",
                            row -> Answers.fromJson(questionnaire(), Tiny.json(row.getString(1))),
                            KEY.round(),
                            KEY.municipality())
                    .orElseThrow();
            assertEquals(stored, added);
            assertEquals(stored.toString(), added.toString());
        });
    }

    private static void rolledBack(Runnable task) {
        QuarkusTransaction.begin();
        try {
            task.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void add(Answers after) {
        revisions.add(KEY, 1, proposal(after), ACT);
    }

    private Proposal proposal(Answers after) {
        return new Proposal(Answers.none(questionnaire()), after, true, null, null, null);
    }

    private Answers answers(String json) {
        List<InputError> errors = new ArrayList<>();
        Answers read = Answers.none(questionnaire())
                .with(AnswerReader.read(questionnaire(), Tiny.json(json), new Sources(Map.of()), errors));
        assertEquals(List.of(), errors);
        return read;
    }

    private Questionnaire questionnaire() {
        return questionnaires.find("standard", 2005).orElseThrow();
    }
}
