package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;

/** How the evidence beside a statement is read. */
@FunctionalInterface
interface EvidenceForm {

    /** The evidence, or null after adding why not. */
    Evidence read(JsonNode node, Refusals refusals);
}
