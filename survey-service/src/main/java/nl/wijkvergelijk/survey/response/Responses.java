package nl.wijkvergelijk.survey.response;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.Time;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.EventList;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.municipality.MunicipalityView;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.rule.RuleResult;
import nl.wijkvergelijk.survey.rule.Rules;
import nl.wijkvergelijk.survey.rule.Uncited;
import nl.wijkvergelijk.survey.sql.Sql;

/** Finds responses and shows them; what changes them is in {@link Saving}, {@link Transitions} and {@link Publishing}. */
@ApplicationScoped
public class Responses {

    private final Rounds rounds;
    private final Municipalities municipalities;
    private final Revisions revisions;
    private final History history;
    private final OutOfSight outOfSight;
    private final Actors actors;
    private final Sql sql;
    private final Clock clock;

    Responses(
            Rounds rounds,
            Municipalities municipalities,
            Revisions revisions,
            History history,
            OutOfSight outOfSight,
            Actors actors,
            Sql sql,
            Clock clock) {
        this.rounds = rounds;
        this.municipalities = municipalities;
        this.revisions = revisions;
        this.history = history;
        this.outOfSight = outOfSight;
        this.actors = actors;
        this.sql = sql;
        this.clock = clock;
    }

    /** A response with the questions it answers, its municipality's name, and the day it is there. */
    public record Found(
            Response response,
            Questionnaire questionnaire,
            RoundView round,
            MunicipalityView municipality,
            LocalDate today) {

        /** Where it stands. */
        public ResponseView view() {
            return response.view(municipality.name(), round.returnBy(), today);
        }
    }

    /** The response in a path, or 404. */
    @Transactional
    public Found inPath(String round, String code) {
        return found(round, code);
    }

    /** The same, locked until the transaction ends: one writer after the other, each sees what the one before did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Found toChange(String round, String code) {
        // By itself: together with what belongs to it that would be locked too, and what is read after it is what is
        // there after the wait.
        sql.find(
                        "select 1 from survey.response where round = ? and municipality = ? for no key update",
                        row -> true,
                        Rounds.idInPath(round),
                        MunicipalityCode.inPath(code))
                .orElseThrow(ProblemException::notFound);
        return found(round, code);
    }

    /** The same for many of one round at once, in the order of their codes: those in this state; they are locked in that order. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Found> toChange(String round, State state) {
        return lockedTogether(
                round, Response.find("key.round = ?1 and state = ?2 order by key.municipality", round, state.code()));
    }

    /** The same for those of these municipalities that take part. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Found> toChange(String round, Set<String> municipalities) {
        return lockedTogether(
                round,
                Response.find(
                        "key.round = ?1 and key.municipality in ?2 order by key.municipality", round, municipalities));
    }

    private List<Found> lockedTogether(String roundId, PanacheQuery<Response> query) {
        RoundView round = rounds.inPath(roundId);
        Questionnaire questionnaire = rounds.questionnaireOf(round);
        LocalDate today = Time.today(clock);
        List<Response> locked = query.withLock(LockModeType.PESSIMISTIC_WRITE).list();
        Map<String, MunicipalityView> known = municipalities.named(
                locked.stream().map(each -> each.key().municipality()).toList());
        return locked.stream()
                .map(each -> new Found(
                        each, questionnaire, round, known.get(each.key().municipality()), today))
                .toList();
    }

    private Found found(String roundId, String code) {
        ResponseKey key = new ResponseKey(Rounds.idInPath(roundId), MunicipalityCode.inPath(code));
        Response response = together(key).orElseThrow(ProblemException::notFound);
        RoundView round = rounds.inPath(roundId);
        MunicipalityView municipality = municipalities.find(code).orElseThrow();
        return new Found(response, rounds.questionnaireOf(round), round, municipality, Time.today(clock));
    }

    /** The response, with its round and its municipality in the same statement: whoever asks for those after has them already. */
    private static Optional<Response> together(ResponseKey key) {
        return Panache.getSession()
                .createSelectionQuery("""
                        select response, round, municipality
                        from Response response
                        join Round round on round.id = response.key.round
                        join Municipality municipality on municipality.code = response.key.municipality
                        where response.key.round = ?1 and response.key.municipality = ?2
                        """, Object[].class)
                .setParameter(1, key.round())
                .setParameter(2, key.municipality())
                .getResultList()
                .stream()
                .map(found -> (Response) found[0])
                .findFirst();
    }

    /** Whether the municipality takes part; reads nothing that whoever locks it next would take for the present. */
    @Transactional
    boolean exists(String round, String code) {
        return sql.find("select 1 from survey.response where round = ? and municipality = ?", row -> true, round, code)
                .isPresent();
    }

    /** Where those stand that are the reader's business, in all rounds, the newest round first. */
    @Transactional
    public List<ResponseView> everywhere() {
        return of(rounds.newestFirst()).stream().map(Found::view).toList();
    }

    /** All responses of a round that are the reader's business, in the order of the codes; a contact has the own municipality only. For reading. */
    @Transactional
    List<Found> all(RoundView round) {
        return of(List.of(round));
    }

    private List<Found> of(List<RoundView> asked) {
        LocalDate today = Time.today(clock);
        Map<String, RoundView> byId = asked.stream().collect(Collectors.toMap(RoundView::id, round -> round));
        Map<String, Questionnaire> questionnaires =
                asked.stream().collect(Collectors.toMap(RoundView::id, rounds::questionnaireOf));
        List<Response> readable = readable(byId.keySet());
        Map<String, MunicipalityView> known = municipalities.named(readable.stream()
                .map(each -> each.key().municipality())
                .distinct()
                .toList());
        return readable.stream()
                .map(each -> {
                    String round = each.key().round();
                    return new Found(
                            each,
                            questionnaires.get(round),
                            byId.get(round),
                            known.get(each.key().municipality()),
                            today);
                })
                .toList();
    }

    private List<Response> readable(Set<String> among) {
        Actor actor = actors.current();
        String order = " order by key.round desc, key.municipality";
        return actor.role() == Role.CONTACT
                ? Response.list("key.round in ?1 and key.municipality in ?2" + order, among, actor.municipalities())
                : Response.list("key.round in ?1" + order, among);
    }

    /** The answers as they are now; 404 before the first save. */
    @Transactional
    AnswersView answers(String round, String code) {
        Found found = inPath(round, code);
        if (found.response().revision() == 0) {
            throw ProblemException.notFound();
        }
        return answersOf(found, present(found));
    }

    /** The answers of a response, which are these. */
    AnswersView answersOf(Found found, Answers answers) {
        return new AnswersView(
                found.round().id(),
                found.view().municipality(),
                found.round().questionnaire(),
                found.response().revision(),
                answers.json(),
                found.response().answersTag());
    }

    /** The answers of the last revision. */
    public Answers present(Found found) {
        return revisions.answers(found.response().key(), found.response().revision(), found.questionnaire());
    }

    /** The same, judged. */
    public Surveyed surveyed(Found found) {
        return Surveyed.of(found, present(found));
    }

    /** The same for many of one round, with one statement. */
    List<Surveyed> present(List<Found> many) {
        Map<String, Answers> answers = revisions.present(many);
        return many.stream()
                .map(found ->
                        Surveyed.of(found, answers.get(found.municipality().code())))
                .toList();
    }

    /** The same for other forms than JSON, with a way to earlier revisions. */
    public AnswersNow now(Found found) {
        return new AnswersNow(
                found.round().id(),
                found.municipality().code(),
                found.municipality().name(),
                found.questionnaire(),
                found.response().revision(),
                found.response().answersTag(),
                present(found),
                number -> revisions.answers(found.response().key(), number, found.questionnaire()));
    }

    /** What the rules say, and which key figures cite nothing. */
    @Transactional
    ValidationView validation(String round, String code) {
        Found found = inPath(round, code);
        Answers answers = present(found);
        List<RuleResult> results = new ArrayList<>(Rules.judge(found.questionnaire(), answers));
        results.addAll(Uncited.of(found.questionnaire(), answers));
        return new ValidationView(
                found.response().revision(),
                found.response().revision() > 0 && results.stream().noneMatch(RuleResult::blocks),
                results,
                found.view().completeness());
    }

    /** Every save, the oldest first. */
    @Transactional
    RevisionList revisions(String round, String code, Supplier<Page> asked) {
        Response response = inPath(round, code).response();
        Page page = asked.get();
        return new RevisionList(revisions.all(response.key(), page), response.revision(), page);
    }

    /** One save; what is no number of one leads nowhere (404). */
    public RevisionView revision(String round, String code, String number) {
        Found found = inPath(round, code);
        ResponseKey key = found.response().key();
        return Optional.of(number)
                .filter(n -> n.matches("[1-9][0-9]{0,8}"))
                .flatMap(n -> revisions.find(key, Integer.parseInt(n)))
                .map(revision -> revision.with(revisions.answers(key, revision.number(), found.questionnaire())))
                .orElseThrow(ProblemException::notFound);
    }

    /** What happened, the oldest first. */
    @Transactional
    EventList history(String round, String code, Supplier<Page> asked) {
        ResponseKey key = inPath(round, code).response().key();
        return history.ofResponse(
                key.round(), key.municipality(), outOfSight.of(key.round(), List.of(key.municipality())), asked.get());
    }
}
