package nl.wijkvergelijk.survey.mail;

import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/**
 * A message that is being sent.
 *
 * @param ids what of the outbox it tells, with commas between them
 */
record Message(
        String ids,
        String round,
        String municipality,
        String name,
        Kind kind,
        int attempts,
        String email,
        Language language) {

    String subject() {
        return new Text(
                        "Wijkvergelijk: %s (%s, ronde %s)"
                                .formatted(kind.subject().nl(), name, round),
                        "Wijkvergelijk: %s (%s, round %s)"
                                .formatted(kind.subject().en(), name, round))
                .in(language);
    }

    /** Where to look, and nothing of what stands there. */
    String text(String address) {
        String link = address + "/rounds/" + round + "/" + municipality;
        return new Text("""
                        Goedendag,

                        %s

                        Gemeente: %s, ronde: %s
                        %s?lang=nl

                        U krijgt dit bericht omdat u contactpersoon bent. Wilt u het niet meer, zeg dat dan tegen de onderzoeker.
                        Op dit bericht kunt u niet antwoorden.
                        """.formatted(kind.sentence().nl(), name, round, link), """
                        Good day,

                        %s

                        Municipality: %s, round: %s
                        %s?lang=en

                        You get this message because you are a contact person. If you do not want it any more, tell the researcher.
                        You cannot reply to this message.
                        """.formatted(
                                kind.sentence().en(), name, round, link))
                .in(language);
    }
}
