/** What answers must satisfy, and how complete they are. Eight kinds of rule, one small class each; which rules there are is up to the questionnaire. */
package nl.wijkvergelijk.survey.rule;
