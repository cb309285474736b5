package nl.wijkvergelijk.survey.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.EvidenceList;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.sql.Sql;

/** Keeps the findings of each round. Who writes one locks the round, so that no finding loses the observation it belongs to under somebody's hands. */
@ApplicationScoped
class Findings {

    private static final Comparator<FindingView> AS_TOLD = Comparator.comparing(
                    (FindingView finding) -> Links.theme(finding.theme()).orElseThrow())
            .thenComparing(FindingView::order)
            .thenComparing(FindingView::id);

    private final Rounds rounds;
    private final Links links;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;
    private final Sql sql;

    Findings(Rounds rounds, Links links, History history, Actors actors, Clock clock, ObjectMapper json, Sql sql) {
        this.rounds = rounds;
        this.links = links;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
        this.sql = sql;
    }

    /** A page of those of a round that are asked for, in the order in which they are told: by theme, then by their own order. */
    @Transactional
    FindingList all(String roundId, Supplier<FindingList.Query> asked) {
        String round = rounds.inPath(roundId).id();
        FindingList.Query query = asked.get();
        List<FindingView> chosen = Finding.<Finding>list("key.round", round).stream()
                .map(this::view)
                .filter(query::is)
                .sorted(AS_TOLD)
                .toList();
        return new FindingList(round, query.page().of(chosen), chosen.size(), query.page());
    }

    @Transactional
    FindingView inPath(String round, String id) {
        return view(found(rounds.inPath(round).id(), id, LockModeType.NONE));
    }

    @Transactional
    FindingView add(String roundId, Body body) {
        String round = rounds.toChange(roundId).id();
        FindingWrite written = body.as(FindingWrite.class);
        List<InputError> errors = new ArrayList<>();
        if (written.withdrawn()) {
            errors.add(InputError.body(
                    "/withdrawn",
                    "nothing-to-withdraw",
                    new Text("Een nieuwe waarneming is nog niet openbaar.", "A new finding is not public yet.")));
        }
        FindingContent content = read(round, null, written, errors);
        FindingKey key = new FindingKey(round, written.id() == null ? nextNumber(round) : written.id());
        if (Finding.findByIdOptional(key).isPresent()) {
            throw new ProblemException(
                    SurveyProblem.FINDING_EXISTS,
                    new Text(
                            "In deze ronde is er al een waarneming met deze id.",
                            "There is a finding with this id in this round already."));
        }
        Finding finding = new Finding(key);
        finding.become(tree(content), act(written), history);
        Constraints.keep(finding);
        return view(finding);
    }

    /** Says something else, or takes it back. What is there already as it is sent leaves no trace. */
    @Transactional
    FindingView change(String roundId, String id, String ifMatch, Body body) {
        String round = rounds.toChange(roundId).id();
        Finding finding = found(round, id, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, finding.tag());
        FindingWrite written = body.as(FindingWrite.class);
        List<InputError> errors = new ArrayList<>();
        if (written.id() != null && !written.id().equals(id)) {
            errors.add(InputError.body(
                    "/id",
                    "out-of-range",
                    new Text("Een id verandert niet: laat hem weg.", "An id does not change: leave it out.")));
        }
        Reason.requireIf(written.withdrawn(), written.reason(), errors);
        FindingContent content = read(round, id, written, errors);
        if (content.equals(content(finding)) && written.withdrawn() == finding.isWithdrawn()) {
            return view(finding);
        }
        if (written.withdrawn()) {
            finding.takeBack(tree(content), act(written), history);
        } else {
            finding.become(tree(content), act(written), history);
        }
        Constraints.keep(finding);
        return view(finding);
    }

    private FindingContent read(String round, String id, FindingWrite written, List<InputError> errors) {
        FindingContent content = written.content(EvidenceList.read(written.evidence(), "/evidence", errors));
        errors.addAll(links.errors(round, id, content));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return content;
    }

    private String nextNumber(String round) {
        return sql.find("""
                        select coalesce(max(cast(id as bigint)), 0) + 1 as next
                        from survey.finding where round = ? and id ~ '^[0-9]{1,15}$'
                        """, row -> row.getString("next"), round).orElseThrow();
    }

    private static Finding found(String round, String id, LockModeType lock) {
        return Optional.of(id)
                .filter(i -> i.matches(Finding.ID))
                .flatMap(i -> Finding.<Finding>findByIdOptional(new FindingKey(round, i), lock))
                .orElseThrow(ProblemException::notFound);
    }

    private Act act(FindingWrite written) {
        return new Act(actors.current(), clock.instant(), written.reason(), null);
    }

    private FindingView view(Finding finding) {
        return FindingView.of(finding, content(finding));
    }

    FindingContent content(Finding finding) {
        try {
            return json.readValue(finding.content(), FindingContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode tree(FindingContent content) {
        return json.valueToTree(content);
    }
}
