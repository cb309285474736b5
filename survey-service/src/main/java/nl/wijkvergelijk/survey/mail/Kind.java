package nl.wijkvergelijk.survey.mail;

import java.util.Arrays;
import java.util.Locale;
import nl.wijkvergelijk.http.Text;

/** What is mailed about, and the two sentences that say so: never what was answered or remarked. */
enum Kind {
    REMARK(
            "Er wacht een opmerking op u",
            "A remark waits for you",
            "De onderzoeker heeft een vraag of opmerking over uw antwoorden. Lees die en reageer.",
            "The researcher has a question or remark about your answers. Read it and reply."),
    CHANGES_REQUESTED(
            "De vragenlijst is terug bij u",
            "The questionnaire is back with you",
            "De onderzoeker heeft vragen over uw antwoorden en heeft de vragenlijst aan u teruggegeven. Beantwoord de vragen en dien opnieuw in.",
            "The researcher has questions about your answers and has returned the questionnaire to you. Answer the questions and submit again."),
    IN_COMMENT(
            "De beschrijving ligt bij u voor commentaar",
            "The description is with you for comment",
            "De beschrijving van uw gemeente ligt bij u voor commentaar. Lees haar, zeg wat er niet klopt, en stem in of geef uw eigen lezing.",
            "The description of your municipality is with you for comment. Read it, say what is not right, and agree or give your own reading."),
    DEADLINE_7(
            "Nog een week voor uw commentaar",
            "A week left for your comment",
            "Over een week of minder sluit de termijn om op de beschrijving van uw gemeente te reageren. Uw antwoord is er nog niet.",
            "In a week or less the time to comment on the description of your municipality ends. Your answer is not there yet."),
    DEADLINE_1(
            "Morgen sluit de termijn voor uw commentaar",
            "The time for your comment ends tomorrow",
            "Uiterlijk morgen kunt u nog op de beschrijving van uw gemeente reageren. Uw antwoord is er nog niet.",
            "You can comment on the description of your municipality until tomorrow at the latest. Your answer is not there yet."),
    RETURN_7(
            "Nog een week voor de vragenlijst",
            "A week left for the questionnaire",
            "Over een week of minder moet de vragenlijst van uw gemeente zijn ingediend. Zij is het nog niet.",
            "In a week or less the questionnaire of your municipality must have been submitted. It has not been yet."),
    RETURN_1(
            "Morgen sluit de termijn voor de vragenlijst",
            "The time for the questionnaire ends tomorrow",
            "Uiterlijk morgen kunt u de vragenlijst van uw gemeente nog op tijd indienen. Zij is nog niet ingediend.",
            "You can submit the questionnaire of your municipality in time until tomorrow at the latest. It has not been submitted yet.");

    private final Text subject;
    private final Text sentence;

    Kind(String subjectNl, String subjectEn, String nl, String en) {
        this.subject = new Text(subjectNl, subjectEn);
        this.sentence = new Text(nl, en);
    }

    Text subject() {
        return subject;
    }

    Text sentence() {
        return sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
