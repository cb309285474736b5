package nl.wijkvergelijk.survey.version;

import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of versions of questionnaires. */
record QuestionnaireList(List<Item> questionnaires, long total, Page page) implements Paged {

    /** One version. */
    record Item(String id, int version, Text title, String href) {

        static Item of(Questionnaire q) {
            return new Item(q.id(), q.version(), q.title(), Versions.href(q));
        }
    }
}
