/** Takes the words out of what should never have been written. */
package nl.wijkvergelijk.survey.redaction;
