package nl.wijkvergelijk.survey.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.sql.Sql;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the groups of each round. Who writes one locks the round, so that no two make the same. */
@ApplicationScoped
class Groups {

    private final Rounds rounds;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;
    private final Sql sql;

    Groups(Rounds rounds, History history, Actors actors, Clock clock, ObjectMapper json, Sql sql) {
        this.rounds = rounds;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
        this.sql = sql;
    }

    /** A page of those of a round, by id; those withdrawn too. */
    @Transactional
    GroupList all(String roundId, Supplier<Page> asked) {
        String round = rounds.inPath(roundId).id();
        Page page = asked.get();
        List<GroupView> all =
                MunicipalityGroup.<MunicipalityGroup>list("key.round = ?1 order by key.id", round).stream()
                        .map(this::view)
                        .toList();
        return new GroupList(round, page.of(all), all.size(), page);
    }

    @Transactional
    GroupView inPath(String roundId, String id) {
        String round = rounds.inPath(roundId).id();
        return view(Optional.of(id)
                .filter(i -> i.matches(MunicipalityGroup.ID))
                .flatMap(i -> MunicipalityGroup.<MunicipalityGroup>findByIdOptional(new GroupKey(round, i)))
                .orElseThrow(ProblemException::notFound));
    }

    /** Adds a group, changes it or takes it back. What is there already as it is sent leaves no trace. */
    @Transactional
    RestResponse<GroupView> put(String roundId, String id, String ifMatch, Body body) {
        String round = rounds.toChange(roundId).id();
        refuseMalformed(id);
        GroupKey key = new GroupKey(round, id);
        MunicipalityGroup known = MunicipalityGroup.findById(key, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatchUnlessNew(ifMatch, known == null, known == null ? ETags.strong("none") : known.tag());
        GroupWrite written = body.as(GroupWrite.class);
        refuse(errors(round, written, known == null));
        GroupContent content = written.content();
        if (known != null && content.equals(content(known)) && written.withdrawn() == known.isWithdrawn()) {
            return RestResponse.ok(view(known));
        }
        MunicipalityGroup group = known == null ? new MunicipalityGroup(key) : known;
        ObjectNode tree = json.valueToTree(content);
        Act act = new Act(actors.current(), clock.instant(), written.reason(), null);
        if (written.withdrawn()) {
            group.takeBack(tree, act, history);
        } else {
            group.become(tree, act, history);
        }
        Constraints.keep(group);
        return RestResponse.status(known == null ? RestResponse.Status.CREATED : RestResponse.Status.OK, view(group));
    }

    private static void refuseMalformed(String id) {
        if (!id.matches(MunicipalityGroup.ID)) {
            throw ProblemException.invalid(InputError.path(
                    "id",
                    "wrong-form",
                    new Text(
                            "Een id is hooguit 60 kleine letters, cijfers en streepjes.",
                            "An id is at most 60 small letters, digits and hyphens.")));
        }
    }

    private List<InputError> errors(String round, GroupWrite written, boolean isNew) {
        List<InputError> errors = new ArrayList<>();
        if (isNew && written.withdrawn()) {
            errors.add(InputError.body(
                    "/withdrawn",
                    "nothing-to-withdraw",
                    new Text("Een nieuwe groep is nog niet openbaar.", "A new group is not public yet.")));
        }
        Reason.requireIf(!isNew && written.withdrawn(), written.reason(), errors);
        Set<String> participants = new HashSet<>(sql.list(
                "select municipality from survey.response where round = ?",
                row -> row.getString("municipality"),
                round));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < written.municipalities().size(); i++) {
            String code = written.municipalities().get(i);
            if (!seen.add(code)) {
                errors.add(InputError.body(
                        "/municipalities/" + i, "duplicate", new Text("Dit staat er al.", "This is there already.")));
            } else if (!participants.contains(code)) {
                errors.add(InputError.body(
                        "/municipalities/" + i,
                        "unknown-municipality",
                        new Text("Deze gemeente doet niet mee.", "This municipality does not take part.")));
            }
        }
        return errors;
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private GroupView view(MunicipalityGroup group) {
        return GroupView.of(group, content(group));
    }

    GroupContent content(MunicipalityGroup group) {
        try {
            return json.readValue(group.content(), GroupContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
