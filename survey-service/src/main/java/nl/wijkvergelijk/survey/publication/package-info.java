/** Writing what everybody may read: rows of the schema {@code published}, in one gap-free order. Nothing written there is ever changed. */
package nl.wijkvergelijk.survey.publication;
