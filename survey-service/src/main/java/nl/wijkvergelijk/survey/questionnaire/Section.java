package nl.wijkvergelijk.survey.questionnaire;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** A part of a questionnaire: questions that belong together, in the order in which they are asked. */
public record Section(String id, Text title, List<Question> questions) {

    public Section {
        questions = List.copyOf(questions);
    }
}
