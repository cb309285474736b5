package nl.wijkvergelijk.survey.evidence;

import jakarta.validation.Valid;
import nl.wijkvergelijk.survey.request.Line;

/** Evidence as it should have been described. */
record EvidenceCorrection(
        @Line(max = Line.PROSE) String reason,
        @Valid Document document,
        @Valid Interview interview) {

    Entry entry() {
        return new Entry(document, interview);
    }
}
