package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.response.OpenWork;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;

/** Comments of which nobody has said what became of them. */
@ApplicationScoped
class CommentWork implements OpenWork {

    private final Sql sql;

    CommentWork(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Work>> of(List<Surveyed> many) {
        return sql
                .list(
                        """
                        select municipality, count(*) as open from survey.comment
                        where round = ? and municipality = any (string_to_array(?, ',')) and outcome is null
                        group by municipality
                        """,
                        row -> Map.entry(
                                row.getString("municipality"),
                                new Work(CommentChecks.WITHOUT_DISPOSITION, row.getInt("open"))),
                        Surveyed.round(many),
                        Surveyed.codesOf(many))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }
}
