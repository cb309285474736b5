/** The checklist of a response: everything that stands between it and publication. Errors block; a warning may be passed with a reason. */
package nl.wijkvergelijk.survey.checklist;
