package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;

/** What is to be published: every approved response or those of some municipalities, every finding or some, every group or some. */
record Choice(
        boolean allResponses,
        List<String> municipalities,
        boolean allFindings,
        List<String> findings,
        boolean allGroups,
        List<String> groups) {

    private static final int MOST = 500;
    private static final String ID = "[a-z0-9][a-z0-9-]{0,59}";

    static Choice read(PublicationWrite written, List<InputError> errors) {
        JsonNode municipalities = sent(written.municipalities());
        JsonNode findings = sent(written.findings());
        JsonNode groups = sent(written.groups());
        return new Choice(
                municipalities == null ? findings == null && groups == null : municipalities.isBoolean(),
                listed(municipalities, "/municipalities", MunicipalityCode.FORM, errors),
                findings != null && findings.isBoolean(),
                listed(findings, "/findings", ID, errors),
                groups != null && groups.isBoolean(),
                listed(groups, "/groups", ID, errors));
    }

    private static JsonNode sent(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? null : node;
    }

    private static List<String> listed(JsonNode node, String pointer, String form, List<InputError> errors) {
        List<String> listed = new ArrayList<>();
        if (node == null || node.isBoolean() && node.booleanValue()) {
            return listed;
        }
        if (!node.isArray()) {
            errors.add(InputError.body(
                    pointer, "wrong-type", new Text("Hier hoort een lijst of true.", "This must be a list or true.")));
            return listed;
        }
        if (node.isEmpty() || node.size() > MOST) {
            errors.add(InputError.body(
                    pointer,
                    "wrong-size",
                    new Text("Tussen 1 en %d.".formatted(MOST), "Between 1 and %d.".formatted(MOST))));
            return listed;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            if (item.isTextual() && item.textValue().matches(form)) {
                listed.add(item.textValue());
            } else {
                errors.add(InputError.body(
                        pointer + "/" + i,
                        "wrong-form",
                        new Text("Dit past niet bij %s.".formatted(form), "This does not match %s.".formatted(form))));
            }
        }
        return listed;
    }
}
