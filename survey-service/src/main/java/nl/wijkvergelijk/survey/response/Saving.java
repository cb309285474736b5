package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerChanges;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.preview.Preview;
import nl.wijkvergelijk.survey.preview.PreviewView;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.DryRun;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.rule.Completeness;
import org.jboss.resteasy.reactive.RestResponse;

/** Saves answers: every save that changes something is a revision. A dry run goes the same way up to the point where something would be stored. */
@ApplicationScoped
class Saving {

    private final Responses responses;
    private final Revisions revisions;
    private final ResponseRows rows;
    private final Preview preview;
    private final EvidenceOnFile evidence;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Saving(
            Responses responses,
            Revisions revisions,
            ResponseRows rows,
            Preview preview,
            EvidenceOnFile evidence,
            History history,
            Actors actors,
            Clock clock) {
        this.responses = responses;
        this.revisions = revisions;
        this.rows = rows;
        this.preview = preview;
        this.evidence = evidence;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** Replaces all answers; the first save needs no tag. */
    @Transactional
    RestResponse<?> replace(String round, String code, String ifMatch, String dryRun, Body body) {
        Responses.Found found = responses.toChange(round, code);
        ETags.requireMatchUnlessNew(
                ifMatch, found.response().revision() == 0, found.response().answersTag());
        return save(found, body, false, dryRun);
    }

    /** Changes some answers. */
    @Transactional
    RestResponse<?> change(String round, String code, String ifMatch, String dryRun, Body body) {
        return save(withAnswers(round, code, ifMatch), body, true, dryRun);
    }

    /** Makes the answers of an earlier revision the present ones again, as a new revision. They are read anew: what they refer to must still be there. */
    @Transactional
    RestResponse<?> restore(String round, String code, String ifMatch, String dryRun, Body body) {
        Responses.Found found = withAnswers(round, code, ifMatch);
        RestoreWrite written = body.as(RestoreWrite.class);
        List<InputError> errors = new ArrayList<>();
        boolean isDryRun = DryRun.asked(dryRun, errors);
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        Reason.require(written.reason(), errors);
        if (written.from() < 1 || written.from() > found.response().revision()) {
            errors.add(InputError.body(
                    "/from", "unknown-revision", new Text("Deze revisie is er niet.", "There is no such revision.")));
            throw ProblemException.invalid(errors);
        }
        Answers kept = revisions.answers(found.response().key(), written.from(), found.questionnaire());
        Answers before = responses.present(found);
        Answers after = kept.replacedBy(read(found, kept.answeredOnly().toJson(), errors));
        Proposal proposal = new Proposal(before, after, false, written.from(), written.reason(), written.onBehalf());
        if (isDryRun || !proposal.isRevision()) {
            return answer(found, proposal, isDryRun);
        }
        return RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.CREATED, kept(found, proposal))
                .header(
                        "Location",
                        "/v1/rounds/%s/responses/%s/revisions/%d"
                                .formatted(round, code, found.response().revision()))
                .build();
    }

    /** Changes some answers by content of another form; the first save needs no tag. What changes nothing makes no revision, the first neither. */
    @Transactional
    RestResponse<?> merge(
            String round, String code, String ifMatch, String dryRun, Function<AnswersNow, AnswersSent> read) {
        Responses.Found found = responses.toChange(round, code);
        boolean isFirst = found.response().revision() == 0;
        ETags.requireMatchUnlessNew(ifMatch, isFirst, found.response().answersTag());
        AnswersSent sent = read.apply(responses.now(found));
        List<InputError> errors = new ArrayList<>();
        boolean isDryRun = DryRun.asked(dryRun, errors);
        errors.addAll(sent.errors());
        List<InputError> others = new ArrayList<>();
        OnBehalf.check(actors.current(), sent.onBehalf(), others);
        others.forEach(error -> errors.add(sent.placed().apply(error)));
        refuse(errors);
        found.response().refuseUnlessOpen();
        Answers before = responses.present(found);
        Answers after = before.with(sent.changes());
        boolean isRevision = isFirst && !sent.changes().byQuestion().isEmpty();
        return answer(found, new Proposal(before, after, isRevision, null, sent.reason(), sent.onBehalf()), isDryRun);
    }

    /** The same for one response of many, already locked. What changes nothing is let pass in every state. */
    Proposal take(Responses.Found found, JsonNode answers, Set<String> sayable, String reason, String onBehalf) {
        List<InputError> errors = new ArrayList<>();
        AnswerChanges changes = AnswerReader.read(
                found.questionnaire(), answers, evidence.of(found.response().key()), errors);
        Answers before = responses.present(found);
        changes.byQuestion().forEach((question, change) -> before.to(question)
                .ifPresent(had -> refuseLoss(question, had, sayable, errors)));
        refuse(errors);
        boolean isFirst =
                found.response().revision() == 0 && !changes.byQuestion().isEmpty();
        Proposal proposal = new Proposal(before, before.with(changes), isFirst, null, reason, onBehalf);
        if (proposal.isRevision()) {
            keep(found, proposal);
        }
        return proposal;
    }

    /** A form that has no place for something must not take it away. */
    private static void refuseLoss(String question, Answer had, Set<String> sayable, List<InputError> errors) {
        had.toJson().fieldNames().forEachRemaining(member -> {
            if (!sayable.contains(member)) {
                errors.add(InputError.body(
                        "/answers/" + InputError.segment(question),
                        "would-be-lost",
                        new Text(
                                "Bij dit antwoord is ook '%s' vastgelegd, en daar heeft dit bestand geen kolom voor."
                                        .formatted(member),
                                "This answer also has '%s', for which this file has no column.".formatted(member))));
            }
        });
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private RestResponse<?> save(Responses.Found found, Body body, boolean merge, String dryRun) {
        AnswersWrite written = body.as(AnswersWrite.class);
        List<InputError> errors = new ArrayList<>();
        boolean isDryRun = DryRun.asked(dryRun, errors);
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        AnswerChanges changes = read(found, written.answers(), errors);
        Answers before = responses.present(found);
        Answers after = merge ? before.with(changes) : before.replacedBy(changes);
        boolean isFirst = found.response().revision() == 0;
        return answer(
                found, new Proposal(before, after, isFirst, null, written.reason(), written.onBehalf()), isDryRun);
    }

    private AnswerChanges read(Responses.Found found, JsonNode answers, List<InputError> errors) {
        AnswerChanges changes = AnswerReader.read(
                found.questionnaire(), answers, evidence.of(found.response().key()), errors);
        refuse(errors);
        found.response().refuseUnlessOpen();
        return changes;
    }

    private RestResponse<?> answer(Responses.Found found, Proposal proposal, boolean isDryRun) {
        if (isDryRun) {
            return RestResponse.ok(SavePreview.of(found, proposal, comparison(found, proposal)));
        }
        return RestResponse.status(
                proposal.isFirst() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept(found, proposal));
    }

    private PreviewView comparison(Responses.Found found, Proposal proposal) {
        Act act = new Act(actors.current(), clock.instant(), proposal.reason(), proposal.onBehalf());
        return preview.of(
                found.round().id(),
                found.municipality().code(),
                rows.figures(found, proposal.after(), found.response().revision() + 1, act));
    }

    private AnswersView kept(Responses.Found found, Proposal proposal) {
        if (proposal.isRevision()) {
            keep(found, proposal);
        }
        return responses.answersOf(found, proposal.after());
    }

    private void keep(Responses.Found found, Proposal proposal) {
        Act act = new Act(actors.current(), clock.instant(), proposal.reason(), proposal.onBehalf());
        found.response()
                .save(Completeness.of(found.questionnaire(), proposal.after()), proposal.restored(), act, history);
        Constraints.keep(found.response());
        revisions.add(found.response().key(), found.response().revision(), proposal, act);
    }

    private Responses.Found withAnswers(String round, String code, String ifMatch) {
        Responses.Found found = responses.toChange(round, code);
        if (found.response().revision() == 0) {
            throw ProblemException.notFound();
        }
        ETags.requireMatch(ifMatch, found.response().answersTag());
        return found;
    }
}
