package nl.wijkvergelijk.survey.version;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Measure;
import nl.wijkvergelijk.survey.questionnaire.Question;

/**
 * Whether the definitions in force know the measures that a question feeds, and what it asks is what they measure. What an earlier version of the question fed
 * already, in the units it had, is left alone.
 */
final class MeasureFit {

    private final Definitions definitions;

    MeasureFit(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The measures that a question feeds, and where each stands. */
    static Map<String, Place> fed(Question question, Place place) {
        Map<String, Place> fed = new LinkedHashMap<>();
        if (question.measure() != null) {
            fed.put(question.measure(), place.at("measure"));
        }
        question.measures().forEach((option, measure) -> {
            Place at = place.at("measures").at(option);
            if (fed.containsKey(measure)) {
                at.refuse("measure-fed-twice", "Deze maat staat hier twee keer.", "This measure is here twice.");
            }
            fed.putIfAbsent(measure, at);
        });
        return fed;
    }

    /**
     * Adds what does not fit.
     *
     * @param before the question as it was last asked; null when it never was
     */
    void check(Question question, Question before, Place place) {
        fed(question, place).forEach((id, at) -> {
            boolean stays = before != null && before.fedMeasures().contains(id);
            Measure measure = definitions.measures().get(id);
            if (measure == null && !stays) {
                at.refuse(
                        "unknown-measure",
                        "De geldende definities (nummer %d) kennen deze maat niet.".formatted(definitions.number()),
                        "The definitions in force (number %d) do not know this measure."
                                .formatted(definitions.number()));
            } else if (measure != null && !stays && !takes(measure, question)) {
                at.refuse(
                        "does-not-fit",
                        "Deze maat is een %s en past niet bij een vraag van het type %s."
                                .formatted(
                                        dutch(measure.type()), question.type().code()),
                        "This measure is a %s and does not fit a question of the type %s."
                                .formatted(
                                        english(measure.type()), question.type().code()));
            } else if (measure != null && measure.unit() != null) {
                units(measure, question, stays ? before.units() : List.of(), at);
            }
        });
    }

    private void units(Measure measure, Question question, List<String> before, Place at) {
        List<String> units = question.units();
        boolean isShare = question.measures().containsValue(measure.id());
        List<String> asked = isShare ? List.of("percent") : units;
        List<String> strange = asked.stream()
                .filter(unit -> !before.contains(unit))
                .filter(unit -> !unit.equals(measure.unit())
                        && definitions.conversion(unit, measure.unit()).isEmpty())
                .toList();
        if (asked.isEmpty() && before.isEmpty()) {
            at.refuse(
                    "does-not-fit",
                    "Deze maat is in %s; de vraag heeft geen eenheid.".formatted(measure.unit()),
                    "This measure is in %s; the question has no unit.".formatted(measure.unit()));
        } else if (!strange.isEmpty()) {
            at.refuse(
                    "does-not-fit",
                    "Deze maat is in %s; %s is daar niet naar om te rekenen."
                            .formatted(measure.unit(), String.join(", ", strange)),
                    "This measure is in %s; %s cannot be converted to that."
                            .formatted(measure.unit(), String.join(", ", strange)));
        }
    }

    private static boolean takes(Measure measure, Question question) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, QUANTITY, PERCENTAGE, YEAR, DISTRIBUTION -> measure.type() == Measure.Type.NUMBER;
            case MONEY -> measure.type() == Measure.Type.MONEY;
            case TEXT, TEXT_LIST, DATE -> measure.type() == Measure.Type.TEXT;
            case SINGLE_CHOICE, MULTIPLE_CHOICE, YES_NO -> measure.type() == Measure.Type.CHOICE;
            case TABLE -> false;
        };
    }

    private static String dutch(Measure.Type type) {
        return switch (type) {
            case NUMBER -> "getal";
            case MONEY -> "bedrag";
            case TEXT -> "tekst";
            case CHOICE -> "keuze";
        };
    }

    private static String english(Measure.Type type) {
        return switch (type) {
            case NUMBER -> "number";
            case MONEY -> "amount";
            case TEXT -> "text";
            case CHOICE -> "choice";
        };
    }
}
