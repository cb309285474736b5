package nl.wijkvergelijk.comparison.swot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.published.WholeAnswer;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.http.Language;

/**
 * What municipalities answered, kind by kind, and in each kind by name.
 *
 * @param notPublished the codes of those in the round of whom no answer of the kinds asked for is public
 */
record SwotView(String round, DatasetView dataset, List<AnswerView> answers, List<String> notPublished) {

    /** One municipality's answer of one kind, as reported; {@code profile} is where all its answers are, of the same version. */
    record AnswerView(
            String kind,
            MunicipalityName municipality,
            String question,
            String label,
            JsonNode answer,
            String profile) {

        static AnswerView of(
                SwotKind kind, Municipality municipality, WholeAnswer whole, String profile, Language language) {
            return new AnswerView(
                    kind.code(),
                    new MunicipalityName(municipality.code(), municipality.name()),
                    whole.question(),
                    whole.label().in(language),
                    whole.answer(),
                    profile);
        }
    }
}
