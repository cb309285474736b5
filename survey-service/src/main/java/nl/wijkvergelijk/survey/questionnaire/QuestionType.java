package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of answer a question takes. */
public enum QuestionType implements Coded {
    TEXT,
    TEXT_LIST,
    INTEGER,
    DECIMAL,
    /** A number with one of the question's units. */
    QUANTITY,
    PERCENTAGE,
    /** An amount with currency, basis and period. */
    MONEY,
    YEAR,
    DATE,
    YES_NO,
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    /** Shares in percent over the question's options. */
    DISTRIBUTION,
    /** Rows of typed columns. */
    TABLE;

    /** Whether the answer is one number, so that a qualifier such as "about" makes sense. */
    public boolean isNumber() {
        return switch (this) {
            case INTEGER, DECIMAL, QUANTITY, PERCENTAGE, MONEY, YEAR -> true;
            case TEXT, TEXT_LIST, DATE, YES_NO, SINGLE_CHOICE, MULTIPLE_CHOICE, DISTRIBUTION, TABLE -> false;
        };
    }

    /** Whether the number must be whole. */
    public boolean isWhole() {
        return this == INTEGER || this == YEAR;
    }

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }

    @JsonCreator
    static QuestionType of(String code) {
        return Coded.find(QuestionType.class, code)
                .orElseThrow(() -> new IllegalArgumentException("no such question type: " + code));
    }
}
