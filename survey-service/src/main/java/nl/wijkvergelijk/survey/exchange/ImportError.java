package nl.wijkvergelijk.survey.exchange;

import nl.wijkvergelijk.http.Text;

/**
 * One thing wrong with a response in a file.
 *
 * @param line counted from 1
 * @param pointer where in the response (RFC 6901); empty is the whole
 * @param column the column of a CSV file; null when it is none, or no CSV
 */
record ImportError(int line, String pointer, String column, String code, Text detail) {}
