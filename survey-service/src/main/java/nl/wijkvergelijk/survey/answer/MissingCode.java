package nl.wijkvergelijk.survey.answer;

import nl.wijkvergelijk.survey.questionnaire.Coded;

/** Why there is no value; the codes people may choose. */
public enum MissingCode implements Coded {
    /** The sources were searched and are silent. */
    NOT_STATED,
    /** They were asked and do not know. */
    UNKNOWN,
    NOT_APPLICABLE,
    REFUSED,
    LOST
}
