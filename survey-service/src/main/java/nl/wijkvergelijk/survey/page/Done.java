package nl.wijkvergelijk.survey.page;

import java.util.List;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;

/** What was just done, said on the page that a form leads to. */
final class Done {

    private static final int MOST = 20;

    private Done() {}

    /** The sentence for a code in the address; null for none, or one that does not exist. */
    static Text sentence(String code, List<String> changed) {
        return switch (code == null ? "" : code) {
            case "reply" -> new Text("Uw reactie is bewaard.", "Your reply is stored.");
            case "comment" -> new Text("Uw commentaar is bewaard.", "Your comment is stored.");
            case "agreement" ->
                new Text("Uw antwoord op de beschrijving is bewaard.", "Your answer on the description is stored.");
            case "confirmed" ->
                new Text(
                        "De antwoorden die u bevestigde, zijn bewaard en tellen mee.",
                        "The answers you confirmed are stored. They count from now on.");
            case "dismissed" ->
                new Text(
                        "Wat u niet overneemt, wordt niet meer voorgesteld.",
                        "What you did not take over is proposed no more.");
            case "out" -> new Text("U bent afgemeld.", "You are signed out.");
            case "submitted" ->
                new Text(
                        "Ingediend. De onderzoeker bekijkt uw antwoorden nu. Bewaar of druk dit ontvangstbewijs af.",
                        "Submitted. The researcher looks at your answers now. Keep or print this receipt.");
            case "unchanged" ->
                new Text(
                        "Het werkboek is gelezen. Er stond niets nieuws in; er is niets gewijzigd.",
                        "The workbook was read. There was nothing new in it; nothing was changed.");
            case "workbook" -> workbook(changed);
            default -> null;
        };
    }

    private static Text workbook(List<String> changed) {
        String labels = changed.stream().limit(MOST).collect(Collectors.joining("; "));
        String more = changed.size() > MOST ? " …" : "";
        return new Text(
                "Het werkboek is verwerkt. Gewijzigd (%d): %s%s.".formatted(changed.size(), labels, more),
                "The workbook was taken in. Changed (%d): %s%s.".formatted(changed.size(), labels, more));
    }
}
