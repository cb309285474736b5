package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.Map;

/** What a feature knows to be left to do on responses, beside the steps themselves. Every bean of this type is asked for the overview of a round. */
public interface OpenWork {

    /**
     * So much of a kind.
     *
     * @param code what it is, kebab-case, as the checklist has it
     * @param count at least 1
     */
    record Work(String code, int count) {}

    /**
     * By municipality; who is not there has nothing left to do. The number of statements must not grow with the number of responses.
     *
     * @param many responses of one round, at least one
     */
    Map<String, List<Work>> of(List<Surveyed> many);
}
