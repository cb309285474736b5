package nl.wijkvergelijk.survey.finding;

import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Coded;

/** What a finding is about, in the order in which findings are told. The only place that names the themes; their labels are published with each finding. */
public enum Theme implements Coded {
    CONTEXT("De gemeente en haar opgaven", "The municipality and its tasks"),
    MOTIVES_AND_INSTRUMENTS("Motieven, doelen en instrumenten", "Motives, goals and instruments"),
    POSITION("De plaats in de organisatie", "The position in the organisation"),
    ROLE_IN_ORGANISATION("De rol in de organisatie", "The role in the organisation"),
    ROLE_IN_WARD("De rol in de wijk", "The role in the ward"),
    META("Over het geheel", "Across all themes");

    private final Text label;

    Theme(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people call it. */
    Text label() {
        return label;
    }
}
