package nl.wijkvergelijk.survey.version;

import nl.wijkvergelijk.http.Text;

/**
 * One difference between two versions of a questionnaire.
 *
 * @param section the section it is about, or where the question stands; null where it is about neither
 * @param question null where it is about none
 * @param rule null where it is about none
 * @param was what it was: a text, a number, a code, a list; null for nothing
 * @param is what it is now; null for nothing
 */
record Change(ChangeCode code, String section, String question, String rule, Object was, Object is, Text sentence) {}
