package nl.wijkvergelijk.survey.proposal;

/**
 * The answers of a municipality in an earlier round.
 *
 * @param revision the one that is public, else the last one; 0 when there is none
 */
record Earlier(String round, String municipality, int revision) {}
