package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.request.Tagged;

/**
 * What the municipality answered, as it is shown.
 *
 * @param current whether neither the description, as far as the reader may see it, nor the answers have changed since
 */
public record AgreementView(
        boolean agrees,
        String dissent,
        int version,
        int revision,
        boolean current,
        Instant answeredAt,
        String author,
        String onBehalf,
        @JsonIgnore String tag)
        implements Tagged {

    static AgreementView of(Agreement agreement, boolean current) {
        return new AgreementView(
                agreement.agrees(),
                agreement.dissent(),
                agreement.description(),
                agreement.revision(),
                current,
                agreement.answeredAt(),
                agreement.author(),
                agreement.onBehalf(),
                ETags.strong(current ? agreement.version() : agreement.version() + "-earlier"));
    }
}
