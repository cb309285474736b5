package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.AnswerChanges;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.rule.Completeness;
import org.jboss.resteasy.reactive.RestResponse;

/** Saves answers: every save that changes something is a revision. */
@ApplicationScoped
class Saving {

    private final Responses responses;
    private final Revisions revisions;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Saving(Responses responses, Revisions revisions, History history, Actors actors, Clock clock) {
        this.responses = responses;
        this.revisions = revisions;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** Replaces all answers; the first save needs no tag. */
    @Transactional
    RestResponse<AnswersView> replace(String round, String code, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        boolean isFirst = found.response().revision() == 0;
        if (!isFirst || ifMatch != null) {
            ETags.requireMatch(ifMatch, tag(found));
        }
        AnswersView saved = save(found, body, false);
        return RestResponse.status(isFirst ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved);
    }

    /** Changes some answers. */
    @Transactional
    AnswersView change(String round, String code, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        if (found.response().revision() == 0) {
            throw ProblemException.notFound();
        }
        ETags.requireMatch(ifMatch, tag(found));
        return save(found, body, true);
    }

    private AnswersView save(Responses.Found found, Body body, boolean merge) {
        AnswersWrite written = body.as(AnswersWrite.class);
        List<InputError> errors = new ArrayList<>();
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        AnswerChanges changes = AnswerReader.read(found.questionnaire(), written.answers(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        found.response().refuseUnlessOpen();
        Answers before = responses.present(found);
        Answers after = merge ? before.with(changes) : before.replacedBy(changes);
        Collection<String> changed = after.changesFrom(before);
        if (found.response().revision() == 0 || !changed.isEmpty()) {
            Act act = new Act(actors.current(), clock.instant(), written.reason(), written.onBehalf());
            found.response().save(Completeness.of(found.questionnaire(), after), act, history);
            Constraints.keep(found.response());
            revisions.add(found.response().key(), found.response().revision(), after, changed, act);
        }
        return responses.answersOf(found);
    }

    private static String tag(Responses.Found found) {
        return ETags.strong(found.response().revision());
    }
}
