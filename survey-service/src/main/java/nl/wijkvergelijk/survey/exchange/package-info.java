/** A whole round in one file: taken in and given out, as NDJSON with a response a line or as CSV with an answer a row. */
package nl.wijkvergelijk.survey.exchange;
