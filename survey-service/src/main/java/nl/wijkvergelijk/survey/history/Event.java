package nl.wijkvergelijk.survey.history;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that happened to a municipality, a round, a response or something of these.
 *
 * @param action a verb, kebab-case
 * @param from the state before, null where there are no states
 * @param revision the revision at stake, null for none
 * @param publication the publication that it brought about, null for none
 * @param content what was written, where no revision keeps it
 * @param item which remark, evidence, comment or version of a description of a response it is about, null for the response itself
 */
public record Event(
        Subject subject,
        String round,
        String municipality,
        String action,
        String from,
        String to,
        Integer revision,
        Long publication,
        JsonNode content,
        String item) {

    /** About the subject itself, not something of it. */
    public Event(
            Subject subject,
            String round,
            String municipality,
            String action,
            String from,
            String to,
            Integer revision,
            Long publication,
            JsonNode content) {
        this(subject, round, municipality, action, from, to, revision, publication, content, null);
    }

    /** What an event is about. */
    public enum Subject {
        MUNICIPALITY("municipality"),
        ROUND("round"),
        QUESTIONNAIRE("questionnaire"),
        RESPONSE("response"),
        REMARK("remark"),
        EVIDENCE("evidence"),
        DESCRIPTION("description"),
        RATING_SESSION("rating-session"),
        BALLOT("ballot"),
        FINDING("finding"),
        GROUP("group"),
        PERSON("person");

        private final String code;

        Subject(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
