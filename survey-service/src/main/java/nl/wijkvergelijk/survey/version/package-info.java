/** Versions of questionnaires: a new one is taken in, compared with an earlier one, and described as a JSON Schema of its answers. */
package nl.wijkvergelijk.survey.version;
