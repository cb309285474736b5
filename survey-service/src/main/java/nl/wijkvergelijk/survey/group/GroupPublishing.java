package nl.wijkvergelijk.survey.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.sql.Sql;

/** Chooses groups for a publication, locked until it is done. */
@ApplicationScoped
public class GroupPublishing {

    private final Groups groups;
    private final Sql sql;

    GroupPublishing(Groups groups, Sql sql) {
        this.groups = groups;
        this.sql = sql;
    }

    /** Every group of the round that is not public as it is, a withdrawal too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChosenGroups unpublished(String round) {
        return new ChosenGroups(
                sql
                        .list(
                                "select id from survey.municipality_group where round = ? and state = 'draft' order by id",
                                row -> row.getString("id"),
                                round)
                        .stream()
                        .map(id -> locked(round, id))
                        .filter(MunicipalityGroup::isDraft)
                        .toList(),
                groups::content);
    }

    /** Those named; adds an error for each that is not there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChosenGroups named(String round, List<String> asked, List<InputError> errors) {
        List<String> known =
                sql.list("select id from survey.municipality_group where round = ?", row -> row.getString("id"), round);
        for (int i = 0; i < asked.size(); i++) {
            if (!known.contains(asked.get(i))) {
                errors.add(InputError.body(
                        "/groups/" + i,
                        "unknown-group",
                        new Text(
                                "In deze ronde is er geen groep met deze id.",
                                "There is no group with this id in this round.")));
            }
        }
        return new ChosenGroups(
                new TreeSet<>(asked)
                        .stream()
                                .filter(known::contains)
                                .map(id -> locked(round, id))
                                .toList(),
                groups::content);
    }

    private static MunicipalityGroup locked(String round, String id) {
        return MunicipalityGroup.findById(new GroupKey(round, id), LockModeType.PESSIMISTIC_WRITE);
    }
}
