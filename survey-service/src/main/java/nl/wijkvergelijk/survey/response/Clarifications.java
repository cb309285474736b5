package nl.wijkvergelijk.survey.response;

import java.util.Map;

/** What a researcher wrote for the public about answers: all that becomes public of what was said about them. */
public interface Clarifications {

    /** By question, only what is about the present answer; empty when there is none. */
    Map<String, String> of(ResponseKey key);
}
