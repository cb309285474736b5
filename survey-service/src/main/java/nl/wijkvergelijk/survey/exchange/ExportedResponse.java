package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One response on its way out.
 *
 * @param revision 0 before the first save
 * @param evidence each with its id
 * @param answers by question id
 */
record ExportedResponse(String municipality, int revision, List<ObjectNode> evidence, ObjectNode answers) {}
