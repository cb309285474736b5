package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.annotation.JsonValue;
import nl.wijkvergelijk.survey.questionnaire.Coded;

/** What kind of difference there is between two versions of a questionnaire. */
enum ChangeCode implements Coded {
    TITLE_CHANGED,
    UNIT_LABEL_CHANGED,
    BASIS_LABEL_CHANGED,
    PERIOD_LABEL_CHANGED,
    SECTION_ADDED,
    SECTION_REMOVED,
    SECTION_MOVED,
    SECTION_TITLE_CHANGED,
    QUESTION_ADDED,
    QUESTION_REMOVED,
    QUESTION_MOVED,
    TYPE_CHANGED,
    LABEL_CHANGED,
    HELP_CHANGED,
    FORM_CHANGED,
    REQUIRED_CHANGED,
    LIMITS_CHANGED,
    UNIT_ADDED,
    UNIT_REMOVED,
    OPTIONS_CHANGED,
    DEFINITIONS_CHANGED,
    COLUMNS_CHANGED,
    BASES_CHANGED,
    PERIODS_CHANGED,
    CURRENCIES_CHANGED,
    MEASURE_ADDED,
    MEASURE_REMOVED,
    RULE_ADDED,
    RULE_CHANGED,
    RULE_REMOVED;

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }

    /** Whether people may now answer something else than before, so that somebody must judge whether figures still compare. */
    boolean isAboutMeaning() {
        return switch (this) {
            case TYPE_CHANGED,
                    LABEL_CHANGED,
                    HELP_CHANGED,
                    OPTIONS_CHANGED,
                    DEFINITIONS_CHANGED,
                    COLUMNS_CHANGED,
                    CURRENCIES_CHANGED,
                    UNIT_LABEL_CHANGED -> true;
            default -> false;
        };
    }
}
