package nl.wijkvergelijk.survey.proposal;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * What came of it.
 *
 * @param joined who takes part from now on
 * @param proposed who has answers to confirm from now on
 * @param kept who had them before, whichever round they are of
 * @param leftOut who took part in the earlier round and was not taken along, and why
 */
record CopyView(String from, List<String> joined, List<String> proposed, List<String> kept, List<LeftOut> leftOut) {

    /** One that was not taken along. */
    record LeftOut(String municipality, String code, Text detail) {}
}
