package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a broken rule does: an error blocks submission, a warning asks for a comment, a note is shown with the figure. */
public enum Severity implements Coded {
    ERROR,
    WARNING,
    NOTE;

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }

    @JsonCreator
    static Severity of(String code) {
        return Coded.find(Severity.class, code)
                .orElseThrow(() -> new IllegalArgumentException("no such severity: " + code));
    }
}
