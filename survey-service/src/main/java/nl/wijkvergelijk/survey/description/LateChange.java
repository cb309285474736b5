package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.response.WarningCheck;
import nl.wijkvergelijk.survey.sql.Sql;

/** The text or the answers are no longer those that the municipality agreed with, or dissented from. */
@ApplicationScoped
class LateChange implements WarningCheck {

    private final LaidBefore laid;
    private final Sql sql;

    LateChange(LaidBefore laid, Sql sql) {
        this.laid = laid;
        this.sql = sql;
    }

    /**
     * @param description the version that it answered on
     * @param revision that of its answers then
     * @param present that of its answers now
     */
    private record Answered(String municipality, int description, int revision, int present) {}

    @Override
    public List<Blocker> warnings(Responses.Found found) {
        return warnings(List.of(found)).getOrDefault(found.municipality().code(), List.of());
    }

    /** The text is the last that the reader may see: a contact is not told of a draft. */
    @Override
    public Map<String, List<Blocker>> warnings(List<Responses.Found> many) {
        String round = many.get(0).round().id();
        Map<String, Integer> texts = laid.last(
                round, many.stream().map(found -> found.municipality().code()).toList());
        return sql
                .list(
                        """
                        select a.municipality, a.description, a.revision, r.revision as present
                        from survey.agreement a
                        join survey.response r on r.round = a.round and r.municipality = a.municipality
                        where a.round = ? and a.municipality = any (string_to_array(?, ','))
                        """,
                        row -> new Answered(
                                row.getString("municipality"),
                                row.getInt("description"),
                                row.getInt("revision"),
                                row.getInt("present")),
                        round,
                        Surveyed.codes(many))
                .stream()
                .filter(each -> each.description() != texts.getOrDefault(each.municipality(), 0)
                        || each.revision() != each.present())
                .collect(Collectors.toMap(
                        Answered::municipality,
                        each -> List.of(warning(
                                each.description(), each.revision(), texts.getOrDefault(each.municipality(), 0)))));
    }

    private static Blocker warning(int answered, int revision, int present) {
        return new Blocker(
                "changed-since-agreement",
                List.of(),
                new Text(
                        "De gemeente sprak zich uit over versie %d van de beschrijving bij revisie %d van de antwoorden; de beschrijving is nu versie %d."
                                .formatted(answered, revision, present),
                        "The municipality answered on version %d of the description, at revision %d of the answers; the description is at version %d now."
                                .formatted(answered, revision, present)));
    }
}
