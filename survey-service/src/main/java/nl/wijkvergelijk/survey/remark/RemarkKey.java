package nl.wijkvergelijk.survey.remark;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import nl.wijkvergelijk.survey.response.ResponseKey;

/** Which remark: its number in the response. */
@Embeddable
record RemarkKey(String round, String municipality, int number) implements Serializable {

    static RemarkKey of(ResponseKey response, int number) {
        return new RemarkKey(response.round(), response.municipality(), number);
    }
}
