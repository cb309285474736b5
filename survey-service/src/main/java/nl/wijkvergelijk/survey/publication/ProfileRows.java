package nl.wijkvergelijk.survey.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.wijkvergelijk.survey.sql.Sql;

/** The rows of a publication that only profiles show. api-spec/published explains every column. */
@ApplicationScoped
class ProfileRows {

    private final Sql sql;

    ProfileRows(Sql sql) {
        this.sql = sql;
    }

    void insert(long sequence, Publication publication) {
        descriptions(sequence, publication.rows(PublishedDescription.class));
        evidence(sequence, publication.rows(PublishedEvidence.class));
    }

    private void descriptions(long sequence, List<PublishedDescription> descriptions) {
        sql.updateAll("""
                insert into published.description (sequence, round, municipality, version, language, written_at, sections,
                                                   agreement, note, why, answered_at, withdrawn)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)
                """, descriptions.stream().map(d -> new Object[] {
            sequence,
            d.round(),
            d.municipality(),
            d.version(),
            d.language(),
            d.writtenAt(),
            d.sections(),
            d.agreement(),
            d.note(),
            d.why(),
            d.answeredAt(),
            d.withdrawn()
        }));
    }

    private void evidence(long sequence, List<PublishedEvidence> evidence) {
        sql.updateAll("""
                insert into published.evidence (sequence, round, municipality, position, type, title, kind, date, publisher, url, internal,
                                                interview_group, form, people, outcome, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, evidence.stream().map(e -> new Object[] {
            sequence,
            e.round(),
            e.municipality(),
            e.position(),
            e.type(),
            e.title(),
            e.kind(),
            e.date(),
            e.publisher(),
            e.url(),
            e.internal(),
            e.group(),
            e.form(),
            e.people(),
            e.outcome(),
            e.reason()
        }));
    }
}
