package nl.wijkvergelijk.survey.page;

import java.time.LocalDate;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.State;

/**
 * What a contact is asked to do now: one sentence, and where that is done.
 *
 * @param label of the step; null when there is nothing to do
 * @param place where on the page, or below it, the step is taken
 */
record Asked(Text sentence, Text label, String place) {

    /**
     * What of a response decides it.
     *
     * @param blocking how many things stand in the way of submitting
     * @param waiting how many remarks wait for a reply
     * @param answered whether the municipality agreed or dissented with the text as it is
     * @param proposed how many answers of an earlier round wait for a decision
     * @param earlier that round; null for none
     */
    record Facts(
            State state,
            int revision,
            int required,
            int blocking,
            int waiting,
            LocalDate deadline,
            boolean answered,
            int proposed,
            String earlier) {}

    static Asked of(Facts facts) {
        return switch (facts.state()) {
            case DRAFT -> draft(facts);
            case CHANGES_REQUESTED -> changes(facts);
            case SUBMITTED, IN_REVIEW ->
                facts.waiting() > 0
                        ? reply(facts)
                        : nothing(
                                "U hoeft nu niets te doen. De onderzoeker bekijkt uw antwoorden.",
                                "There is nothing for you to do now. The researcher is looking at your answers.");
            case IN_COMMENT -> comment(facts);
            case APPROVED ->
                nothing(
                        "U hoeft niets meer te doen. Uw antwoorden zijn goedgekeurd en worden gepubliceerd.",
                        "There is nothing more for you to do. Your answers are approved and will be published.");
            case PUBLISHED ->
                nothing(
                        "U hoeft niets meer te doen. Uw antwoorden zijn gepubliceerd. Klopt er iets niet? Stuur dan een verbeterd werkboek.",
                        "There is nothing more for you to do. Your answers are public. Is something wrong? Then send a corrected workbook.");
        };
    }

    private static Asked draft(Facts facts) {
        if (facts.proposed() > 0) {
            return new Asked(
                    new Text(
                            "In ronde %s hebt u %d van deze vragen al beantwoord: kijk na of dat nog klopt en bevestig het. De andere vult u in met het werkboek."
                                    .formatted(facts.earlier(), facts.proposed()),
                            "In round %s you answered %d of these questions already: see whether that still holds and confirm it. Fill in the others with the workbook."
                                    .formatted(facts.earlier(), facts.proposed())),
                    new Text(
                            "Naar de antwoorden uit ronde " + facts.earlier(),
                            "To the answers of round " + facts.earlier()),
                    "#proposals");
        }
        if (facts.revision() == 0) {
            return new Asked(
                    new Text(
                            "Download het werkboek, vul het in met Excel of LibreOffice, en stuur het hier terug. Het hoeft niet in één keer af.",
                            "Download the workbook, fill it in with Excel or LibreOffice, and send it back here. It need not be finished in one go."),
                    new Text("Naar het werkboek", "To the workbook"),
                    "#workbook");
        }
        if (facts.required() > 0) {
            return new Asked(
                    new Text(
                            "Vul in het werkboek nog de verplichte vragen in (%d) en stuur het hier terug."
                                    .formatted(facts.required()),
                            "Fill in the required questions that are left (%d) in the workbook and send it back here."
                                    .formatted(facts.required())),
                    new Text("Naar het werkboek", "To the workbook"),
                    "#workbook");
        }
        return submit(facts);
    }

    private static Asked changes(Facts facts) {
        if (facts.waiting() > 0) {
            return reply(facts);
        }
        return submit(facts);
    }

    private static Asked submit(Facts facts) {
        return facts.blocking() > 0
                ? new Asked(
                        new Text(
                                "Verbeter eerst wat nog in de weg staat (%d); daarna kunt u indienen."
                                        .formatted(facts.blocking()),
                                "First mend what is still in the way (%d); then you can submit."
                                        .formatted(facts.blocking())),
                        new Text("Bekijk wat er nog moet", "See what is left to do"),
                        "/submit")
                : new Asked(
                        new Text(
                                "Alles wat moet is ingevuld. Kijk het na en dien het in.",
                                "Everything required is filled in. Look it over and submit it."),
                        new Text("Nakijken en indienen", "Look over and submit"),
                        "/submit");
    }

    private static Asked reply(Facts facts) {
        return new Asked(
                new Text(
                        facts.waiting() == 1
                                ? "De onderzoeker heeft een vraag of opmerking: lees die en reageer."
                                : "De onderzoeker heeft %d vragen of opmerkingen: lees ze en reageer."
                                        .formatted(facts.waiting()),
                        facts.waiting() == 1
                                ? "The researcher has a question or remark: read it and reply."
                                : "The researcher has %d questions or remarks: read them and reply."
                                        .formatted(facts.waiting())),
                new Text("Naar de opmerkingen", "To the remarks"),
                "#remarks");
    }

    private static Asked comment(Facts facts) {
        if (facts.answered()) {
            return nothing(
                    "U hoeft nu niets te doen. U hebt op de beschrijving geantwoord; tot en met %s kunt u nog reageren."
                            .formatted(People.day(facts.deadline(), Language.NL)),
                    "There is nothing for you to do now. You have answered on the description; until %s you can still comment."
                            .formatted(People.day(facts.deadline(), Language.EN)));
        }
        return new Asked(
                new Text(
                        "Lees de beschrijving van uw gemeente, zeg wat er niet klopt, en stem ermee in of geef uw eigen lezing, uiterlijk %s."
                                .formatted(People.day(facts.deadline(), Language.NL)),
                        "Read the description of your municipality, say what is not right, and agree with it or give your own reading, by %s at the latest."
                                .formatted(People.day(facts.deadline(), Language.EN))),
                new Text("Naar de beschrijving", "To the description"),
                "#description");
    }

    private static Asked nothing(String nl, String en) {
        return new Asked(new Text(nl, en), null, null);
    }
}
