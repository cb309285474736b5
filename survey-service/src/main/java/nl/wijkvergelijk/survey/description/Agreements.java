package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.OnBehalf;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether municipalities agree with their descriptions. The history keeps every earlier answer. */
@ApplicationScoped
public class Agreements {

    private final Responses responses;
    private final Descriptions descriptions;
    private final LaidBefore laid;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final Sql sql;
    private final ObjectMapper json;

    Agreements(
            Responses responses,
            Descriptions descriptions,
            LaidBefore laid,
            History history,
            Actors actors,
            Clock clock,
            Sql sql,
            ObjectMapper json) {
        this.responses = responses;
        this.descriptions = descriptions;
        this.laid = laid;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.sql = sql;
        this.json = json;
    }

    /** The last answer of the municipality, or 404. */
    @Transactional
    public AgreementView inPath(String round, String code) {
        Responses.Found found = responses.inPath(round, code);
        return present(found).map(answer -> view(found, answer)).orElseThrow(ProblemException::notFound);
    }

    /** Agrees or dissents with the present version, on the present answers; refuses (412) when another version was read. */
    @Transactional
    public RestResponse<AgreementView> answer(String round, String code, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        Optional<Agreement> before = present(found);
        ETags.requireMatchUnlessNew(
                ifMatch,
                before.isEmpty(),
                before.map(answer -> view(found, answer).tag()).orElse(ETags.strong(0)));
        AgreementWrite written = body.as(AgreementWrite.class);
        List<InputError> errors = new ArrayList<>();
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        written.check(errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        CommentTime.refuseUnlessInComment(found);
        refuseUnread(found, written);
        if (before.filter(answer -> isCurrent(found, answer) && answer.says(written))
                .isEmpty()) {
            keep(found, written);
        }
        AgreementView now = view(found, present(found).orElseThrow());
        return RestResponse.status(before.isEmpty() ? RestResponse.Status.CREATED : RestResponse.Status.OK, now);
    }

    private void refuseUnread(Responses.Found found, AgreementWrite written) {
        int present = descriptions.present(found).orElseThrow().version();
        if (written.version() != null && written.version() != present) {
            throw new ProblemException(
                    HttpProblem.PRECONDITION_FAILED,
                    new Text(
                            "De beschrijving is nu versie %d; lees die eerst.".formatted(present),
                            "The description is version %d now; read that first.".formatted(present)));
        }
    }

    /** The last answer; empty when there was none. */
    Optional<Agreement> present(Responses.Found found) {
        return Optional.ofNullable(
                present(List.of(found)).get(found.municipality().code()));
    }

    /** The last answers of many of one round, by municipality, with one statement; whoever gave none is absent. */
    Map<String, Agreement> present(List<Responses.Found> many) {
        return sql.byFirst("""
                select municipality, agrees, dissent, description, revision, at, author, on_behalf, version
                from survey.agreement where round = ? and municipality = any (string_to_array(?, ','))
                """, Agreement::read, many.get(0).round().id(), Surveyed.codes(many));
    }

    /** Whether an answer is about the description and the answers as they are now. */
    boolean isCurrent(Responses.Found found, Agreement answer) {
        int version = descriptions.present(found).map(Description::version).orElse(0);
        return answer.isAbout(version, found.response().revision());
    }

    /** For a contact it is about the last text that lay before it, whatever is being written since. */
    private AgreementView view(Responses.Found found, Agreement answer) {
        String code = found.municipality().code();
        int version = laid.last(found.round().id(), List.of(code)).getOrDefault(code, 0);
        return AgreementView.of(answer, answer.isAbout(version, found.response().revision()));
    }

    private void keep(Responses.Found found, AgreementWrite written) {
        Act act = new Act(actors.current(), clock.instant(), null, written.onBehalf());
        sql.update(
                """
                insert into survey.agreement
                    (round, municipality, agrees, dissent, description, revision, at, author, on_behalf, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                on conflict on constraint agreement_pk do update set
                    agrees = excluded.agrees, dissent = excluded.dissent, description = excluded.description,
                    revision = excluded.revision, at = excluded.at, author = excluded.author,
                    on_behalf = excluded.on_behalf, version = agreement.version + 1
                """,
                found.round().id(),
                found.municipality().code(),
                written.agrees(),
                written.dissent(),
                descriptions.present(found).orElseThrow().version(),
                found.response().revision(),
                act.at(),
                act.actor().account(),
                act.onBehalf());
        String action = written.agrees() ? "agree" : "dissent";
        history.add(
                Descriptions.event(
                        found, action, json.valueToTree(present(found).orElseThrow()), null),
                act);
    }
}
