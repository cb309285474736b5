package nl.wijkvergelijk.survey.remark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.response.OpenWork;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;

/** Clarification requests that are not resolved, and clarifications about answers that changed since. */
@ApplicationScoped
class RemarkWork implements OpenWork {

    private final Sql sql;

    RemarkWork(Sql sql) {
        this.sql = sql;
    }

    private record Counted(String municipality, int requests, int overtaken) {

        List<Work> work() {
            return Stream.of(
                            new Work(RemarkGates.OPEN_REQUEST, requests),
                            new Work(RemarkGates.STALE_CLARIFICATION, overtaken))
                    .filter(each -> each.count() > 0)
                    .toList();
        }
    }

    @Override
    public Map<String, List<Work>> of(List<Surveyed> many) {
        return sql
                .list(
                        "with " + Threads.COMPARED + """
                        select municipality, count(*) filter (where state <> 'resolved' and kind = 'clarification-request') as requests,
                               count(*) filter (where outcome is not null and clarification is not null and present <> settled) as overtaken
                        from thread group by municipality
                        """,
                        row -> new Counted(
                                row.getString("municipality"), row.getInt("requests"), row.getInt("overtaken")),
                        Surveyed.round(many),
                        Surveyed.codesOf(many))
                .stream()
                .collect(Collectors.toMap(Counted::municipality, Counted::work));
    }
}
