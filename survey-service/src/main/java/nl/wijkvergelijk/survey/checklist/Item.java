package nl.wijkvergelijk.survey.checklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Severity;
import nl.wijkvergelijk.survey.response.Blocker;

/**
 * One thing between a response and its publication.
 *
 * @param code what it is, kebab-case; a warning's is unique in a checklist
 * @param severity error or warning
 * @param questions the questions it is about, none when it is about the whole response
 * @param passed why it may stay so; null for errors, and for warnings that nobody has passed
 */
record Item(String code, Severity severity, List<String> questions, Text detail, Pass passed) {

    /** Why a warning was let through. */
    record Pass(String reason, Instant passedAt, String author) {}

    static Item error(Blocker blocker) {
        return new Item(blocker.code(), Severity.ERROR, blocker.questions(), blocker.detail(), null);
    }

    static Item warning(Blocker blocker) {
        return new Item(blocker.code(), Severity.WARNING, blocker.questions(), blocker.detail(), null);
    }

    Item with(Pass pass) {
        return new Item(code, severity, questions, detail, pass);
    }

    @JsonIgnore
    boolean isWarning() {
        return severity == Severity.WARNING;
    }

    /** Whether it stands in the way. */
    @JsonIgnore
    boolean blocks() {
        return passed == null;
    }

    Blocker blocker() {
        return new Blocker(code, questions, detail);
    }
}
