package nl.wijkvergelijk.survey.workbook;

import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;

/** Refusals of a file as a whole: it is no workbook, or not one that is opened here. */
final class Unreadable {

    private Unreadable() {}

    static ProblemException because(String nl, String en) {
        return new ProblemException(SurveyProblem.WORKBOOK_UNREADABLE, new Text(nl, en));
    }

    static ProblemException damaged() {
        return because(
                "Dit bestand is geen Excel-werkboek (.xlsx), of het is beschadigd. Sla het in uw rekenblad opnieuw op als .xlsx.",
                "This file is no Excel workbook (.xlsx), or it is damaged. Save it again as .xlsx in your spreadsheet program.");
    }

    static ProblemException tooLarge() {
        return because(
                "Dit werkboek is uitgepakt te groot, of heeft te veel cellen, regels of kolommen. Begin met een nieuw opgehaald werkboek.",
                "Unpacked, this workbook is too large, or it has too many cells, rows or columns. Start from a freshly downloaded workbook.");
    }

    static ProblemException macros() {
        return because(
                "Dit werkboek bevat macro's; die openen we niet. Sla het op als gewoon Excel-werkboek (.xlsx).",
                "This workbook holds macros; those are not opened here. Save it as a plain Excel workbook (.xlsx).");
    }

    static ProblemException locked() {
        return because(
                "Dit is een oud Excel-bestand (.xls) of een werkboek met een wachtwoord. Sla het op als .xlsx, zonder wachtwoord.",
                "This is an old Excel file (.xls) or a workbook with a password. Save it as .xlsx, without a password.");
    }

    static ProblemException declarations() {
        return because(
                "In dit bestand staat een documenttype-declaratie; die hoort niet in een werkboek en wordt niet gelezen.",
                "This file holds a document type declaration; that does not belong in a workbook and is not read.");
    }

    static ProblemException foreign() {
        return because(
                "Dit is geen werkboek van Wijkvergelijk: het eerste blad, waarop staat waar het bij hoort, ontbreekt. Haal het werkboek op en vul dat in.",
                "This is no workbook of Wijkvergelijk: the first sheet, which says what it is about, is missing. Download the workbook and fill that in.");
    }

    static ProblemException tooManyBytes() {
        return new ProblemException(
                HttpProblem.PAYLOAD_TOO_LARGE, new Text("Het werkboek is te groot.", "The workbook is too large."));
    }
}
