package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.questionnaire.Section;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps every version of the descriptions, and shows the present one: to researchers always, to a municipality once it lies before it. */
@ApplicationScoped
public class Descriptions {

    private static final TypeReference<HashMap<String, String>> SECTIONS = new TypeReference<>() {};

    /** The states in which the text is the municipality's business; before them it is the researchers' own draft. */
    static final Set<State> SHOWN = EnumSet.of(State.IN_COMMENT, State.APPROVED, State.PUBLISHED);

    private final Responses responses;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final Sql sql;
    private final ObjectMapper json;

    Descriptions(Responses responses, History history, Actors actors, Clock clock, Sql sql, ObjectMapper json) {
        this.responses = responses;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.sql = sql;
        this.json = json;
    }

    /** The present version, or 404 while there is none for whoever asks. */
    @Transactional
    public DescriptionView inPath(String round, String code) {
        Responses.Found found = responses.inPath(round, code);
        boolean isShown = actors.current().role() != Role.CONTACT
                || SHOWN.contains(found.response().state());
        return present(found).filter(text -> isShown).map(DescriptionView::of).orElseThrow(ProblemException::notFound);
    }

    /** Writes the next version; what changes nothing makes none. */
    @Transactional
    RestResponse<DescriptionView> write(String round, String code, String ifMatch, Body body) {
        Responses.Found found = responses.toChange(round, code);
        Optional<Description> before = present(found);
        int version = before.map(Description::version).orElse(0);
        ETags.requireMatchUnlessNew(ifMatch, before.isEmpty(), ETags.strong(version));
        DescriptionWrite written = body.as(DescriptionWrite.class);
        boolean isChange = before.filter(text -> text.says(written)).isEmpty();
        refuse(found, written, isChange);
        if (isChange) {
            keep(found, version + 1, written);
        }
        DescriptionView now = DescriptionView.of(present(found).orElseThrow());
        return RestResponse.status(version == 0 ? RestResponse.Status.CREATED : RestResponse.Status.OK, now);
    }

    /** The last version; empty when none was written. */
    Optional<Description> present(Responses.Found found) {
        return Optional.ofNullable(
                present(List.of(found)).get(found.municipality().code()));
    }

    /** The last versions of many of one round, by municipality, with one statement; whoever has none is absent. */
    Map<String, Description> present(List<Responses.Found> many) {
        Map<String, Responses.Found> byCode = many.stream()
                .collect(Collectors.toMap(found -> found.municipality().code(), found -> found));
        return sql.byFirst(
                """
                select distinct on (municipality) municipality, version, at, author, language, sections from history.description
                where round = ? and municipality = any (string_to_array(?, ',')) order by municipality, version desc
                """,
                row -> description(row, byCode.get(row.getString("municipality"))),
                many.get(0).round().id(),
                Surveyed.codes(many));
    }

    /** One version; empty when there is none of this number. */
    Optional<Description> version(Responses.Found found, int number) {
        return sql.find(
                """
                select version, at, author, language, sections from history.description
                where round = ? and municipality = ? and version = ?
                """,
                row -> description(row, found),
                found.round().id(),
                found.municipality().code(),
                number);
    }

    /** Adds an error unless the questionnaire has the section. */
    static void requireKnown(Responses.Found found, String section, String pointer, List<InputError> errors) {
        if (ids(found).noneMatch(section::equals)) {
            errors.add(InputError.body(
                    pointer,
                    "unknown-section",
                    new Text("De vragenlijst heeft dit onderdeel niet.", "The questionnaire has no such section.")));
        }
    }

    private static Stream<String> ids(Responses.Found found) {
        return found.questionnaire().sections().stream().map(Section::id);
    }

    private static void refuse(Responses.Found found, DescriptionWrite written, boolean isChange) {
        List<InputError> errors = new ArrayList<>();
        written.sections().forEach((section, text) -> {
            String pointer = "/sections/" + InputError.segment(section);
            requireKnown(found, section, pointer, errors);
            if (Markdown.isTooDeep(text)) {
                errors.add(InputError.body(
                        pointer,
                        "nested-too-deeply",
                        new Text(
                                "Lijsten, citaten of nadruk zijn hier te diep genest.",
                                "Lists, quotes or emphasis are nested too deeply here.")));
            }
        });
        Reason.requireIf(isChange && SHOWN.contains(found.response().state()), written.reason(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void keep(Responses.Found found, int version, DescriptionWrite written) {
        Act act = new Act(actors.current(), clock.instant(), written.reason(), null);
        sql.update(
                """
                insert into history.description (round, municipality, version, at, author, reason, language, sections)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                """,
                found.round().id(),
                found.municipality().code(),
                version,
                act.at(),
                act.actor().account(),
                act.reason(),
                written.language(),
                json.valueToTree(written.sections()).toString());
        history.add(
                event(
                        found,
                        "describe",
                        JsonNodeFactory.instance.objectNode().put("version", version),
                        String.valueOf(version)),
                act);
    }

    /**
     * Something that happened to the description or to what was said about it.
     *
     * @param item the version or the comment it is about; null for the agreement
     */
    static Event event(Responses.Found found, String action, JsonNode content, String item) {
        return new Event(
                Event.Subject.DESCRIPTION,
                found.round().id(),
                found.municipality().code(),
                action,
                null,
                null,
                found.response().revision(),
                null,
                content,
                item);
    }

    private Description description(ResultSet row, Responses.Found found) throws SQLException {
        Map<String, String> stored = sections(row.getString("sections"));
        Map<String, String> ordered = new LinkedHashMap<>();
        ids(found).filter(stored::containsKey).forEach(id -> ordered.put(id, stored.get(id)));
        return new Description(
                row.getInt("version"),
                Sql.instant(row, "at"),
                row.getString("author"),
                row.getString("language"),
                ordered);
    }

    private Map<String, String> sections(String stored) {
        try {
            return json.readValue(stored, SECTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
