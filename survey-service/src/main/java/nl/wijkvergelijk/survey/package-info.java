/** Intake: questionnaire, response, revisions, review, publication. One package per feature; what crosses them stands here. */
package nl.wijkvergelijk.survey;
