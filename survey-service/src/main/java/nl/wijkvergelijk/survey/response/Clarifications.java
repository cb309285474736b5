package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.Map;

/** What a researcher wrote for the public about answers: all that becomes public of what was said about them. */
public interface Clarifications {

    /** By municipality and question, only what is about the present answer; whoever has none is absent. One statement, however many they are. */
    Map<String, Map<String, String>> of(List<Surveyed> many);
}
