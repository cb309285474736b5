package nl.wijkvergelijk.survey.checklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;

/** Keeps why warnings were passed. A pass is for one revision and for exactly what was listed then. */
@ApplicationScoped
class Passes {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Sql sql;
    private final History history;
    private final ObjectMapper json;

    Passes(Sql sql, History history, ObjectMapper json) {
        this.sql = sql;
        this.history = history;
        this.json = json;
    }

    /** The warning with its pass, if it has one. */
    Item find(Responses.Found found, Item warning) {
        return sql.find(
                        """
                        select reason, at, author from history.pass
                        where round = ? and municipality = ? and revision = ? and code = ? and questions = cast(? as jsonb) and said = ?
                        order by id desc limit 1
                        """,
                        row -> new Item.Pass(row.getString("reason"), Sql.instant(row, "at"), row.getString("author")),
                        found.round().id(),
                        found.municipality().code(),
                        found.response().revision(),
                        warning.code(),
                        questions(warning),
                        warning.detail().en())
                .map(warning::with)
                .orElse(warning);
    }

    /** A warning that was passed, as it was listed then. */
    record Passed(String municipality, String code, List<String> questions, String said) {

        /** As a warning of now would have been passed. */
        static Passed of(Surveyed each, Blocker warning) {
            return new Passed(
                    each.code(),
                    warning.code(),
                    warning.questions(),
                    warning.detail().en());
        }
    }

    /** All that were passed on the present revisions of these, with one statement. */
    Set<Passed> of(List<Surveyed> many) {
        return new HashSet<>(sql.list(
                """
                select p.municipality, p.code, p.questions, p.said
                from history.pass p
                join survey.response r on r.round = p.round and r.municipality = p.municipality and r.revision = p.revision
                where p.round = ? and p.municipality = any (string_to_array(?, ','))
                """,
                row -> new Passed(
                        row.getString("municipality"),
                        row.getString("code"),
                        questions(row.getString("questions")),
                        row.getString("said")),
                Surveyed.round(many),
                Surveyed.codesOf(many)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Responses.Found found, List<Item> warnings, Act act) {
        sql.updateAll("""
                insert into history.pass (round, municipality, revision, code, questions, said, reason, at, author)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)
                """, warnings.stream().map(warning -> new Object[] {
            found.round().id(),
            found.municipality().code(),
            found.response().revision(),
            warning.code(),
            questions(warning),
            warning.detail().en(),
            act.reason(),
            act.at(),
            act.actor().account()
        }));
        ObjectNode content = json.createObjectNode();
        warnings.forEach(warning -> content.withArray("codes").add(warning.code()));
        String state = found.response().state().code();
        history.add(
                new Event(
                        Event.Subject.RESPONSE,
                        found.round().id(),
                        found.municipality().code(),
                        "pass-warnings",
                        state,
                        state,
                        found.response().revision(),
                        null,
                        content),
                act);
    }

    private List<String> questions(String stored) {
        try {
            return json.readValue(stored, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String questions(Item warning) {
        return json.valueToTree(warning.questions()).toString();
    }
}
