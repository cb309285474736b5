package nl.wijkvergelijk.survey.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.sql.Sql;

/** What a finding may be linked to: known themes, municipalities that take part, and an observation of the same round. Whether an indicator exists is for comparisons to say. */
@ApplicationScoped
class Links {

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    static Optional<Theme> theme(String code) {
        return Coded.find(Theme.class, code);
    }

    /**
     * Everything wrong with the links.
     *
     * @param id the finding itself; null while it has none
     */
    List<InputError> errors(String round, String id, FindingContent content) {
        List<InputError> errors = new ArrayList<>();
        oneOf("/theme", Coded.codes(Theme.class), content.theme(), errors);
        oneOf("/kind", Coded.codes(FindingKind.class), content.kind(), errors);
        for (int i = 0; i < content.relatedThemes().size(); i++) {
            oneOf(
                    "/relatedThemes/" + i,
                    Coded.codes(Theme.class),
                    content.relatedThemes().get(i),
                    errors);
        }
        refuseDoubles("/relatedThemes/", content.relatedThemes(), content.theme(), errors);
        refuseDoubles("/indicators/", content.indicators(), null, errors);
        refuseDoubles("/municipalities/", content.municipalities(), null, errors);
        Set<String> partakers = partakers(round, content);
        for (int i = 0; i < content.municipalities().size(); i++) {
            if (!partakers.contains(content.municipalities().get(i))) {
                errors.add(InputError.body(
                        "/municipalities/" + i,
                        "unknown-municipality",
                        new Text("Deze gemeente doet niet mee.", "This municipality does not take part.")));
            }
        }
        parent(round, id, content, errors);
        children(round, id, content, errors);
        return errors;
    }

    private Set<String> partakers(String round, FindingContent content) {
        return content.municipalities().isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        "select municipality from survey.response where round = ?",
                        row -> row.getString("municipality"),
                        round));
    }

    private void parent(String round, String id, FindingContent content, List<InputError> errors) {
        boolean isObservation = content.is(FindingKind.OBSERVATION);
        if (content.parent() == null) {
            if (content.is(FindingKind.QUESTION)) {
                errors.add(InputError.body(
                        "/parent",
                        "required",
                        new Text("Een vraag hoort bij een waarneming.", "A question belongs to an observation.")));
            }
        } else if (isObservation) {
            errors.add(InputError.body(
                    "/parent",
                    "unexpected",
                    new Text("Een waarneming hoort niet bij een andere.", "An observation belongs to no other.")));
        } else if (content.parent().equals(id)
                || !FindingKind.OBSERVATION.code().equals(kindOf(round, content.parent()))) {
            errors.add(InputError.body(
                    "/parent",
                    "unknown-observation",
                    new Text(
                            "In deze ronde is er geen waarneming met deze id.",
                            "There is no observation with this id in this round.")));
        }
    }

    private void children(String round, String id, FindingContent content, List<InputError> errors) {
        if (id != null && !content.is(FindingKind.OBSERVATION) && hasChildren(round, id)) {
            errors.add(InputError.body(
                    "/kind",
                    "has-questions",
                    new Text(
                            "Hier horen vragen of leerpunten bij; dan blijft het een waarneming.",
                            "Questions or learning points belong to this; then it stays an observation.")));
        }
    }

    private String kindOf(String round, String id) {
        return sql.find(
                        "select content ->> 'kind' as kind from survey.finding where round = ? and id = ?",
                        row -> row.getString("kind"),
                        round,
                        id)
                .orElse(null);
    }

    private boolean hasChildren(String round, String id) {
        return sql.find(
                        "select 1 from survey.finding where round = ? and content ->> 'parent' = ?",
                        row -> true,
                        round,
                        id)
                .isPresent();
    }

    private static void oneOf(String pointer, List<String> codes, String sent, List<InputError> errors) {
        if (!codes.contains(sent)) {
            errors.add(InputError.body(
                    pointer,
                    "unknown-code",
                    new Text("Kies uit %s.".formatted(codes), "Choose one of %s.".formatted(codes))));
        }
    }

    private static void refuseDoubles(String pointer, List<String> sent, String first, List<InputError> errors) {
        Set<String> seen = new HashSet<>();
        seen.add(first);
        for (int i = 0; i < sent.size(); i++) {
            if (!seen.add(sent.get(i))) {
                errors.add(InputError.body(
                        pointer + i, "duplicate", new Text("Dit staat er al.", "This is there already.")));
            }
        }
    }
}
