package nl.wijkvergelijk.survey.exchange;

import java.io.InputStream;

/**
 * A file that is ready to be sent.
 *
 * @param name what it is called where it is kept
 */
record Exported(InputStream content, String name, String contentType) {}
