package nl.wijkvergelijk.survey.remark;

/**
 * What stands there at a moment.
 *
 * @param answer the answer as JSON; null when there is none, or when it is about the whole response
 */
record Quote(int revision, String answer) {}
