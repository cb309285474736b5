package nl.wijkvergelijk.survey.answer;

import nl.wijkvergelijk.survey.questionnaire.Coded;

/** How exact a number is said to be. What interval that means is up to the definitions, not to the survey. */
public enum Qualifier implements Coded {
    EXACT,
    ROUNDED,
    APPROXIMATE,
    ESTIMATED,
    AT_LEAST,
    AT_MOST,
    RANGE
}
