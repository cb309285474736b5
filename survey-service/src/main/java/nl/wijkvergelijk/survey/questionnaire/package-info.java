/** The questionnaire as data: what is asked, in which version, with which units, options and rules. No class names a question. */
package nl.wijkvergelijk.survey.questionnaire;
