package nl.wijkvergelijk.survey.finding;

import nl.wijkvergelijk.survey.questionnaire.Coded;

/** What sort of thing is found: something seen, a question that it raises, or something to learn from it. */
public enum FindingKind implements Coded {
    OBSERVATION,
    QUESTION,
    LEARNING_POINT
}
