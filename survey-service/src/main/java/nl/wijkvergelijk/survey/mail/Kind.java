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
            "Nog een week of minder voor uw commentaar",
            "A week or less is left for your comment",
            "Over een week of minder sluit de termijn om op de beschrijving van uw gemeente te reageren. Uw antwoord is er nog niet.",
            "In a week or less the time to comment on the description of your municipality ends. Your answer is not there yet."),
    DEADLINE_1(
            "Vandaag of morgen is de laatste dag voor uw commentaar",
            "Today or tomorrow is the last day for your comment",
            "De termijn om op de beschrijving van uw gemeente te reageren sluit vandaag of morgen. Uw antwoord is er nog niet.",
            "The time to comment on the description of your municipality ends today or tomorrow. Your answer is not there yet."),
    RETURN_7(
            "Binnenkort sluit de termijn voor de vragenlijst",
            "The time for the questionnaire ends soon",
            "Over een week of minder moet de vragenlijst van uw gemeente zijn ingediend. Zij is het nog niet.",
            "In a week or less the questionnaire of your municipality must have been submitted. It has not been yet."),
    RETURN_1(
            "Vandaag of morgen is de laatste dag voor de vragenlijst",
            "Today or tomorrow is the last day for the questionnaire",
            "De termijn om de vragenlijst van uw gemeente in te dienen sluit vandaag of morgen. Zij is nog niet ingediend.",
            "The time to submit the questionnaire of your municipality ends today or tomorrow. It has not been submitted yet.");

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
