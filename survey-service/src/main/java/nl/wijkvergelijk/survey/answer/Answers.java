package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** All answers of one municipality in one round, in the questionnaire's order. Immutable: a save makes new ones. */
public final class Answers {
    private final Questionnaire questionnaire;
    private final Map<String, Answer> byQuestion;

    private Answers(Questionnaire questionnaire, Map<String, Answer> answers) {
        this.questionnaire = questionnaire;
        Map<String, Answer> ordered = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            Answer answer = answers.get(question.id());
            if (answer != null) {
                ordered.put(question.id(), answer);
            }
        }
        this.byQuestion = ordered;
    }

    /** No answers yet. */
    public static Answers none(Questionnaire questionnaire) {
        return new Answers(questionnaire, Map.of());
    }

    /**
     * Stored answers, as {@link #toJson()} wrote them.
     *
     * @throws IllegalStateException when they are not answers to this questionnaire
     */
    public static Answers fromJson(Questionnaire questionnaire, JsonNode stored) {
        List<InputError> errors = new ArrayList<>();
        AnswerChanges all = AnswerReader.stored(questionnaire, stored, errors);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("stored answers do not fit " + questionnaire.id() + " "
                    + questionnaire.version() + ": " + errors.get(0));
        }
        return none(questionnaire).with(all);
    }

    /** These answers with the changes merged in, question by question. */
    public Answers with(AnswerChanges changes) {
        Map<String, Answer> merged = new HashMap<>(byQuestion);
        changes.byQuestion()
                .forEach((question, answer) ->
                        answer.ifPresentOrElse(a -> merged.put(question, a), () -> merged.remove(question)));
        return new Answers(questionnaire, merged);
    }

    /** The changes alone: what they do not mention is no longer answered. */
    public Answers replacedBy(AnswerChanges changes) {
        return none(questionnaire).with(changes);
    }

    /** The questions whose answer differs from an earlier one, comment included. */
    public SortedSet<String> changesFrom(Answers earlier) {
        SortedSet<String> changed = new TreeSet<>(byQuestion.keySet());
        changed.addAll(earlier.byQuestion.keySet());
        changed.removeIf(question -> Objects.equals(byQuestion.get(question), earlier.byQuestion.get(question)));
        return changed;
    }

    /** The answer to a question; empty when it was not answered. */
    public Optional<Answer> to(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** The ids of the questions answered, in the questionnaire's order. */
    public List<String> answered() {
        return List.copyOf(byQuestion.keySet());
    }

    /** Question id to answer; what was not answered is absent. */
    public JsonNode toJson() {
        ObjectNode node = Json.object();
        byQuestion.forEach((question, answer) -> node.set(question, answer.toJson()));
        return node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && byQuestion.equals(answers.byQuestion);
    }

    @Override
    public int hashCode() {
        return byQuestion.hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
