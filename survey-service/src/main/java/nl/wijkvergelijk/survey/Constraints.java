package nl.wijkvergelijk.survey;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.ProblemType;
import nl.wijkvergelijk.http.Text;
import org.hibernate.exception.ConstraintViolationException;

/** What a constraint of the database means to people, by its name: what two requests at one moment can run into. Any other is a mistake of ours. */
public final class Constraints {

    private record Meaning(ProblemType type, Text detail) {}

    private static final Meaning CHANGED = new Meaning(
            HttpProblem.PRECONDITION_FAILED,
            new Text(
                    "Iemand anders was u net voor. Haal het opnieuw op.",
                    "Somebody else was just before you. Get it again."));

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "municipality_pk",
            CHANGED,
            "round_pk",
            new Meaning(
                    SurveyProblem.ROUND_EXISTS,
                    new Text("Er is al een ronde met deze id.", "There is a round with this id already.")));

    private Constraints() {}

    /** Writes the entity now, so that what the database has against it is known here. */
    public static void keep(PanacheEntityBase entity) {
        keepAll(List.of(entity));
    }

    /** The same for many, together. */
    public static void keepAll(List<? extends PanacheEntityBase> entities) {
        try {
            entities.forEach(entity -> entity.persist());
            Panache.getEntityManager().flush();
        } catch (OptimisticLockException stale) {
            throw problem(CHANGED);
        } catch (ConstraintViolationException e) {
            Meaning meaning = MEANINGS.get(e.getConstraintName());
            if (meaning == null) {
                throw e;
            }
            throw problem(meaning);
        }
    }

    private static ProblemException problem(Meaning meaning) {
        return new ProblemException(meaning.type(), meaning.detail());
    }
}
