package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.rule.RuleResult;
import nl.wijkvergelijk.survey.rule.Rules;
import nl.wijkvergelijk.survey.rule.Uncited;

/**
 * A response with its present answers, judged once for everybody who looks at them.
 *
 * @param broken what the rules say of the answers, whatever its severity
 * @param uncited the key figures that cite nothing
 */
public record Surveyed(Responses.Found found, Answers answers, List<RuleResult> broken, List<RuleResult> uncited) {

    /** Judges the answers. */
    public static Surveyed of(Responses.Found found, Answers answers) {
        return new Surveyed(
                found,
                answers,
                Rules.judge(found.questionnaire(), answers),
                Uncited.of(found.questionnaire(), answers));
    }

    /** The code of its municipality. */
    public String code() {
        return found.municipality().code();
    }

    /** The round that all of these are of. */
    public static String round(List<Surveyed> many) {
        return many.get(0).found().round().id();
    }

    /** The municipalities of these, with commas between them, as a statement takes them. */
    public static String codes(List<Responses.Found> many) {
        return many.stream().map(found -> found.municipality().code()).collect(Collectors.joining(","));
    }

    /** The same of these. */
    public static String codesOf(List<Surveyed> many) {
        return many.stream().map(Surveyed::code).collect(Collectors.joining(","));
    }
}
