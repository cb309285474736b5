package nl.wijkvergelijk.survey.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.sql.Sql;

/** Who may rate in a session: those that are rated and those that take part in the round, whether or not they are both. */
@ApplicationScoped
class Raters {

    private final Sql sql;

    Raters(Sql sql) {
        this.sql = sql;
    }

    /** Their codes, in order. */
    List<String> of(String round, RatingSessionWrite session) {
        TreeSet<String> raters = new TreeSet<>(session.items());
        raters.addAll(sql.list(
                "select municipality from survey.response where round = ?",
                row -> row.getString("municipality"),
                round));
        return List.copyOf(raters);
    }

    /** Whether the session is any business of this person. */
    boolean mayLook(Actor actor, String round, RatingSessionWrite session) {
        return actor.role() != Role.CONTACT || of(round, session).stream().anyMatch(actor::speaksFor);
    }
}
