package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.response.WarningCheck;
import nl.wijkvergelijk.survey.sql.Sql;

/** What would become public but was added or written anew after the approval, so that whoever approved did not see it: evidence and the description. */
@ApplicationScoped
class SinceApproval implements WarningCheck {

    private final Sql sql;

    SinceApproval(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param item the evidence; null for the description
     * @param wording how often it was described by now, the version of a description
     */
    private record Change(String municipality, String item, int wording) {}

    @Override
    public List<Blocker> warnings(Responses.Found found) {
        return warnings(List.of(found)).getOrDefault(found.municipality().code(), List.of());
    }

    /** The order of events is that of the changes: whoever writes holds the lock on the response. A file is not among them, as it is never public. */
    @Override
    public Map<String, List<Blocker>> warnings(List<Responses.Found> many) {
        return sql
                .list(
                        """
                        select e.municipality, case e.subject when 'evidence' then e.item end as what, count(*) as wording
                        from history.event e
                        join survey.response r on r.round = e.round and r.municipality = e.municipality and r.state = 'approved'
                        join (select municipality, max(id) as id from history.event
                              where subject = 'response' and action = 'approve' and round = ? group by municipality) approval
                          on approval.municipality = e.municipality
                        where e.round = ? and e.municipality = any (string_to_array(?, ','))
                          and (e.subject = 'evidence' and e.action in ('add', 'correct')
                               or e.subject = 'description' and e.action = 'describe')
                        group by e.municipality, what, approval.id
                        having max(e.id) > approval.id
                        order by e.municipality, min(e.id)
                        """,
                        row -> new Change(row.getString("municipality"), row.getString("what"), row.getInt("wording")),
                        many.get(0).round().id(),
                        many.get(0).round().id(),
                        Surveyed.codes(many))
                .stream()
                .collect(Collectors.groupingBy(
                        Change::municipality,
                        Collectors.collectingAndThen(Collectors.toList(), changes -> List.of(warning(changes)))));
    }

    private static Blocker warning(List<Change> changes) {
        return new Blocker(
                "changed-since-approval",
                List.of(),
                new Text(
                        "Na de goedkeuring gewijzigd: %s. Kijk na of dit zo gepubliceerd mag worden."
                                .formatted(list(changes, "versie %d van de beschrijving", "bron", "formulering")),
                        "Changed after the approval: %s. Look whether it may be published so."
                                .formatted(list(changes, "version %d of the description", "evidence", "wording"))));
    }

    private static String list(List<Change> changes, String description, String evidence, String wording) {
        List<String> parts = new ArrayList<>();
        String filed = changes.stream()
                .filter(change -> change.item() != null)
                .map(change -> "%s (%s %d)".formatted(change.item(), wording, change.wording()))
                .collect(Collectors.joining(", "));
        changes.stream()
                .filter(change -> change.item() == null)
                .forEach(change -> parts.add(description.formatted(change.wording())));
        if (!filed.isEmpty()) {
            parts.add(evidence + " " + filed);
        }
        return String.join(", ", parts);
    }
}
