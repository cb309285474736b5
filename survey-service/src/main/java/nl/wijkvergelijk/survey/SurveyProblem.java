package nl.wijkvergelijk.survey;

import nl.wijkvergelijk.http.ProblemType;
import nl.wijkvergelijk.http.Text;

/** The problems that only this service has; api-spec/problems.md explains each. */
public enum SurveyProblem implements ProblemType {
    ANSWERS_NOT_OPEN(409, "Nu niet te wijzigen", "Not open for changes now"),
    COMMENT_NOT_OPEN(409, "Nu niet voor commentaar", "Not open for comment now"),
    EVIDENCE_EXISTS(409, "Die bron is er al", "That evidence exists already"),
    EVIDENCE_FILE_MISSING(503, "Het bestand is er niet", "The file is not there"),
    EVIDENCE_FILE_REFUSED(415, "Dit bestand nemen we niet aan", "This file is not taken"),
    FINDING_EXISTS(409, "Die waarneming is er al", "That finding exists already"),
    IDEMPOTENCY_KEY_REUSED(422, "Sleutel al gebruikt", "Key used already"),
    NOTHING_TO_PUBLISH(409, "Niets te publiceren", "Nothing to publish"),
    QUESTIONNAIRE_EXISTS(409, "Die versie is er al", "That version exists already"),
    RATING_HAS_BALLOTS(409, "Er zijn stembriefjes", "There are ballots"),
    RATING_HAS_TOTALS(409, "Er zijn totalen", "There are totals"),
    RATING_NOT_OPEN(409, "De sessie is niet open", "The session is not open"),
    RATING_TOTALS_IN_THE_WAY(409, "De totalen passen niet meer", "The totals no longer fit"),
    REMARK_RESOLVED(409, "Al afgehandeld", "Resolved already"),
    ROUND_EXISTS(409, "Die ronde is er al", "That round exists already"),
    SUBMISSION_BLOCKED(409, "Nog niet in te dienen", "Not ready to submit"),
    TRANSITION_NOT_POSSIBLE(409, "Deze stap kan nu niet", "This step is not possible now"),
    WORKBOOK_UNREADABLE(400, "Geen leesbaar werkboek", "Not a readable workbook");

    private final int status;
    private final Text title;

    SurveyProblem(int status, String nl, String en) {
        this.status = status;
        this.title = new Text(nl, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
