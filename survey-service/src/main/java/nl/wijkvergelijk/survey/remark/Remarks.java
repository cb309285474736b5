package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.ListQuery;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.request.Sort;
import nl.wijkvergelijk.survey.response.OnBehalf;
import nl.wijkvergelijk.survey.response.Responses;

/** Keeps the threads of each response. Whoever changes one holds the lock of the response, so that numbers, counts and gates agree. */
@ApplicationScoped
public class Remarks {

    private static final String ASK = "POST /rounds/{round}/responses/{code}/remarks";

    private static final String BY_QUESTION = "question";
    private static final List<String> KEYS = List.of("id", BY_QUESTION);

    private final Responses responses;
    private final Threads threads;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Remarks(Responses responses, Threads threads, History history, Actors actors, Clock clock) {
        this.responses = responses;
        this.threads = threads;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** A page of the remarks on a response that are asked for; the oldest first, unless another order is. */
    RemarkList all(
            String round,
            String code,
            String states,
            String questions,
            String kinds,
            String stale,
            String sort,
            String page,
            String pageSize) {
        Responses.Found found = responses.inPath(round, code);
        ListQuery query = new ListQuery();
        Filter filter = Filter.of(query, states, questions, kinds, stale, found.questionnaire());
        Sort order = query.sort(sort, KEYS);
        Page asked = query.page(page, pageSize);
        query.refuseWrong();
        Comparator<RemarkView> byNumber = Comparator.comparingInt(each -> Integer.parseInt(each.id()));
        Comparator<RemarkView> ascending = order.key().equals(BY_QUESTION)
                ? Comparator.comparing(RemarkView::question, Comparator.nullsFirst(Comparator.naturalOrder()))
                : byNumber;
        List<RemarkView> chosen = threads.of(found.response().key(), filter).stream()
                .sorted(order.directed(ascending).thenComparing(byNumber))
                .toList();
        return new RemarkList(asked.of(chosen), chosen.size(), asked);
    }

    /** All of them on a response, the oldest first. */
    public List<RemarkView> on(Responses.Found found) {
        return threads.of(found.response().key(), Filter.ALL);
    }

    /** One of them; what is no number of one leads nowhere (404). */
    public RemarkView one(String round, String code, String id) {
        return find(responses.inPath(round, code), id);
    }

    @Transactional
    RemarkView ask(String round, String code, Body body) {
        Responses.Found found = responses.toChange(round, code);
        RemarkWrite written = body.as(RemarkWrite.class);
        AccessTable.require(actors.current(), ASK, written.kind(), code);
        if (written.question() != null
                && found.questionnaire().question(written.question()).isEmpty()) {
            throw ProblemException.invalid(InputError.body(
                    "/question",
                    "unknown-question",
                    new Text(
                            "Deze vraag staat niet in de vragenlijst.", "This question is not in the questionnaire.")));
        }
        RemarkKey key = RemarkKey.of(
                found.response().key(), threads.next(found.response().key()));
        return kept(found, Remark.ask(key, written, quote(found, written.question()), act(null, null), history));
    }

    /** Adds what somebody says to one of them. */
    @Transactional
    public RemarkView reply(String round, String code, String id, Body body) {
        Responses.Found found = responses.toChange(round, code);
        find(found, id);
        ReplyWrite written = body.as(ReplyWrite.class);
        List<InputError> errors = new ArrayList<>();
        OnBehalf.refuseForContacts(actors.current(), written.onBehalf(), errors);
        refuse(errors);
        Remark remark = entity(found, id);
        Act act = act(null, written.onBehalf());
        Role side = written.onBehalf() == null ? act.actor().role() : Role.CONTACT;
        int number = remark.reply(side, found.response().revision(), act, history);
        threads.add(remark.key(), number, written, act);
        return kept(found, remark);
    }

    @Transactional
    RemarkView resolve(String round, String code, String id, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        RemarkView before = find(found, id);
        ETags.requireMatch(ifMatch, before.tag());
        ResolutionWrite written = body.as(ResolutionWrite.class);
        refuseIncomplete(before, written);
        Remark remark = entity(found, id);
        remark.resolve(written, quote(found, remark.question()), act(written.reason(), null), history);
        return kept(found, remark);
    }

    private RemarkView kept(Responses.Found found, Remark remark) {
        Constraints.keep(remark);
        Threads.Open open = threads.open(found.response().key());
        found.response().remarksOpen(open.remarks(), open.clarificationRequests());
        Constraints.keep(found.response());
        return threads.find(found.response().key(), remark.key().number()).orElseThrow();
    }

    private static void refuseIncomplete(RemarkView before, ResolutionWrite written) {
        List<InputError> errors = new ArrayList<>();
        Reason.requireIf(before.state() == Stage.ASKED, written.reason(), errors);
        if (before.question() != null && written.disputed() && written.clarification() == null) {
            errors.add(InputError.body(
                    "/clarification",
                    "required",
                    new Text(
                            "U wordt het niet eens: zeg voor de lezers wat er aan de hand is.",
                            "You do not agree: say for the readers what the matter is.")));
        }
        if (before.question() == null && written.clarification() != null) {
            errors.add(
                    InputError.body(
                            "/clarification",
                            "no-question",
                            new Text(
                                    "Een toelichting staat bij een antwoord, en deze opmerking gaat over geen vraag. Begin er een bij de vraag.",
                                    "A clarification stands with an answer, and this remark is about no question. Put one on the question.")));
        }
        refuse(errors);
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private Quote quote(Responses.Found found, String question) {
        return new Quote(
                found.response().revision(),
                question == null
                        ? null
                        : Optional.ofNullable(responses.present(found).toJson().get(question))
                                .map(JsonNode::toString)
                                .orElse(null));
    }

    private RemarkView find(Responses.Found found, String id) {
        return number(id)
                .flatMap(number -> threads.find(found.response().key(), number))
                .orElseThrow(ProblemException::notFound);
    }

    private static Remark entity(Responses.Found found, String id) {
        return Remark.<Remark>findByIdOptional(
                        RemarkKey.of(found.response().key(), number(id).orElseThrow()))
                .orElseThrow();
    }

    private static Optional<Integer> number(String id) {
        return Optional.of(id).filter(i -> i.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf);
    }

    private Act act(String reason, String onBehalf) {
        return new Act(actors.current(), clock.instant(), reason, onBehalf);
    }
}
