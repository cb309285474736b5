package nl.wijkvergelijk.survey.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publication;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.publication.PublishedRound;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;

/** Opens rounds and puts them right; what comparisons show of them is published at once, and the day of return never. */
@ApplicationScoped
public class Rounds {

    private final Questionnaires questionnaires;
    private final Publications publications;
    private final History history;
    private final Actors actors;
    private final ObjectMapper json;

    Rounds(
            Questionnaires questionnaires,
            Publications publications,
            History history,
            Actors actors,
            ObjectMapper json) {
        this.questionnaires = questionnaires;
        this.publications = publications;
        this.history = history;
        this.actors = actors;
        this.json = json;
    }

    /** A page of all rounds, in the order of their ids. */
    @Transactional
    RoundList all(Page page) {
        PanacheQuery<Round> all = Round.findAll(Sort.by("id"));
        return new RoundList(
                all.page(page.number() - 1, page.size()).stream()
                        .map(Round::view)
                        .toList(),
                all.count(),
                page);
    }

    /** All rounds, the last in the order of their ids first. */
    @Transactional
    public List<RoundView> newestFirst() {
        return Round.<Round>listAll(Sort.descending("id")).stream()
                .map(Round::view)
                .toList();
    }

    /** The round of this id; empty when there is none. */
    @Transactional
    public Optional<RoundView> find(String id) {
        return find(id, LockModeType.NONE).map(Round::view);
    }

    /** The id in a path; what does not look like one leads nowhere (404). */
    public static String idInPath(String id) {
        if (!id.matches(Round.FORM)) {
            throw ProblemException.notFound();
        }
        return id;
    }

    /** The round in a path; what is not there, or does not look like an id, leads nowhere (404). */
    @Transactional
    public RoundView inPath(String id) {
        return found(id, LockModeType.NONE).view();
    }

    /** The same, locked until the transaction ends, by whoever gives the round something that it can have only once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RoundView toChange(String id) {
        return found(id, LockModeType.PESSIMISTIC_WRITE).view();
    }

    /** The questions of a round. */
    public Questionnaire questionnaireOf(RoundView round) {
        QuestionnaireReference asked = round.questionnaire();
        return questionnaires
                .find(asked.id(), asked.version())
                .orElseThrow(
                        () -> new IllegalStateException("round " + round.id() + " asks " + asked + ", which is gone"));
    }

    @Transactional
    RoundView open(Body body) {
        RoundWrite written = body.as(RoundWrite.class);
        Instant at = publications.takeTurn();
        List<InputError> errors = new ArrayList<>();
        if (questionnaires
                .find(written.questionnaire().id(), written.questionnaire().version())
                .isEmpty()) {
            errors.add(InputError.body(
                    "/questionnaire",
                    "unknown-questionnaire",
                    new Text("Deze vragenlijst is er niet.", "There is no such questionnaire.")));
        }
        ReturnBy.check(written.returnBy(), errors);
        refuse(errors);
        if (Round.findByIdOptional(written.id()).isPresent()) {
            throw new ProblemException(
                    SurveyProblem.ROUND_EXISTS,
                    new Text("Er is al een ronde met deze id.", "There is a round with this id already."));
        }
        return kept(new Round(written), "open", at, true);
    }

    @Transactional
    RoundView change(String id, String ifMatch, Body body) {
        Instant at = publications.takeTurn();
        Round round = found(id, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, round.tag());
        RoundView before = round.view();
        PublishedRound shown = round.published();
        RoundPatch patch = body.as(RoundPatch.class);
        List<InputError> errors = new ArrayList<>();
        ReturnBy.check(patch.returnBy(), errors);
        refuse(errors);
        round.change(patch);
        return round.view().equals(before) ? before : kept(round, "change", at, !shown.equals(round.published()));
    }

    private RoundView kept(Round round, String action, Instant at, boolean publishes) {
        Constraints.keep(round);
        RoundView view = round.view();
        Act act = new Act(actors.current(), at, null, null);
        Long sequence = publishes
                ? (Long) publications
                        .publish(Publication.of(round.published()), act.at())
                        .sequence()
                : null;
        history.add(
                new Event(
                        Event.Subject.ROUND,
                        view.id(),
                        null,
                        action,
                        null,
                        null,
                        null,
                        sequence,
                        json.valueToTree(view)),
                act);
        return view;
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static Round found(String id, LockModeType lock) {
        return find(id, lock).orElseThrow(ProblemException::notFound);
    }

    private static Optional<Round> find(String id, LockModeType lock) {
        return Optional.of(id).filter(i -> i.matches(Round.FORM)).flatMap(i -> Round.<Round>findByIdOptional(i, lock));
    }
}
