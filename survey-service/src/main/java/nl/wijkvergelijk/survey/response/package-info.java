/** Responses: one municipality's answers in one round, saved as revisions and led through their review. */
package nl.wijkvergelijk.survey.response;
