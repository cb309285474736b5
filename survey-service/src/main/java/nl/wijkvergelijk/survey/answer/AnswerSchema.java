package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Describes the body by which answers to a questionnaire are saved as a JSON Schema (draft 2020-12). It accepts what {@link AnswerReader} accepts, and refuses
 * what that refuses as far as a schema can say it. A schema cannot say: how many digits a number has, and whether a whole one is written with a point; that
 * a range is in order and holds its value; that evidence is on file, and of which kind it is; and it knows no rules.
 */
public final class AnswerSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private AnswerSchema() {}

    /** The schema of one questionnaire; the same for the same questionnaire, to the byte. */
    public static ObjectNode of(Questionnaire questionnaire, String address) {
        ObjectNode schema = Json.object()
                .put("$schema", DRAFT)
                .put("$id", address)
                .put("title", questionnaire.title().nl())
                .put(
                        "description",
                        "The body of PUT and PATCH .../answers. Beyond it the service looks at the number of digits, the order of low, value and high, whether "
                                + "evidence is on file, and the rules of the questionnaire.")
                .put("type", "object");
        schema.putArray("required").add("answers");
        ObjectNode members = schema.putObject("properties");
        members.set("reason", orNull(SchemaParts.ref("prose")));
        members.set("onBehalf", orNull(SchemaParts.ref("prose")));
        ObjectNode answers = members.putObject("answers").put("type", "object");
        ObjectNode questions = answers.putObject("properties");
        answers.put("additionalProperties", false);
        schema.put("additionalProperties", false);
        ObjectNode definitions = schema.putObject("$defs");
        SchemaParts.addTo(definitions);
        for (Question question : questionnaire.questions()) {
            definitions.set("said." + question.id(), statement(question));
            questions.set(question.id(), orNull(answer(question)));
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = Json.object();
        either.putArray("anyOf").add(Json.object().put("type", "null")).add(schema);
        return either;
    }

    private static ObjectNode answer(Question question) {
        ObjectNode answer = SchemaParts.ref("said." + question.id());
        if (question.label() != null) {
            answer.put("title", question.label().nl());
        }
        ObjectNode members = answer.putObject("properties");
        members.set("correction", SchemaParts.ref("long"));
        members.set("comment", SchemaParts.ref("long"));
        ObjectNode statements =
                members.putObject("statements").put("type", "array").put("maxItems", AnswerReader.MOST_STATEMENTS);
        statements.set("items", related(question));
        answer.putObject("dependentRequired")
                .putArray("correction")
                .add("asPrinted")
                .add("value");
        return answer.put("unevaluatedProperties", false);
    }

    private static ObjectNode related(Question question) {
        ObjectNode related = SchemaParts.ref("said." + question.id());
        ObjectNode members = related.putObject("properties");
        members.set("relation", SchemaParts.codes(Coded.codes(Relation.class)));
        members.set("resolved", SchemaParts.ref("long"));
        related.putArray("required").add("relation");
        related.putObject("dependentSchemas")
                .putObject("resolved")
                .putObject("properties")
                .putObject("relation")
                .put("const", Relation.CONTRADICTS.code());
        return related.put("unevaluatedProperties", false);
    }

    /** What an answer and the statements beside it have in common. */
    private static ObjectNode statement(Question question) {
        ObjectNode statement = Json.object().put("type", "object");
        ObjectNode members = statement.putObject("properties");
        members.set("value", described(question, SchemaValues.of(question)));
        members.set("missing", SchemaParts.codes(Coded.codes(MissingCode.class)));
        codes(members, "unit", question.units());
        if (question.type().isNumber()) {
            ObjectNode end = SchemaParts.number(Values.numbers(question));
            SchemaParts.exactness(members, end);
            SchemaParts.requireEnds(statement);
        }
        members.set("asOf", SchemaParts.ref("asOf"));
        codes(
                members,
                "definition",
                question.definitions().stream().map(Option::code).toList());
        codes(members, "basis", question.bases());
        codes(members, "period", question.periods());
        codes(members, "currency", question.currencies());
        members.set("asPrinted", SchemaParts.ref("name"));
        members.set("note", SchemaParts.ref("long"));
        members.set("evidence", SchemaParts.ref("evidence"));
        ArrayNode either = statement.putArray("oneOf");
        either.add(withValue(question));
        either.add(withoutValue(members));
        return statement;
    }

    private static ObjectNode withValue(Question question) {
        ObjectNode with = Json.object();
        ArrayNode required = with.putArray("required").add("value");
        if (question.units().size() > 1) {
            required.add("unit");
        }
        with.putObject("properties").put("missing", false);
        return with;
    }

    private static ObjectNode withoutValue(ObjectNode members) {
        ObjectNode without = Json.object();
        without.putArray("required").add("missing");
        ObjectNode absent = without.putObject("properties").put("value", false);
        StatementReader.OF_A_VALUE.stream().filter(members::has).forEach(name -> absent.put(name, false));
        return without;
    }

    private static void codes(ObjectNode members, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            members.set(name, SchemaParts.codes(codes));
        }
    }

    private static ObjectNode described(Question question, ObjectNode value) {
        Text help = question.help();
        return help == null ? value : value.put("description", help.nl());
    }
}
