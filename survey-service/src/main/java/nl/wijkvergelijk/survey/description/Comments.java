package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.response.OnBehalf;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.sql.Sql;

/** What municipalities say about their descriptions, and what becomes of it. A comment itself never changes. */
@ApplicationScoped
public class Comments {

    private final Responses responses;
    private final Descriptions descriptions;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final Sql sql;
    private final ObjectMapper json;

    Comments(
            Responses responses,
            Descriptions descriptions,
            History history,
            Actors actors,
            Clock clock,
            Sql sql,
            ObjectMapper json) {
        this.responses = responses;
        this.descriptions = descriptions;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.sql = sql;
        this.json = json;
    }

    /** A page of the comments, the oldest first; for a contact there is nothing here before the description was sent for comment. */
    @Transactional
    CommentList inPath(String round, String code, Supplier<Page> asked) {
        Responses.Found found = shown(round, code);
        Page page = asked.get();
        List<CommentView> all = of(found);
        return new CommentList(page.of(all), all.size(), page);
    }

    /** All of them. */
    @Transactional
    public List<CommentView> inPath(String round, String code) {
        return of(shown(round, code));
    }

    @Transactional
    CommentView one(String round, String code, String id) {
        return find(shown(round, code), id);
    }

    /** Adds a comment on the present version. */
    @Transactional
    public CommentView add(String round, String code, Body body) {
        Responses.Found found = responses.toChange(round, code);
        CommentWrite written = body.as(CommentWrite.class);
        List<InputError> errors = new ArrayList<>();
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        if (written.section() != null) {
            Descriptions.requireKnown(found, written.section(), "/section", errors);
        }
        refuse(errors);
        CommentTime.refuseUnlessInComment(found);
        int number = of(found).size() + 1;
        Act act = new Act(actors.current(), clock.instant(), null, written.onBehalf());
        sql.update(
                """
                insert into survey.comment (round, municipality, number, section, content, description, at, author, on_behalf, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                found.round().id(),
                found.municipality().code(),
                number,
                written.section(),
                written.text(),
                descriptions.present(found).orElseThrow().version(),
                act.at(),
                act.actor().account(),
                act.onBehalf());
        return kept(found, number, "comment", act);
    }

    /** Says what became of a comment; saying the same again leaves no trace. */
    @Transactional
    CommentView dispose(String round, String code, String id, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        CommentView comment = find(found, id);
        ETags.requireMatch(ifMatch, comment.tag());
        DispositionWrite written = body.as(DispositionWrite.class);
        refuseUnexplained(written);
        CommentTime.refuseOnceApproved(found);
        if (comment.says(written)) {
            return comment;
        }
        int number = Integer.parseInt(comment.id());
        Act act = new Act(actors.current(), clock.instant(), null, null);
        sql.update(
                """
                update survey.comment set outcome = ?, why = ?, disposed_at = ?, disposed_by = ?, version = version + 1
                where round = ? and municipality = ? and number = ?
                """,
                written.outcome().code(),
                written.why(),
                act.at(),
                act.actor().account(),
                found.round().id(),
                found.municipality().code(),
                number);
        return kept(found, number, "dispose", act);
    }

    /** The numbers of the comments of which nobody has said what became of them. */
    List<String> open(Responses.Found found) {
        return of(found).stream()
                .filter(comment -> comment.disposition() == null)
                .map(CommentView::id)
                .toList();
    }

    private List<CommentView> of(Responses.Found found) {
        return sql.list(
                """
                select number, section, content, description, at, author, on_behalf, outcome, why, disposed_at, disposed_by, version
                from survey.comment where round = ? and municipality = ? order by number
                """, CommentView::read, found.round().id(), found.municipality().code());
    }

    private CommentView find(Responses.Found found, String id) {
        return of(found).stream()
                .filter(comment -> comment.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private Responses.Found shown(String round, String code) {
        Responses.Found found = responses.inPath(round, code);
        boolean wasSent = found.response().commentDeadline() != null;
        return Optional.of(found)
                .filter(each -> wasSent || actors.current().role() != Role.CONTACT)
                .orElseThrow(ProblemException::notFound);
    }

    private CommentView kept(Responses.Found found, int number, String action, Act act) {
        CommentView now = find(found, String.valueOf(number));
        JsonNode content = json.valueToTree(now);
        history.add(Descriptions.event(found, action, content, now.id()), act);
        return now;
    }

    private static void refuseUnexplained(DispositionWrite written) {
        if (written.outcome() != Outcome.ADOPTED && written.why() == null) {
            refuse(List.of(InputError.body(
                    "/why",
                    "required",
                    new Text(
                            "Zeg waarom het niet of niet helemaal is overgenomen.",
                            "Say why it was not adopted, or not wholly."))));
        }
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
