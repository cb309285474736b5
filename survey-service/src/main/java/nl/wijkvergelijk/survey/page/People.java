package nl.wijkvergelijk.survey.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.State;

/** Codes, days and sentences of the API as people read them. */
final class People {

    private static final ZoneId MUNICIPALITIES = ZoneId.of("Europe/Amsterdam");

    private People() {}

    static Text role(String code) {
        return switch (code) {
            case "contact" -> new Text("contactpersoon", "contact person");
            case "researcher" -> new Text("onderzoeker", "researcher");
            default -> new Text("beheerder", "administrator");
        };
    }

    static Text state(State state) {
        return switch (state) {
            case DRAFT -> new Text("Concept: u kunt invullen", "Draft: you can fill it in");
            case SUBMITTED -> new Text("Ingediend", "Submitted");
            case IN_REVIEW -> new Text("Wordt bekeken door de onderzoeker", "Being looked at by the researcher");
            case CHANGES_REQUESTED -> new Text("Terug bij u, met vragen", "Back with you, with questions");
            case IN_COMMENT ->
                new Text("De beschrijving ligt bij u voor commentaar", "The description is with you for comment");
            case APPROVED -> new Text("Goedgekeurd", "Approved");
            case PUBLISHED -> new Text("Gepubliceerd", "Published");
        };
    }

    /** A sentence of the API without the addresses and member names that only programs need. */
    static String sentence(Text text, Language language) {
        return text.in(language)
                .replaceAll("\\s*\\((GET|POST|PUT|PATCH) [^)]*\\)", "")
                .replaceAll("\\s*\\(\"missing\"\\)", "");
    }

    static String moment(Instant at, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", locale(language))
                .withZone(MUNICIPALITIES)
                .format(at);
    }

    static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale(language)).format(day);
    }

    static Locale locale(Language language) {
        return language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.UK;
    }
}
