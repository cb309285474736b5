package nl.wijkvergelijk.survey.workbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wijkvergelijk.http.Text;

/** The first sheet: what the workbook is about, what the sender has to say, and how it is filled in. */
record FirstSheet(String name, Map<String, Integer> rows, Map<String, Content> values) {
    /** What stands in the first cell of it. */
    static final String MARK = "wijkvergelijk-workbook";

    static final String MUNICIPALITY = "municipality";
    static final String ROUND = "round";
    static final String QUESTIONNAIRE = "questionnaire";
    static final String VERSION = "questionnaire-version";
    static final String REVISION = "revision";
    static final String LANGUAGE = "language";
    static final String REASON = "reason";
    static final String ON_BEHALF = "on-behalf";

    /** The column of the values. */
    static final int VALUES = 2;

    static final Text NAME = new Text("Lees eerst", "Read first");
    static final Text REASON_LABEL = new Text(
            "Waarom deze wijziging (hoeft niet; blijft bij de revisie staan)",
            "Why this change (optional; stays with the revision)");
    static final Text ON_BEHALF_LABEL = new Text(
            "Namens de gemeente, omdat … (alleen voor onderzoekers, en dan verplicht)",
            "On the municipality's behalf, because … (researchers only, who must)");

    static final List<Text> INSTRUCTIONS = List.of(
            new Text(
                    "Vul de gele cellen in; grijze cellen horen niet bij die vraag. Elk blad is een deel van de vragenlijst.",
                    "Fill in the yellow cells; grey ones do not belong to that question. Each sheet is a part of the questionnaire."),
            new Text(
                    "De smalle grijze kolommen links en de eerste regel met codes zijn nodig om het werkboek terug te lezen: laat ze staan.",
                    "The narrow grey columns on the left and the first row with codes are needed to read the workbook back: leave them."),
            new Text(
                    "Getallen: 1234, 1.234 of 8,5. Ook 'ca. 8' of 'ruim 500' mag; dat vult de kolom 'Hoe precies'. Een punt verdeelt alleen duizendtallen in groepjes van drie: 6.3000 wordt geweigerd.",
                    "Numbers as text are read in Dutch notation: 1234, 1.234 (a thousand and more) or 8,5. 'ca. 8' is read as approximately 8. 6.3000 is refused. A number cell is read as the number it shows."),
            new Text(
                    "Procenten: 25 of 25%, niet 0,25. Bedragen: het getal alleen; waarvoor het geldt staat in 'Bedrag per', 'Periode' en 'Munt'.",
                    "Percentages: 25 or 25%, not 0.25. Amounts: the number alone; what it is for is under 'Amount per', 'Period' and 'Currency'."),
            new Text(
                    "Data: 2005, 2005-01, 2005-01-31 of 31-1-2005, of een datumcel. Een cel die alleen maand en jaar toont, is een maand.",
                    "Dates: 2005, 2005-01, 2005-01-31 or 31-1-2005, or a date cell. A cell that shows month and year only is a month."),
            new Text(
                    "Is er geen antwoord, laat het antwoord dan leeg en kies bij 'Waarom geen antwoord' waarom. Nul is een antwoord.",
                    "If there is no answer, leave the answer empty and choose why under 'Why there is no answer'. Zero is an answer."),
            new Text(
                    "Keuzelijsten: kies uit de lijst. Meer keuzes tegelijk: zet een x achter elke optie die geldt. Verdeling: een percentage per regel. Lijst of tabel: een regel per onderdeel; is er te weinig ruimte, voeg dan regels in.",
                    "Lists: choose from the list. Several choices: put an x behind each option that holds. Distribution: a percentage per row. List or table: one row per item; insert rows if there is too little room."),
            new Text(
                    "Maakt u een antwoord leeg dat er stond, en kiest u geen reden, dan vervalt het hele antwoord: ook toelichting, bronnen en andere vindplaatsen. Kiest u wel een reden, dan vervallen alleen eenheid, hoe precies, laagste, hoogste, definitie, bedrag per, periode, munt en waarom het anders is.",
                    "If you empty an answer that was there and choose no reason why, the whole answer goes: its note, sources and other statements too. If you choose a reason, only unit, how exact, lowest, highest, definition, amount per, period, currency and why it differs go with it."),
            new Text(
                    "Wat u niet wijzigt, blijft zoals het is. Een blad, regel of kolom die u weghaalt, verandert niets. Alleen bij een lijst of tabel vervalt een onderdeel als u de regel ervan verwijdert.",
                    "What you do not change stays as it is. A sheet, row or column that you remove changes nothing. Only in a list or table an item goes when you delete its row."),
            new Text(
                    "Bronverwijzingen en wat andere bronnen zeggen staan niet in dit werkboek. Ze blijven bij het antwoord, ook als u de waarde wijzigt: kijk dan zelf of ze nog kloppen.",
                    "Citations and what other sources say are not in this workbook. They stay with the answer, also when you change the value: check then that they still fit."),
            new Text(
                    "Is een antwoord intussen door iemand anders gewijzigd en wijzigt u het ook, dan wordt het werkboek geweigerd, met de cel erbij. Wat u niet wijzigde, blijft zoals het nu is.",
                    "If somebody else changed an answer in the meantime and you change it too, the workbook is refused, naming the cell. What you did not change stays as it is now."),
            new Text(
                    "Van een formule lezen we de uitkomst, niet de formule. Foutwaarden (#N/B), tijden en samengevoegde antwoordcellen worden geweigerd.",
                    "Of a formula the outcome is read, not the formula. Error values (#N/A), times and merged answer cells are refused."),
            new Text(
                    "Klopt er iets niet, dan wordt er niets bewaard en krijgt u alle fouten in een keer, elk met blad en cel.",
                    "If something is wrong, nothing is stored and you get all errors at once, each with its sheet and cell."));

    /** The sheet, if it is the first one; null otherwise. */
    static FirstSheet of(Spreadsheet.Sheet sheet) {
        boolean isFirst = sheet.rows().stream().anyMatch(row -> row.cell(0).equals(Content.text(MARK)));
        if (!isFirst) {
            return null;
        }
        Map<String, Integer> rows = new TreeMap<>();
        Map<String, Content> values = new TreeMap<>();
        for (Spreadsheet.Row row : sheet.rows()) {
            if (row.cell(0) instanceof Content.Words key && rows.putIfAbsent(key.text(), row.number()) == null) {
                values.put(key.text(), row.cell(VALUES));
            }
        }
        return new FirstSheet(sheet.name(), rows, values);
    }

    Provenance provenance() {
        return new Provenance(
                text(MUNICIPALITY), text(ROUND), text(QUESTIONNAIRE), text(VERSION), text(REVISION), text(LANGUAGE));
    }

    /** The text of a value; null when it is empty. */
    String text(String key) {
        Content content = values.getOrDefault(key, Content.EMPTY);
        return content instanceof Content.Words words
                ? words.text()
                : content instanceof Content.Number number ? number.number().toPlainString() : null;
    }

    String address(String key) {
        return Spreadsheet.address(VALUES, rows.getOrDefault(key, 1));
    }
}
