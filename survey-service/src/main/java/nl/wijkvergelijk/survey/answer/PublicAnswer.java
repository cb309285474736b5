package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.wijkvergelijk.http.Text;

/**
 * What everybody may read of one question: the question and its whole answer, without the internal comment.
 *
 * @param section the id of the section it stands in
 * @param position its place in the questionnaire, from 1
 * @param type the code of the question's type
 * @param answer as it travels, units filled in, {@code disputed} where it is
 * @param labels of the codes in the answer: kind of code, code, {@code {"nl","en"}}
 */
public record PublicAnswer(
        String section,
        Text sectionTitle,
        String question,
        int position,
        String type,
        Text label,
        ObjectNode answer,
        JsonNode labels) {

    /** The same with what the researcher wrote for the public about it; null for nothing. */
    public PublicAnswer with(String clarification) {
        if (clarification == null) {
            return this;
        }
        ObjectNode clarified = answer.deepCopy();
        clarified.put("clarification", clarification);
        return new PublicAnswer(section, sectionTitle, question, position, type, label, clarified, labels);
    }
}
