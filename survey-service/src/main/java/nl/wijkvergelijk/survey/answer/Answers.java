package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * All answers of one municipality in one round, in the questionnaire's order. Immutable: a save makes new ones. What an administrator took out counts as not answered;
 * that it was taken out stays with the answers until the question is answered anew.
 */
public final class Answers {
    /** How an answer is kept and shown that was taken out. A code of the system: nobody can answer it. */
    private static final JsonNode REDACTED = Json.object().put("missing", "redacted");

    private final Questionnaire questionnaire;
    private final Map<String, Given> byQuestion;
    private final Set<String> redacted;
    private volatile WrittenJson json;

    private Answers(Questionnaire questionnaire, Map<String, Given> answers, Set<String> redacted) {
        this.questionnaire = questionnaire;
        Set<String> gone = new HashSet<>(redacted);
        gone.removeAll(answers.keySet());
        this.redacted = Set.copyOf(gone);
        Map<String, Given> ordered = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            Given answer = answers.get(question.id());
            if (answer != null) {
                ordered.put(question.id(), answer);
            }
        }
        this.byQuestion = ordered;
    }

    /** An answer, and how it is written once somebody asked: a save changes few of many, and writes them all. */
    private static final class Given {
        final Answer answer;
        private volatile byte[] json;

        Given(Answer answer) {
            this.answer = answer;
        }

        byte[] json() {
            byte[] written = json;
            if (written == null) {
                written = Json.utf8(answer.toJson());
                json = written;
            }
            return written;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Given given && answer.equals(given.answer);
        }

        @Override
        public int hashCode() {
            return answer.hashCode();
        }
    }

    /** No answers yet. */
    public static Answers none(Questionnaire questionnaire) {
        return new Answers(questionnaire, Map.of(), Set.of());
    }

    /**
     * Stored answers, as {@link #toJson()} wrote them.
     *
     * @throws IllegalStateException when they are not answers to this questionnaire
     */
    public static Answers fromJson(Questionnaire questionnaire, JsonNode stored) {
        List<InputError> errors = new ArrayList<>();
        Set<String> redacted = new HashSet<>();
        stored.fields().forEachRemaining(each -> {
            if (each.getValue().equals(REDACTED)) {
                redacted.add(each.getKey());
            }
        });
        JsonNode answered = redacted.isEmpty() ? stored : ((ObjectNode) stored.deepCopy()).remove(redacted);
        AnswerChanges all = AnswerReader.stored(questionnaire, answered, errors);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("stored answers do not fit " + questionnaire.id() + " "
                    + questionnaire.version() + ": " + errors.get(0));
        }
        return new Answers(questionnaire, Map.of(), redacted).with(all);
    }

    /** These answers with the changes merged in, question by question. */
    public Answers with(AnswerChanges changes) {
        Map<String, Given> merged = new HashMap<>(byQuestion);
        changes.byQuestion()
                .forEach((question, answer) ->
                        answer.ifPresentOrElse(a -> merged.put(question, new Given(a)), () -> merged.remove(question)));
        return new Answers(questionnaire, merged, redacted);
    }

    /** The changes alone: what they do not mention is no longer answered. What was taken out stays so. */
    public Answers replacedBy(AnswerChanges changes) {
        return new Answers(questionnaire, Map.of(), redacted).with(changes);
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
        return Optional.ofNullable(byQuestion.get(question)).map(given -> given.answer);
    }

    /** Whether the answer to a question was taken out, and not given anew. */
    public boolean isRedacted(String question) {
        return redacted.contains(question);
    }

    /** These without the marks of what was taken out: what somebody could send. */
    public Answers answeredOnly() {
        return new Answers(questionnaire, byQuestion, Set.of());
    }

    /** The ids of the questions answered, in the questionnaire's order. */
    public List<String> answered() {
        return List.copyOf(byQuestion.keySet());
    }

    /** Question id to answer, in the questionnaire's order; what was not answered is absent, what was taken out says so. */
    public JsonNode toJson() {
        ObjectNode node = Json.object();
        for (Question question : questionnaire.questions()) {
            if (redacted.contains(question.id())) {
                node.set(question.id(), REDACTED.deepCopy());
            } else if (byQuestion.containsKey(question.id())) {
                node.set(question.id(), byQuestion.get(question.id()).answer.toJson());
            }
        }
        return node;
    }

    /** The same, written. */
    public WrittenJson json() {
        WrittenJson written = json;
        if (written == null) {
            written = written();
            json = written;
        }
        return written;
    }

    private WrittenJson written() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(32_768);
        text.write('{');
        for (Question question : questionnaire.questions()) {
            Given given = byQuestion.get(question.id());
            if (given != null || redacted.contains(question.id())) {
                // An id holds small letters, digits and hyphens.
                String name = (text.size() == 1 ? "\"" : ",\"") + question.id() + "\":";
                text.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
                text.writeBytes(given == null ? Json.utf8(REDACTED) : given.json());
            }
        }
        text.write('}');
        return new WrittenJson(text.toByteArray());
    }

    /** Whether they are answers to this very questionnaire. */
    public boolean answer(Questionnaire asked) {
        return questionnaire == asked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers
                && byQuestion.equals(answers.byQuestion)
                && redacted.equals(answers.redacted);
    }

    @Override
    public int hashCode() {
        return byQuestion.hashCode();
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
