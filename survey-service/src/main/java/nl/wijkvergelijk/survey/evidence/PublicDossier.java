package nl.wijkvergelijk.survey.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.publication.PublishedEvidence;
import nl.wijkvergelijk.survey.publication.PublishedRow;
import nl.wijkvergelijk.survey.response.PublishedBeside;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;

/** What the public reads of everything on file: never a person, a file, an id, nor more of an internal document than kind and date. */
@ApplicationScoped
class PublicDossier implements PublishedBeside {

    private final EvidenceRows rows;

    PublicDossier(EvidenceRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PublishedRow> of(List<Surveyed> many) {
        Map<String, List<EvidenceView>> all = rows.all(Surveyed.round(many), Surveyed.codesOf(many));
        List<PublishedRow> published = new ArrayList<>();
        for (Surveyed each : many) {
            int position = 0;
            for (EvidenceView view : all.getOrDefault(each.code(), List.of())) {
                position++;
                published.add(
                        view.document() == null
                                ? of(each.found(), position, view.interview())
                                : of(each.found(), position, view.document()));
            }
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
