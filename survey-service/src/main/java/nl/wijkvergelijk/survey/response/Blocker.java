package nl.wijkvergelijk.survey.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.ProblemType;
import nl.wijkvergelijk.http.Text;

/**
 * Something that must be done before a step can be taken.
 *
 * @param code what is in the way, kebab-case: a rule, a state or a kind of open work
 * @param questions the questions it is about, none when it is about the whole response
 * @param detail a sentence that says what to do
 * @param municipality whose response it is about; null where there is but one
 */
public record Blocker(String code, List<String> questions, Text detail, String municipality) {

    /** Where there is but one response. */
    public Blocker(String code, List<String> questions, Text detail) {
        this(code, questions, detail, null);
    }

    /** The same where there are several. */
    Blocker of(String code) {
        return new Blocker(this.code, questions, detail, code);
    }

    /** The refusal that lists all that is in the way. */
    public static ProblemException refusal(ProblemType type, Text detail, List<Blocker> blockers) {
        return new ProblemException(type, detail)
                .member("blocking", blockers.stream().map(Blocker::members).toList());
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", code);
        members.put("questions", questions);
        members.put("detail", detail);
        if (municipality != null) {
            members.put("municipality", municipality);
        }
        return members;
    }
}
