package nl.wijkvergelijk.survey.version;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;

/** Reads what a rule needs beside its questions ({@code with}), by its kind, and whether its questions are of a type that the kind can judge. */
final class RuleParameters {

    /** Each kind, and the figures that its sentence may show. */
    static final Map<String, List<String>> FIGURES = new TreeMap<>(Map.of(
            "exactly-n", List.of("count"),
            "order", List.of("earlier", "later"),
            "pattern", List.of(),
            "range", List.of("value"),
            "ratio-within", List.of("left", "right", "percent"),
            "required-with", List.of(),
            "shares-sum", List.of("sum"),
            "sum-of-parts", List.of("parts", "total", "difference")));

    private static final int MOST = 100;
    private static final int EXPRESSION = 500;

    private final Place rule;
    private final Place with;
    private final Map<String, Question> asked;
    private final Set<String> known;

    /**
     * @param known the expressions of earlier versions, which are left alone
     */
    RuleParameters(Place rule, Map<String, Question> asked, Set<String> known) {
        this.rule = rule;
        this.with = rule.at("with");
        this.asked = asked;
        this.known = known;
    }

    void check(String kind) {
        boolean may = kind.equals("order") || kind.equals("shares-sum");
        if (may && !with.isThere()) {
            questionsOf(kind, false);
            return;
        }
        boolean known =
                switch (kind) {
                    case "exactly-n" -> with.isObject("n");
                    case "order" -> with.isObject("columns");
                    case "pattern" -> with.isObject("matches");
                    case "range" -> with.isObject("min", "max");
                    case "ratio-within" -> with.isObject("left", "right", "within", "upTo", "onlyAbove");
                    case "required-with" -> with.isObject("needs", "oneOf", "member");
                    case "shares-sum" -> with.isObject("complete", "onlyAbove");
                    case "sum-of-parts" ->
                        with.isObject("total", "table", "columns", "absolute", "relative", "complete");
                    default -> throw new IllegalArgumentException("no such kind of rule: " + kind);
                };
        boolean ofColumns = kind.equals("order") && !with.node().path("columns").isEmpty();
        questionsOf(kind, ofColumns);
        if (known) {
            parameters(kind);
        }
    }

    private void questionsOf(String kind, boolean ofColumns) {
        Predicate<Question> fits =
                switch (kind) {
                    case "exactly-n" ->
                        q -> q.type() == QuestionType.TEXT_LIST || q.type() == QuestionType.MULTIPLE_CHOICE;
                    case "pattern" -> q -> q.type() == QuestionType.TEXT || q.type() == QuestionType.TEXT_LIST;
                    case "range" -> RuleParameters::isNumber;
                    case "order" -> ofColumns ? RuleParameters::isTable : RuleParameters::isNumber;
                    case "shares-sum" ->
                        q -> q.type() == QuestionType.DISTRIBUTION || q.type() == QuestionType.PERCENTAGE;
                    default -> q -> true;
                };
        if (rule.node().path("questions").isArray()) {
            rule.at("questions").items(0, MOST).forEach(place -> mustFit(place, fits));
        }
    }

    private void parameters(String kind) {
        switch (kind) {
            case "exactly-n" -> with.at("n").whole(1, 200);
            case "order" -> columns();
            case "pattern" -> expression(with.at("matches"));
            case "range" -> range();
            case "ratio-within" -> ratio();
            case "required-with" -> requiredWith();
            case "shares-sum" -> flags("complete", "onlyAbove");
            case "sum-of-parts" -> parts();
            default -> throw new IllegalArgumentException("no such kind of rule: " + kind);
        }
    }

    private void columns() {
        for (Place column : with.at("columns").items(0, MOST)) {
            rule.at("questions").items(0, MOST).stream()
                    .map(q -> asked.get(q.node().asText("")))
                    .filter(q -> q != null && isTable(q))
                    .forEach(table -> numberColumn(column, table));
        }
    }

    private void expression(Place place) {
        String expression = place.text(EXPRESSION, false);
        if (expression != null && !known.contains(expression)) {
            try {
                Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                place.refuse(
                        "wrong-form",
                        "Dit is geen reguliere expressie in de vorm van RE2; die kent geen vooruit- of terugkijken (?=, ?!, ?<) en geen terugverwijzingen (\\1).",
                        "This is no regular expression in the syntax of RE2, which has no look-around (?=, ?!, ?<) and no back references (\\1).");
            }
        }
    }

    private void range() {
        BigDecimal min = with.at("min").number();
        BigDecimal max = with.at("max").number();
        if (!with.has("min") && !with.has("max")) {
            with.refuse("required", "Geef \"min\", \"max\" of beide.", "Give \"min\", \"max\" or both.");
        } else if (min != null && max != null && min.compareTo(max) > 0) {
            with.at("max").refuse("out-of-range", "Lager dan \"min\".", "Lower than \"min\".");
        }
    }

    private void ratio() {
        for (String side : List.of("left", "right")) {
            Place term = with.at(side);
            if (term.isObject("of", "over", "times")) {
                term.at("of").items(1, MOST).forEach(this::reference);
                term.at("over").items(0, MOST).forEach(this::reference);
                term.at("times").number();
            }
        }
        BigDecimal within = tolerance("within", true);
        BigDecimal upTo = tolerance("upTo", false);
        if (within != null && upTo != null && upTo.compareTo(within) <= 0) {
            with.at("upTo").refuse("out-of-range", "Niet hoger dan \"within\".", "Not higher than \"within\".");
        }
        flags("onlyAbove");
    }

    private void requiredWith() {
        with.at("needs").someOf("unknown-question", asked.keySet(), 0, MOST);
        with.at("oneOf").someOf("unknown-question", asked.keySet(), 0, MOST);
        if (with.node().path("needs").isEmpty() && with.node().path("oneOf").isEmpty() && !with.has("member")) {
            with.refuse(
                    "required", "Geef \"needs\", \"oneOf\" of \"member\".", "Give \"needs\", \"oneOf\" or \"member\".");
        }
        if (with.has("member")) {
            Question first = asked.get(rule.node().path("questions").path(0).asText(""));
            String member = with.at("member")
                    .oneOf("unknown-member", List.of("unit", "definition", "basis", "period", "currency"));
            if (member != null
                    && first != null
                    && RuleReader.codes(first, member).isEmpty()) {
                with.at("member")
                        .refuse(
                                "does-not-fit",
                                "Een antwoord op %s kan dit niet hebben.".formatted(first.id()),
                                "An answer to %s cannot have this.".formatted(first.id()));
            }
        }
    }

    private void parts() {
        Question total = question(with.at("total"), RuleParameters::isNumber);
        Question table = question(with.at("table"), RuleParameters::isTable);
        Place columns = with.at("columns");
        List<String> units = columns.names(MOST);
        if (units.isEmpty()) {
            columns.refuse("required", "Geef bij een eenheid de kolom.", "Give the column of a unit.");
        }
        for (String unit : units) {
            if (total != null && !total.units().contains(unit)) {
                columns.at(unit)
                        .refuse(
                                "unknown-unit",
                                "Het totaal heeft deze eenheid niet.",
                                "The total does not have this unit.");
            }
            if (table != null) {
                numberColumn(columns.at(unit), table);
            }
        }
        tolerance("absolute", true);
        tolerance("relative", true);
        flags("complete");
    }

    /** A question, or {@code table.column}. */
    private void reference(Place place) {
        String reference = place.text(2 * Place.ID + 1, false);
        if (reference == null) {
            return;
        }
        int dot = reference.indexOf('.');
        String id = dot < 0 ? reference : reference.substring(0, dot);
        if (!asked.containsKey(id)) {
            place.refuse("unknown-question", "Deze vraag is er niet.", "There is no such question.");
        } else if (dot < 0) {
            mustFit(place, RuleParameters::isNumber);
        } else if (asked.get(id) != null) {
            numberColumn(reference.substring(dot + 1), place, asked.get(id));
        }
    }

    private Question question(Place place, Predicate<Question> fits) {
        String id = place.oneOf("unknown-question", asked.keySet());
        mustFit(place, fits);
        Question question = id == null ? null : asked.get(id);
        return question != null && fits.test(question) ? question : null;
    }

    private void mustFit(Place place, Predicate<Question> fits) {
        Question question = asked.get(place.node().asText(""));
        if (question != null && !fits.test(question)) {
            place.refuse(
                    "does-not-fit",
                    "Deze regel kan niet over een vraag van het type %s gaan."
                            .formatted(question.type().code()),
                    "This rule cannot be about a question of the type %s."
                            .formatted(question.type().code()));
        }
    }

    private static void numberColumn(Place place, Question table) {
        String column = place.text(Place.ID, false);
        if (column != null) {
            numberColumn(column, place, table);
        }
    }

    private static void numberColumn(String column, Place place, Question table) {
        boolean isNumber = table.columns().stream()
                .anyMatch(c -> c.id().equals(column) && c.type().isNumber());
        if (!isNumber) {
            place.refuse(
                    "unknown-column",
                    "%s heeft geen kolom met getallen die zo heet.".formatted(table.id()),
                    "%s has no column of numbers with this name.".formatted(table.id()));
        }
    }

    private BigDecimal tolerance(String name, boolean required) {
        Place place = with.at(name);
        BigDecimal number = place.number();
        if (required && !place.isThere()) {
            place.refuse("required", "Dit ontbreekt.", "This is missing.");
        } else if (number != null && number.signum() < 0) {
            place.refuse("out-of-range", "Minstens 0.", "At least 0.");
        }
        return number;
    }

    private void flags(String... names) {
        for (String name : names) {
            with.at(name).flag();
        }
    }

    private static boolean isNumber(Question question) {
        return question.type().isNumber();
    }

    private static boolean isTable(Question question) {
        return question.type() == QuestionType.TABLE;
    }
}
