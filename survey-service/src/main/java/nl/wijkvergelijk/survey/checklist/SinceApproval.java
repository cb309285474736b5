package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
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
     * What happened to one thing.
     *
     * @param subject response for the approvals
     * @param item the evidence; null for the description and for approvals
     * @param wording how often it was described by now, the version of a description
     * @param last the number of the last event
     */
    private record Change(String municipality, String subject, String item, int wording, long last) {}

    @Override
    public List<Blocker> warnings(Responses.Found found) {
        return warnings(List.of(found)).getOrDefault(found.municipality().code(), List.of());
    }

    /** The order of events is that of the changes: whoever writes holds the lock on the response. A file is not among them, as it is never public. */
    @Override
    public Map<String, List<Blocker>> warnings(List<Responses.Found> many) {
        Map<String, List<Change>> all = sql
                .list(
                        """
                        select municipality, subject, case subject when 'evidence' then item end as what, count(*) as wording, max(id) as last
                        from history.event
                        where round = ? and municipality = any (string_to_array(?, ','))
                          and (subject = 'response' and action = 'approve' or subject = 'evidence' and action in ('add', 'correct')
                               or subject = 'description' and action = 'describe')
                        group by municipality, subject, what
                        order by municipality, min(id)
                        """,
                        row -> new Change(
                                row.getString("municipality"),
                                row.getString("subject"),
                                row.getString("what"),
                                row.getInt("wording"),
                                row.getLong("last")),
                        many.get(0).round().id(),
                        Surveyed.codes(many))
                .stream()
                .collect(Collectors.groupingBy(Change::municipality));
        Map<String, List<Blocker>> warnings = new HashMap<>();
        many.stream()
                .filter(found -> found.response().state() == State.APPROVED)
                .map(found -> found.municipality().code())
                .forEach(code -> {
                    List<Change> late = sinceApproval(all.getOrDefault(code, List.of()));
                    if (!late.isEmpty()) {
                        warnings.put(code, List.of(warning(late)));
                    }
                });
        return warnings;
    }

    private static List<Change> sinceApproval(List<Change> all) {
        long approval = all.stream()
                .filter(change -> change.subject().equals("response"))
                .mapToLong(Change::last)
                .findFirst()
                .orElse(0);
        return all.stream().filter(change -> change.last() > approval).toList();
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
