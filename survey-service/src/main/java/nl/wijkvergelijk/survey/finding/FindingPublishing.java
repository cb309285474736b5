package nl.wijkvergelijk.survey.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.publication.PublishedFinding;
import nl.wijkvergelijk.survey.sql.Sql;

/** Chooses findings for a publication, locked until it is done. */
@ApplicationScoped
public class FindingPublishing {

    private final Findings findings;
    private final Sql sql;

    FindingPublishing(Findings findings, Sql sql) {
        this.findings = findings;
        this.sql = sql;
    }

    /** Every finding of the round that says something which is not public yet, a withdrawal too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChosenFindings unpublished(String round) {
        List<String> ids = sql.list(
                "select id from survey.finding where round = ? and state = 'draft' order by id",
                row -> row.getString("id"),
                round);
        return chosen(ids.stream()
                .map(id -> locked(round, id))
                .filter(Finding::isDraft)
                .toList());
    }

    /** Those named; adds an error for each that is not there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChosenFindings named(String round, List<String> ids, List<InputError> errors) {
        List<String> known =
                sql.list("select id from survey.finding where round = ?", row -> row.getString("id"), round);
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                errors.add(InputError.body(
                        "/findings/" + i,
                        "unknown-finding",
                        new Text(
                                "In deze ronde is er geen waarneming met deze id.",
                                "There is no finding with this id in this round.")));
            }
        }
        return chosen(new TreeSet<>(ids)
                .stream().filter(known::contains).map(id -> locked(round, id)).toList());
    }

    private static Finding locked(String round, String id) {
        return Finding.findById(new FindingKey(round, id), LockModeType.PESSIMISTIC_WRITE);
    }

    private ChosenFindings chosen(List<Finding> chosen) {
        return new ChosenFindings(chosen, findings::content);
    }

    /** Refuses what is public already, and what would leave a question public without its observation. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuseUnlessPossible(String round, ChosenFindings chosen) {
        List<Map<String, Object>> blocking = new ArrayList<>(chosen.unchanged());
        Map<String, String> parents = publicParents(round);
        for (PublishedFinding row : chosen.rows()) {
            if (row.withdrawn()) {
                parents.remove(row.id());
            } else {
                parents.put(row.id(), row.parent());
            }
        }
        parents.forEach((id, parent) -> {
            if (parent != null && !parents.containsKey(parent)) {
                blocking.add(ChosenFindings.blocker(
                        "observation-not-public",
                        "%s hoort bij %s, en die zou niet openbaar zijn.".formatted(id, parent),
                        "%s belongs to %s, which would not be public.".formatted(id, parent)));
            }
        });
        if (!blocking.isEmpty()) {
            throw new ProblemException(
                            SurveyProblem.TRANSITION_NOT_POSSIBLE,
                            new Text(
                                    "Niets is gepubliceerd: niet alle waarnemingen kunnen nu openbaar worden.",
                                    "Nothing was published: not all of the findings can become public now."))
                    .member("blocking", blocking);
        }
    }

    private Map<String, String> publicParents(String round) {
        record Public(String id, String parent) {}
        Map<String, String> parents = new LinkedHashMap<>();
        sql.list(
                        """
                        select distinct on (id) id, parent, withdrawn from published.finding
                        where round = ? order by id, sequence desc
                        """,
                        row -> row.getBoolean("withdrawn")
                                ? null
                                : new Public(row.getString("id"), row.getString("parent")),
                        round)
                .forEach(each -> {
                    if (each != null) {
                        parents.put(each.id(), each.parent());
                    }
                });
        return parents;
    }
}
