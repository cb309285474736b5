package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Reads the {@code answers} of a body. It collects everything that is wrong, each with its JSON pointer (from {@code /answers} on) and a sentence, and
 * changes nothing: no text is trimmed, no number rounded.
 */
public final class AnswerReader {
    static final int MOST_STATEMENTS = 50;
    private static final Set<String> ANSWER = with("correction", "comment", "statements");
    private static final Set<String> STATEMENT = with("relation", "resolved");

    private AnswerReader() {}

    /**
     * The changes a body asks for; when errors were added they are incomplete and must not be used.
     *
     * @param answers question id → an answer, or null to remove it
     * @param sources the evidence that these answers may cite
     * @param errors what is wrong is added here
     */
    public static AnswerChanges read(
            Questionnaire questionnaire, JsonNode answers, Sources sources, List<InputError> errors) {
        return read(questionnaire, answers, (node, at) -> CitationReader.read(node, sources, at), errors);
    }

    /** Answers whose evidence was read before: what they cite was on file then, and is never taken out. */
    public static AnswerChanges stored(Questionnaire questionnaire, JsonNode answers, List<InputError> errors) {
        return read(questionnaire, answers, CitationReader::stored, errors);
    }

    private static AnswerChanges read(
            Questionnaire questionnaire, JsonNode answers, EvidenceForm form, List<InputError> errors) {
        Refusals refusals = new Refusals(errors, "/answers");
        Map<String, Optional<Answer>> changes = new LinkedHashMap<>();
        if (answers == null || answers.isMissingNode() || answers.isNull()) {
            refusals.add("required", "\"answers\" ontbreekt.", "\"answers\" is missing.");
        } else if (!answers.isObject()) {
            refusals.add(
                    "wrong-type",
                    "\"answers\" moet een object zijn: de naam van een vraag, een dubbele punt, het antwoord.",
                    "\"answers\" must be an object: the name of a question, a colon, the answer.");
        } else {
            answers.fields().forEachRemaining(member -> {
                Question question = questionnaire.question(member.getKey()).orElse(null);
                if (question == null) {
                    refuseUnknown(questionnaire, member.getKey(), refusals);
                } else if (member.getValue().isNull()) {
                    changes.put(question.id(), Optional.empty());
                } else {
                    answer(question, member.getValue(), form, refusals.at(question.id()))
                            .ifPresent(answer -> changes.put(question.id(), Optional.of(answer)));
                }
            });
        }
        return new AnswerChanges(changes);
    }

    private static void refuseUnknown(Questionnaire questionnaire, String name, Refusals refusals) {
        refusals.at(name)
                .add(
                        "unknown-question",
                        "Vragenlijst %s %d heeft geen vraag %s."
                                .formatted(questionnaire.id(), questionnaire.version(), Echo.of(name)),
                        "Questionnaire %s %d has no question %s."
                                .formatted(questionnaire.id(), questionnaire.version(), Echo.of(name)));
    }

    private static Optional<Answer> answer(Question question, JsonNode node, EvidenceForm form, Refusals refusals) {
        Members members = Members.of(node, ANSWER, refusals).orElse(null);
        if (members == null) {
            return Optional.empty();
        }
        Statement chosen = new StatementReader(question, members, form).read();
        String correction = correction(members);
        String comment = members.text("comment", Texts.LONG);
        List<RelatedStatement> statements = new ArrayList<>();
        List<JsonNode> items = members.list("statements", MOST_STATEMENTS);
        for (int i = 0; i < items.size(); i++) {
            statement(question, items.get(i), form, members.at("statements").at(i))
                    .ifPresent(statements::add);
        }
        return chosen == null ? Optional.empty() : Optional.of(new Answer(chosen, correction, comment, statements));
    }

    private static String correction(Members members) {
        if (members.sent("correction") && (!members.sent("asPrinted") || members.sent("missing"))) {
            members.at("asPrinted")
                    .add(
                            "required",
                            "Een verbetering hoort bij een waarde en bij wat er gedrukt staat: geef ook \"asPrinted\".",
                            "A correction belongs to a value and to what is printed: give \"asPrinted\" too.");
        }
        return members.text("correction", Texts.LONG);
    }

    private static Optional<RelatedStatement> statement(
            Question question, JsonNode node, EvidenceForm form, Refusals refusals) {
        Members members = Members.of(node, STATEMENT, refusals).orElse(null);
        if (members == null) {
            return Optional.empty();
        }
        Statement statement = new StatementReader(question, members, form).read();
        members.require("relation");
        Relation relation = members.code("relation", Relation.class, "bad-relation");
        String resolved = members.text("resolved", Texts.LONG);
        if (members.sent("resolved") && relation != null && relation != Relation.CONTRADICTS) {
            members.at("resolved")
                    .add(
                            "bad-relation",
                            "Alleen een tegenspraak (\"contradicts\") kan opgelost zijn.",
                            "Only a contradiction (\"contradicts\") can be resolved.");
        }
        return statement == null || relation == null
                ? Optional.empty()
                : Optional.of(new RelatedStatement(statement, relation, resolved));
    }

    private static Set<String> with(String... more) {
        Set<String> members = new HashSet<>(StatementReader.MEMBERS);
        members.addAll(List.of(more));
        return Set.copyOf(members);
    }
}
