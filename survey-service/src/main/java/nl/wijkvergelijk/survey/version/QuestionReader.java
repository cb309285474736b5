package nl.wijkvergelijk.survey.version;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;

/** Reads one question of a questionnaire that was sent. */
final class QuestionReader {
    static final String[] MEMBERS = {
        "id",
        "form",
        "type",
        "label",
        "help",
        "unit",
        "units",
        "definitions",
        "options",
        "bases",
        "periods",
        "currencies",
        "required",
        "min",
        "max",
        "maxLength",
        "columns",
        "measure",
        "measures"
    };
    private static final int OPTIONS = 200;
    private static final int CODES = 20;
    private static final int COLUMNS = 30;
    private static final int TEXT = 10_000;
    private static final List<String> OF_A_COLUMN = List.of("text", "integer", "decimal", "single-choice");

    private final Place place;
    private final QuestionnaireReader.Codes codes;

    QuestionReader(Place place, QuestionnaireReader.Codes codes) {
        this.place = place;
        this.codes = codes;
    }

    /** The question, or null after saying why not. */
    Question read() {
        int before = place.errors().size();
        if (!place.isObject(MEMBERS)) {
            return null;
        }
        place.at("id").name();
        if (place.has("form")) {
            place.at("form").text(Place.ID, false);
        }
        place.at("label").label(Place.LABEL);
        if (place.has("help")) {
            place.at("help").label(Place.HELP);
        }
        place.at("required").flag();
        String code = place.at("type").oneOf("unknown-type", Coded.codes(QuestionType.class));
        if (code != null) {
            parts(Coded.find(QuestionType.class, code).orElseThrow());
        }
        return place.errors().size() > before || place.errors().size() == Place.MOST
                ? null
                : QuestionnaireFile.parseQuestion(place.node());
    }

    private void parts(QuestionType type) {
        boolean chooses = type == QuestionType.SINGLE_CHOICE
                || type == QuestionType.MULTIPLE_CHOICE
                || type == QuestionType.DISTRIBUTION;
        units(type);
        bounds(type);
        options(place.at("definitions"), 0);
        if (chooses) {
            measures(type, options(place.at("options"), 1));
        } else {
            place.mayNotBeThere(
                    "options",
                    "Alleen een keuze of een verdeling heeft mogelijkheden.",
                    "Only a choice or a distribution has options.");
        }
        money(type);
        if (type == QuestionType.TABLE) {
            columns();
        } else {
            place.mayNotBeThere("columns", "Alleen een tabel heeft kolommen.", "Only a table has columns.");
        }
        if (type != QuestionType.DISTRIBUTION) {
            place.mayNotBeThere(
                    "measures",
                    "Alleen een verdeling voedt een maat per mogelijkheid; gebruik \"measure\".",
                    "Only a distribution feeds a measure per option; use \"measure\".");
        }
        if (type == QuestionType.DISTRIBUTION || type == QuestionType.TABLE) {
            place.mayNotBeThere(
                    "measure",
                    "Een tabel of verdeling is niet een enkel cijfer en voedt geen \"measure\".",
                    "A table or distribution is not one figure and feeds no \"measure\".");
        } else if (place.has("measure")) {
            place.at("measure").name();
        }
    }

    private void units(QuestionType type) {
        boolean measured = type.isNumber() && type != QuestionType.MONEY && type != QuestionType.YEAR;
        if (!measured && type != QuestionType.DISTRIBUTION) {
            place.mayNotBeThere("unit", "Bij deze vraag hoort geen eenheid.", "This question has no unit.");
            place.mayNotBeThere("units", "Bij deze vraag hoort geen eenheid.", "This question has no unit.");
            return;
        }
        Set<String> known = type == QuestionType.DISTRIBUTION && codes.units().contains("percent")
                ? Set.of("percent")
                : type == QuestionType.DISTRIBUTION ? Set.of() : codes.units();
        List<String> units = place.at("units").someOf("unknown-unit", sorted(known), 0, CODES);
        String unit = place.has("unit") ? place.at("unit").oneOf("unknown-unit", sorted(known)) : null;
        if (unit != null && !units.isEmpty() && !units.equals(List.of(unit))) {
            place.at("unit")
                    .refuse(
                            "does-not-fit",
                            "\"unit\" is de enige eenheid; \"units\" noemt er andere. Laat een van de twee weg.",
                            "\"unit\" is the only unit; \"units\" names others. Leave one of the two out.");
        }
        if (type == QuestionType.QUANTITY
                && !place.has("unit")
                && place.node().path("units").isEmpty()) {
            place.at("units")
                    .refuse("required", "Een hoeveelheid heeft een eenheid nodig.", "A quantity needs a unit.");
        }
    }

    private void bounds(QuestionType type) {
        if (!type.isNumber()) {
            place.mayNotBeThere("min", "Alleen een getal heeft grenzen.", "Only a number has bounds.");
            place.mayNotBeThere("max", "Alleen een getal heeft grenzen.", "Only a number has bounds.");
        } else {
            BigDecimal min = place.at("min").number();
            BigDecimal max = place.at("max").number();
            if (min != null && max != null && min.compareTo(max) > 0) {
                place.at("max")
                        .refuse(
                                "out-of-range",
                                "De hoogste grens is lager dan de laagste.",
                                "The highest bound is lower than the lowest.");
            }
        }
        if (type != QuestionType.TEXT && type != QuestionType.TEXT_LIST) {
            place.mayNotBeThere("maxLength", "Alleen een tekst heeft een lengte.", "Only a text has a length.");
        } else if (place.has("maxLength")) {
            place.at("maxLength").whole(1, TEXT);
        }
    }

    private void money(QuestionType type) {
        if (type == QuestionType.MONEY) {
            Set<String> seen = new HashSet<>();
            for (Place currency : place.at("currencies").items(1, CODES)) {
                String code = currency.matching(
                        "[A-Z]{3}",
                        "Een munt is een code van drie hoofdletters (ISO 4217): EUR.",
                        "A currency is a code of three capitals (ISO 4217): EUR.");
                if (code != null && !seen.add(code)) {
                    currency.refuseDuplicate();
                }
            }
            place.at("bases").someOf("unknown-basis", sorted(codes.bases()), 0, CODES);
            place.at("periods").someOf("unknown-period", sorted(codes.periods()), 0, CODES);
            return;
        }
        for (String member : List.of("currencies", "bases", "periods")) {
            place.mayNotBeThere(member, "Dit hoort alleen bij een bedrag.", "This belongs to money only.");
        }
    }

    /** Checks options and answers with their codes. */
    private static Set<String> options(Place list, int fewest) {
        Set<String> codes = new HashSet<>();
        for (Place option : list.items(fewest, OPTIONS)) {
            if (option.isObject("code", "label")) {
                String code = option.at("code").code();
                if (code != null && !codes.add(code)) {
                    option.at("code").refuseDuplicate();
                }
                option.at("label").label(Place.LABEL);
            }
        }
        return codes;
    }

    private void measures(QuestionType type, Set<String> options) {
        Place measures = place.at("measures");
        List<String> named = type == QuestionType.DISTRIBUTION ? measures.names(OPTIONS) : List.of();
        named.forEach(option -> measures.at(option).name());
        if (!named.isEmpty() && !Set.copyOf(named).equals(options)) {
            measures.refuse(
                    "unknown-option",
                    "Een verdeling voedt een maat met elke mogelijkheid, of met geen enkele.",
                    "A distribution feeds a measure with every option, or with none.");
        }
    }

    private void columns() {
        Set<String> ids = new HashSet<>();
        for (Place column : place.at("columns").items(1, COLUMNS)) {
            if (!column.isObject("id", "type", "label", "required", "options")) {
                continue;
            }
            String id = column.at("id").name();
            if (id != null && !ids.add(id)) {
                column.at("id").refuseDuplicate();
            }
            String type = column.at("type").oneOf("unknown-type", OF_A_COLUMN);
            column.at("label").label(Place.LABEL);
            column.at("required").flag();
            if ("single-choice".equals(type)) {
                options(column.at("options"), 1);
            } else {
                column.mayNotBeThere("options", "Alleen een keuze heeft mogelijkheden.", "Only a choice has options.");
            }
        }
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
