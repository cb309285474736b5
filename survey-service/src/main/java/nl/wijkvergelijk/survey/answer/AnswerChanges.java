package nl.wijkvergelijk.survey.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one save says: per question id a new answer, or nothing where the answer is to be removed. */
public record AnswerChanges(Map<String, Optional<Answer>> byQuestion) {

    public AnswerChanges {
        byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
    }
}
