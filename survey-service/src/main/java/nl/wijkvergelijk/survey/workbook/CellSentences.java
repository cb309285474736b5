package nl.wijkvergelijk.survey.workbook;

import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Echo;

/** What is wrong with a cell, for somebody who has a spreadsheet in front of them. */
final class CellSentences {
    static final Text BROKEN = new Text(
            "Deze cel bevat een foutwaarde, een tijd, of een formule zonder uitkomst. Vul de waarde zelf in.",
            "This cell holds an error value, a time, or a formula without an outcome. Fill in the value itself.");
    static final Text DATE_FOR_NUMBER = new Text(
            "Uw rekenblad heeft hier een datum van gemaakt; hier hoort een getal. Geef de cel de opmaak 'Standaard' en vul het getal opnieuw in.",
            "Your spreadsheet made a date of this; a number belongs here. Give the cell the format 'General' and fill in the number again.");
    static final Text LOGICAL = new Text(
            "Hier staat WAAR of ONWAAR; hier hoort iets anders.",
            "This holds TRUE or FALSE; something else belongs here.");
    static final Text NOT_HERE = new Text(
            "Deze cel hoort niet bij deze vraag; maak hem leeg.",
            "This cell does not belong to this question; empty it.");
    static final Text BELOW = new Text(
            "Vul het antwoord in op de regels hieronder, en laat deze cel leeg.",
            "Fill in the answer in the rows below, and leave this cell empty.");
    static final Text NO_MARK = new Text(
            "Zet een x bij wat u kiest; laat de cel anders leeg.",
            "Put an x where you choose it; leave the cell empty otherwise.");
    static final Text NO_DAY = new Text(
            "Schrijf een dag als jaar-maand-dag, zoals 2005-01-31, of als 31-1-2005.",
            "Write a day as year-month-day, such as 2005-01-31, or as 31-1-2005.");
    static final Text NO_DATE = new Text(
            "Schrijf een jaar (2005), een maand (2005-01) of een dag (2005-01-31).",
            "Write a year (2005), a month (2005-01) or a day (2005-01-31).");
    static final Text WORDS_IN_RANGE = new Text(
            "Hier past alleen een getal, zonder 'circa' of 'ruim'.",
            "Only a number fits here, without words such as 'circa'.");
    static final Text MERGED = new Text(
            "Hier zijn cellen samengevoegd, zodat niet te zeggen is bij welke vraag de inhoud hoort. Maak dat ongedaan.",
            "Cells are merged here, so that it cannot be said to which question the content belongs. Undo that.");
    static final Text TWICE = new Text(
            "Deze regel staat er twee keer; haal er een weg.", "This row is there twice; remove one of the two.");
    static final Text NO_QUESTION = new Text(
            "Bij deze regel staat geen vraag, dus het is niet te zeggen waar dit bij hoort.",
            "There is no question in this row, so it cannot be said what this belongs to.");
    static final Text NO_CODES = new Text(
            "De eerste regel van dit blad, met de codes van de kolommen, is weg. Begin met een nieuw opgehaald werkboek.",
            "The first row of this sheet, with the codes of the columns, is gone. Start from a freshly downloaded workbook.");
    static final Text CHANGED_MEANWHILE = new Text(
            "Dit antwoord is gewijzigd nadat dit werkboek werd opgehaald. Haal het werkboek opnieuw op en kijk wat er nu staat.",
            "This answer was changed after this workbook was made. Get the workbook again and look at what is there now.");

    private CellSentences() {}

    static Text unknownQuestion(String sent) {
        return new Text(
                "De vragenlijst heeft geen vraag %s.".formatted(Echo.of(sent)),
                "The questionnaire has no question %s.".formatted(Echo.of(sent)));
    }

    static Text unknownPart(String sent) {
        return new Text(
                "Deze vraag heeft geen onderdeel %s.".formatted(Echo.of(sent)),
                "This question has no part %s.".formatted(Echo.of(sent)));
    }

    static Text notInList(String sent, Choices choices) {
        return new Text(
                "%s kan hier niet. Kies uit: %s."
                        .formatted(Echo.of(sent), String.join("; ", some(choices.shown(Language.NL)))),
                "%s is not possible here. Choose from: %s."
                        .formatted(Echo.of(sent), String.join("; ", some(choices.shown(Language.EN)))));
    }

    private static List<String> some(List<String> shown) {
        return shown.subList(0, Math.min(20, shown.size()));
    }

    /** Of a text where a number belongs. */
    static Text noNumber(String sent) {
        List<BigDecimal> guesses = DutchNumber.guesses(sent);
        if (guesses.isEmpty()) {
            return new Text(
                    "%s is geen getal. Schrijf alleen het getal, zoals 6300, 6.300 of 8,5; de eenheid heeft een eigen kolom."
                            .formatted(Echo.of(sent)),
                    "%s is not a number. Write the number alone, such as 6300, 6.300 or 8,5 (Dutch notation); the unit has its own column."
                            .formatted(Echo.of(sent)));
        }
        List<String> meant = guesses.stream()
                .map(number -> number.toPlainString().replace('.', ','))
                .toList();
        return new Text(
                "%s is geen goed geschreven getal: een punt verdeelt de duizendtallen in groepjes van drie cijfers. Is %s bedoeld? Staat het zo in uw bron, zet dat dan bij 'Zoals het in de bron staat'."
                        .formatted(Echo.of(sent), String.join(" of ", meant)),
                "%s is not a well-formed number: in Dutch notation a point groups thousands in threes. Is %s meant? If your source prints it so, put that under 'As the source prints it'."
                        .formatted(Echo.of(sent), String.join(" or ", meant)));
    }

    static Text twoQualifiers(String value, String column) {
        return new Text(
                "Het antwoord zegt %s en de kolom 'Hoe precies' %s. Maak ze gelijk."
                        .formatted(Echo.of(value), Echo.of(column)),
                "The answer says %s and the column 'How exact' %s. Make them the same."
                        .formatted(Echo.of(value), Echo.of(column)));
    }

    /** The sentence of an error that was found in the answer as a whole, in words that fit a sheet. */
    static Text of(InputError error, String member, Choices units) {
        return switch (error.code()) {
            case "value-or-missing" ->
                member.isEmpty()
                        ? new Text(
                                "Vul een antwoord in, of kies bij 'Waarom geen antwoord' waarom het er niet is: een van de twee.",
                                "Fill in an answer, or choose under 'Why there is no answer' why not: one of the two.")
                        : new Text(
                                "Dit hoort bij een antwoord, en dat is er hier niet; maak deze cel leeg.",
                                "This belongs to an answer, and there is none here; empty this cell.");
            case "unit-required" ->
                new Text(
                        "Kies in welke eenheid dit is: %s.".formatted(String.join("; ", units.shown(Language.NL))),
                        "Choose in which unit this is: %s.".formatted(String.join("; ", units.shown(Language.EN))));
            case "range-required" ->
                new Text(
                        "Bij 'van … tot …' horen een laagste en een hoogste getal.",
                        "A range has a lowest and a highest number.");
            case "bad-qualifier" ->
                new Text(
                        "Een laagste of hoogste getal hoort alleen bij 'van … tot …' in de kolom 'Hoe precies'.",
                        "A lowest or highest number belongs only to 'from … to …' in the column 'How exact'.");
            case "not-a-whole-number" ->
                new Text(
                        "Hier hoort een heel getal. Staat er een punt of komma te veel?",
                        "A whole number belongs here. Is there a point or comma too many?");
            case "required" ->
                member.equals("asPrinted")
                        ? new Text(
                                "Bij 'Waarom dat anders is' hoort een antwoord, en ook wat er in de bron staat.",
                                "'Why that differs' belongs to an answer and to what the source prints.")
                        : new Text(
                                "Vul deze cel in, of maak de hele regel leeg.",
                                "Fill in this cell, or empty the whole row.");
            default -> error.detail();
        };
    }
}
