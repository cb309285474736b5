package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;

/** Reads what an answer and the statements beside it have in common: the value or why there is none, and what belongs to it. */
final class StatementReader {
    /** The members every statement may have. */
    static final Set<String> MEMBERS = Set.of(
            "value",
            "missing",
            "unit",
            "qualifier",
            "low",
            "high",
            "asOf",
            "definition",
            "basis",
            "period",
            "currency",
            "asPrinted",
            "note",
            "evidence");

    static final List<String> OF_A_VALUE =
            List.of("unit", "qualifier", "low", "high", "definition", "basis", "period", "currency");
    static final int MOST_EVIDENCE = 50;

    private final Question question;
    private final Members members;
    private final EvidenceForm form;

    StatementReader(Question question, Members members, EvidenceForm form) {
        this.question = question;
        this.members = members;
        this.form = form;
    }

    /** The statement, or null after adding why not. */
    Statement read() {
        Value value =
                members.get("value") == null ? null : Values.read(question, members.get("value"), members.at("value"));
        MissingCode missing = members.code("missing", MissingCode.class, "unknown-option");
        checkValueOrMissing();
        String unit = unit();
        Exactness exactness = exactness(value);
        JsonNode asOf = members.get("asOf");
        String date = asOf == null ? null : Dates.partial(asOf, members.at("asOf"));
        String definition = members.sent("definition")
                ? code(
                        "definition",
                        question.definitions().stream().map(Option::code).toList())
                : null;
        String basis = code("basis", question.bases());
        String period = code("period", question.periods());
        String currency = code("currency", question.currencies());
        String asPrinted = members.text("asPrinted", Texts.NAME);
        String note = members.text("note", Texts.LONG);
        List<Evidence> evidence = evidence();
        if ((value == null) == (missing == null)) {
            return null;
        }
        return new Statement(
                value,
                missing,
                unit,
                exactness.qualifier(),
                exactness.low(),
                exactness.high(),
                date,
                definition,
                basis,
                period,
                currency,
                asPrinted,
                note,
                evidence);
    }

    private void checkValueOrMissing() {
        if (members.sent("value") == members.sent("missing")) {
            members.refusals()
                    .add(
                            "value-or-missing",
                            "Geef een waarde (\"value\") of zeg waarom die er niet is (\"missing\"), een van de twee.",
                            "Give a \"value\" or say why there is none (\"missing\"), one of the two.");
        } else if (members.sent("missing")) {
            OF_A_VALUE.stream().filter(members::sent).forEach(name -> members.at(name)
                    .add(
                            "value-or-missing",
                            "%s hoort bij een waarde, en die is er hier niet.".formatted(Echo.of(name)),
                            "%s belongs to a value, and there is none here.".formatted(Echo.of(name))));
        }
    }

    private String unit() {
        if (members.sent("unit")) {
            return question.units().isEmpty()
                    ? notForThisQuestion("unit")
                    : members.code("unit", question.units(), "unknown-unit");
        }
        if (members.sent("value") && question.units().size() > 1) {
            members.at("unit")
                    .add(
                            "unit-required",
                            "Zeg in welke eenheid dit is: %s.".formatted(Echo.of(question.units())),
                            "Say in which unit this is: %s.".formatted(Echo.of(question.units())));
        }
        return null;
    }

    private Exactness exactness(Value value) {
        if (!question.type().isNumber()) {
            return Exactness.refuse(members);
        }
        BigDecimal number = value instanceof Value.Number n ? n.number() : null;
        return Exactness.read(members, Values.numbers(question), number);
    }

    private String code(String name, List<String> codes) {
        if (members.sent(name) && codes.isEmpty()) {
            return notForThisQuestion(name);
        }
        return members.code(name, codes, "unknown-option");
    }

    private String notForThisQuestion(String name) {
        members.at(name)
                .add(
                        "unknown-member",
                        "%s hoort niet bij deze vraag.".formatted(Echo.of(name)),
                        "%s does not belong to this question.".formatted(Echo.of(name)));
        return null;
    }

    private List<Evidence> evidence() {
        if (!members.sent("evidence")) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        List<JsonNode> items = members.list("evidence", MOST_EVIDENCE);
        for (int i = 0; i < items.size(); i++) {
            Evidence item = form.read(items.get(i), members.at("evidence").at(i));
            if (item != null) {
                evidence.add(item);
            }
        }
        return evidence;
    }
}
