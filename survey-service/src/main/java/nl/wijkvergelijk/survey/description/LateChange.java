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

    private final Sql sql;

    LateChange(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Blocker> warnings(Responses.Found found) {
        return warnings(List.of(found)).getOrDefault(found.municipality().code(), List.of());
    }

    @Override
    public Map<String, List<Blocker>> warnings(List<Responses.Found> many) {
        return sql
                .list(
                        """
                        select a.municipality, a.description, a.revision, present.version
                        from survey.agreement a
                        join survey.response r on r.round = a.round and r.municipality = a.municipality
                        join (select round, municipality, max(version) as version from history.description
                              where round = ? group by round, municipality) present
                          on present.round = a.round and present.municipality = a.municipality
                        where a.round = ? and a.municipality = any (string_to_array(?, ','))
                          and (a.description <> present.version or a.revision <> r.revision)
                        """,
                        row -> Map.entry(
                                row.getString("municipality"),
                                warning(row.getInt("description"), row.getInt("revision"), row.getInt("version"))),
                        many.get(0).round().id(),
                        many.get(0).round().id(),
                        Surveyed.codes(many))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
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
