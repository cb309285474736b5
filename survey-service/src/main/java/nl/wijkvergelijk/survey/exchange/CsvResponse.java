package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.JsonErrors;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Echo;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** Puts together the rows of one municipality. */
final class CsvResponse {
    private static final int LONGEST_NAME = 100;
    private static final Map<String, Boolean> YES_NO = Map.of(
            "true", true, "ja", true, "yes", true, "waar", true, "false", false, "nee", false, "no", false, "onwaar",
            false);

    private final ObjectMapper json;
    private final Questionnaire questionnaire;
    private final Notation notation;
    private final Set<String> sayable;
    private final int line;
    private final String municipality;
    private final ObjectNode answers;
    private final List<JsonNode> evidence = new ArrayList<>();
    private final List<ImportError> errors = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private Integer revision;
    private long length;

    CsvResponse(ObjectMapper json, Questionnaire questionnaire, CsvRows rows, CsvRow first) {
        this.json = json;
        this.questionnaire = questionnaire;
        this.notation = rows.notation();
        this.sayable = CsvColumn.sayable(rows.columns());
        this.line = first.line();
        this.municipality = first.code(CsvColumn.MUNICIPALITY).orElse(null);
        this.answers = json.createObjectNode();
    }

    /** Whether a row is of the same municipality. */
    boolean takes(CsvRow row) {
        return row.code(CsvColumn.MUNICIPALITY).equals(Optional.ofNullable(municipality));
    }

    void add(CsvRow row) {
        boolean wasTooLong = length > ResponseFile.LONGEST;
        length += row.length();
        if (length > ResponseFile.LONGEST) {
            if (!wasTooLong) {
                forget();
                refuse(
                        row,
                        null,
                        "too-long",
                        new Text(
                                "De rijen van deze gemeente zijn samen te lang.",
                                "The rows of this municipality are too long together."));
            }
            return;
        }
        if (row.tooMany()) {
            refuse(
                    row,
                    null,
                    "too-many-cells",
                    new Text(
                            "Deze rij heeft meer cellen dan de eerste regel kolommen noemt.",
                            "This row has more cells than the first line names columns."));
        }
        revision(row);
        row.code(CsvColumn.QUESTION).ifPresentOrElse(question -> answer(question, row), () -> evidence(row));
    }

    private void forget() {
        answers.removeAll();
        evidence.clear();
        lines.clear();
        errors.clear();
    }

    /** What the rows say together. */
    ImportedResponse read() {
        boolean isCode = municipality != null && municipality.matches(MunicipalityCode.FORM);
        if (!isCode) {
            errors.add(
                    0,
                    new ImportError(
                            line,
                            "/municipality",
                            CsvColumn.MUNICIPALITY.code(),
                            municipality == null ? "required" : "wrong-form",
                            new Text(
                                    "Een code van het CBS is GM en vier cijfers.",
                                    "A CBS code is GM and four digits.")));
        }
        return new ImportedResponse(
                line, isCode ? municipality : null, revision, evidence, answers, sayable, errors, this::placed);
    }

    private void revision(CsvRow row) {
        String sent = row.code(CsvColumn.REVISION).orElse(null);
        if (sent == null) {
            return;
        }
        if (!sent.matches("[0-9]{1,9}")) {
            refuse(
                    row,
                    CsvColumn.REVISION,
                    "wrong-form",
                    new Text("Hier hoort een geheel getal.", "This must be a whole number."));
        } else if (revision == null) {
            revision = Integer.valueOf(sent);
        } else if (revision != Integer.parseInt(sent)) {
            refuse(
                    row,
                    CsvColumn.REVISION,
                    "differs",
                    new Text(
                            "Bij deze gemeente staat hierboven revisie %d.".formatted(revision),
                            "Above, this municipality has revision %d.".formatted(revision)));
        }
    }

    private void evidence(CsvRow row) {
        for (CsvColumn column : CsvColumn.ofAnswer()) {
            if (column != CsvColumn.EVIDENCE && row.text(column).isPresent()) {
                refuse(
                        row,
                        CsvColumn.QUESTION,
                        "required",
                        new Text("Bij welke vraag hoort dit?", "To which question does this belong?"));
                return;
            }
        }
        row.text(CsvColumn.EVIDENCE)
                .flatMap(text -> tree(row, CsvColumn.EVIDENCE, text))
                .ifPresent(node -> {
                    lines.put("/evidence/" + evidence.size(), row.line());
                    evidence.add(node);
                });
    }

    private void answer(String question, CsvRow row) {
        if (question.length() > LONGEST_NAME) {
            errors.add(new ImportError(
                    row.line(),
                    "/answers",
                    CsvColumn.QUESTION.code(),
                    "unknown-question",
                    new Text(
                            "De vragenlijst heeft geen vraag %s.".formatted(Echo.of(question)),
                            "The questionnaire has no question %s.".formatted(Echo.of(question)))));
            return;
        }
        if (lines.containsKey(at(question))) {
            refuse(
                    row,
                    CsvColumn.QUESTION,
                    "duplicate",
                    new Text(
                            "Deze vraag is hierboven al beantwoord.",
                            "This question has been answered above already."));
            return;
        }
        lines.put(at(question), row.line());
        ObjectNode answer = answers.putObject(question);
        Question known = questionnaire.question(question).orElse(null);
        int before = errors.size();
        for (CsvColumn column : CsvColumn.ofAnswer()) {
            row.text(column).ifPresent(text -> cell(known, answer, row, column, text));
        }
        if (errors.size() > before) {
            // What its cells could not say, it is not asked for again.
            answers.remove(question);
        }
    }

    private void cell(Question question, ObjectNode answer, CsvRow row, CsvColumn column, String text) {
        switch (column.kind()) {
            case CODE -> row.code(column).ifPresent(code -> answer.put(column.code(), code));
            case TEXT -> answer.put(column.code(), Guarded.read(text));
            case NUMBER ->
                number(row, column, text).ifPresent(number -> {
                    answer.put(column.code(), number.value());
                    refuseWords(row, column, number);
                });
            case JSON -> tree(row, column, text).ifPresent(node -> answer.set(column.code(), node));
            case VALUE -> {
                if (question != null) {
                    value(question, answer, row, text);
                }
            }
        }
    }

    private void value(Question question, ObjectNode answer, CsvRow row, String text) {
        String member = CsvColumn.VALUE.code();
        QuestionType type = question.type();
        switch (type) {
            case INTEGER, DECIMAL, QUANTITY, PERCENTAGE, MONEY, YEAR ->
                number(row, CsvColumn.VALUE, text).ifPresent(number -> {
                    answer.put(member, number.value());
                    qualify(answer, row, number.qualifier());
                });
            case TEXT -> answer.put(member, Guarded.read(text));
            case DATE, SINGLE_CHOICE -> row.code(CsvColumn.VALUE).ifPresent(code -> answer.put(member, code));
            case YES_NO -> {
                Boolean yes = YES_NO.get(text.strip().toLowerCase(Locale.ROOT));
                if (yes == null) {
                    refuse(
                            row,
                            CsvColumn.VALUE,
                            "wrong-type",
                            new Text("Antwoord met ja of nee.", "Answer with yes or no."));
                } else {
                    answer.put(member, yes);
                }
            }
            case TEXT_LIST, MULTIPLE_CHOICE, DISTRIBUTION, TABLE ->
                tree(row, CsvColumn.VALUE, text).ifPresent(node -> answer.set(member, node));
        }
    }

    private Optional<DutchNumber> number(CsvRow row, CsvColumn column, String text) {
        Optional<DutchNumber> number = notation.number(text.strip());
        if (number.isEmpty()) {
            refuse(row, column, "wrong-type", notation.refusal(text));
        }
        return number;
    }

    /** The ends of a range are numbers and no more. */
    private void refuseWords(CsvRow row, CsvColumn column, DutchNumber number) {
        if (number.qualifier() != Qualifier.EXACT) {
            refuse(row, column, "wrong-type", notation.refusal(row.cells().get(column)));
        }
    }

    /** "ca. 8" says in words what the column beside it says with a code. */
    private void qualify(ObjectNode answer, CsvRow row, Qualifier said) {
        String beside = row.code(CsvColumn.QUALIFIER).orElse(null);
        if (said == Qualifier.EXACT || said.code().equals(beside)) {
            return;
        }
        if (beside == null) {
            answer.put(CsvColumn.QUALIFIER.code(), said.code());
        } else {
            refuse(
                    row,
                    CsvColumn.QUALIFIER,
                    "differs",
                    new Text(
                            "Bij het getal staat in woorden '%s', en hier %s.".formatted(said.code(), Echo.of(beside)),
                            "The number says '%s' in words, and this says %s."
                                    .formatted(said.code(), Echo.of(beside))));
        }
    }

    private Optional<JsonNode> tree(CsvRow row, CsvColumn column, String text) {
        try {
            JsonNode node = json.readValue(text, JsonNode.class);
            if (node != null && !node.isMissingNode()) {
                return Optional.of(node);
            }
            refuse(row, column, "malformed-json", new Text("Hier hoort JSON.", "This must be JSON."));
        } catch (JsonProcessingException e) {
            refuse(
                    row,
                    column,
                    JsonErrors.of(e).code(),
                    new Text(
                            "Deze cel is geen geldige JSON, zoals [\"een\", \"twee\"].",
                            "This cell is not valid JSON, such as [\"one\", \"two\"]."));
        }
        return Optional.empty();
    }

    private void refuse(CsvRow row, CsvColumn column, String code, Text detail) {
        String pointer = row.code(CsvColumn.QUESTION)
                .filter(question -> question.length() <= LONGEST_NAME)
                .map(question ->
                        at(question) + (column == null || column == CsvColumn.QUESTION ? "" : "/" + column.code()))
                .orElse("");
        errors.add(new ImportError(row.line(), pointer, column == null ? null : column.code(), code, detail));
    }

    private static String at(String question) {
        return "/answers/" + InputError.segment(question);
    }

    /** The row of the answer or the evidence, and the column of the member. */
    private ImportError placed(InputError error) {
        String[] steps = error.pointer().split("/", 5);
        boolean isInside = steps.length > 2;
        String at = isInside ? "/" + steps[1] + "/" + steps[2] : error.pointer();
        return new ImportError(
                lines.getOrDefault(at, line), error.pointer(), column(steps), error.code(), error.detail());
    }

    private static String column(String[] steps) {
        if (steps.length > 2 && steps[1].equals("answers")) {
            return (steps.length > 3 ? CsvColumn.of(steps[3]) : Optional.of(CsvColumn.QUESTION))
                    .map(CsvColumn::code)
                    .orElse(null);
        }
        return steps.length > 1 ? CsvColumn.of(steps[1]).map(CsvColumn::code).orElse(null) : null;
    }
}
