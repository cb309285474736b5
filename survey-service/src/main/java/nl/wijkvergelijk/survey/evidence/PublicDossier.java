package nl.wijkvergelijk.survey.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.survey.publication.PublishedEvidence;
import nl.wijkvergelijk.survey.publication.PublishedRow;
import nl.wijkvergelijk.survey.response.PublishedBeside;
import nl.wijkvergelijk.survey.response.Responses;

/** What the public reads of everything on file: never a person, a file, an id, nor more of an internal document than kind and date. */
@ApplicationScoped
class PublicDossier implements PublishedBeside {

    private final EvidenceRows rows;

    PublicDossier(EvidenceRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PublishedRow> of(Responses.Found found) {
        List<PublishedRow> published = new ArrayList<>();
        for (EvidenceView view : rows.all(found.response().key())) {
            int position = published.size() + 1;
            published.add(
                    view.document() == null
                            ? of(found, position, view.interview())
                            : of(found, position, view.document()));
        }
        return published;
    }

    /** A description that is withdrawn takes its evidence along. */
    @Override
    public List<PublishedRow> withdrawn(Responses.Found found) {
        return List.of();
    }

    private static PublishedEvidence of(Responses.Found found, int position, Document document) {
        String round = found.round().id();
        String code = found.municipality().code();
        return document.isPublic()
                ? PublishedEvidence.document(
                        round,
                        code,
                        position,
                        document.title(),
                        document.kind(),
                        document.date(),
                        document.publisher(),
                        document.url())
                : PublishedEvidence.internal(round, code, position, document.kind(), document.date());
    }

    private static PublishedEvidence of(Responses.Found found, int position, Interview interview) {
        return PublishedEvidence.interview(
                found.round().id(),
                found.municipality().code(),
                position,
                interview.group(),
                interview.date(),
                interview.form(),
                interview.people(),
                interview.outcome(),
                interview.reason());
    }
}
