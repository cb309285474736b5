/** Rounds: one questionnaire asked of many municipalities at one time. */
package nl.wijkvergelijk.survey.round;
