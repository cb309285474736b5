package nl.wijkvergelijk.survey.answer;

import nl.wijkvergelijk.survey.questionnaire.Coded;

/** How another statement relates to the one that was chosen. */
public enum Relation implements Coded {
    SAME,
    ROUNDS,
    OTHER_DATE,
    OTHER_DEFINITION,
    CONTRADICTS
}
