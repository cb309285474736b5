package nl.wijkvergelijk.survey.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

/** Evidence to put on file; without an id it gets the next free number. */
record EvidenceWrite(
        @Pattern(regexp = EvidenceView.ID) String id,
        @Valid Document document,
        @Valid Interview interview) {

    Entry entry() {
        return new Entry(document, interview);
    }
}
