package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers for whoever shows them or takes them in another form than JSON, under the same rules. */
@ApplicationScoped
public class AnswersInOtherForm {

    private final Responses responses;
    private final Saving saving;

    AnswersInOtherForm(Responses responses, Saving saving) {
        this.responses = responses;
        this.saving = saving;
    }

    /** The answers of the response in a path, or 404; none before the first save. */
    @Transactional
    public AnswersNow now(String round, String code) {
        return responses.now(responses.inPath(round, code));
    }

    /**
     * Changes some answers; the first save needs no tag.
     *
     * @param read what the content says; asked only when the sender saw what is there now
     */
    @Transactional
    public RestResponse<?> merge(
            String round, String code, String ifMatch, String dryRun, Function<AnswersNow, AnswersSent> read) {
        return saving.merge(round, code, ifMatch, dryRun, read);
    }
}
