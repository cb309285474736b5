package nl.wijkvergelijk.survey.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.wijkvergelijk.survey.answer.ReportedFigure;
import nl.wijkvergelijk.survey.sql.Sql;

/** The rows of a publication. api-spec/published explains every column. */
@ApplicationScoped
class PublishedRows {

    private final Sql sql;
    private final ProfileRows profiles;
    private final ObjectMapper json;

    PublishedRows(Sql sql, ProfileRows profiles, ObjectMapper json) {
        this.sql = sql;
        this.profiles = profiles;
        this.json = json;
    }

    void insert(long sequence, Publication publication) {
        municipalities(sequence, publication.rows(PublishedMunicipality.class));
        rounds(sequence, publication.rows(PublishedRound.class));
        figures(sequence, publication.rows(PublishedFigure.class));
        ratings(sequence, publication.rows(PublishedRating.class));
        ballots(sequence, publication.rows(PublishedBallot.class));
        answers(sequence, publication.rows(PublishedAnswer.class));
        findings(sequence, publication.rows(PublishedFinding.class));
        groups(sequence, publication.rows(PublishedGroup.class));
        profiles.insert(sequence, publication);
    }

    private void municipalities(long sequence, List<PublishedMunicipality> municipalities) {
        sql.updateAll("""
                insert into published.municipality (sequence, code, name, valid_from, valid_to, successors)
                values (?, ?, ?, ?, ?, cast(? as jsonb))
                """, municipalities.stream().map(m -> new Object[] {
            sequence,
            m.code(),
            m.name(),
            m.validFrom(),
            m.validTo(),
            json.valueToTree(m.successors()).toString()
        }));
    }

    private void rounds(long sequence, List<PublishedRound> rounds) {
        sql.updateAll("""
                insert into published.round (sequence, id, title_nl, title_en, questionnaire, questionnaire_version,
                                             full_time_hours, full_time_hours_source)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rounds.stream().map(r -> new Object[] {
            sequence,
            r.id(),
            r.title().nl(),
            r.title().en(),
            r.questionnaire(),
            r.questionnaireVersion(),
            r.fullTimeHours(),
            r.fullTimeHoursSource()
        }));
    }

    private void figures(long sequence, List<PublishedFigure> figures) {
        sql.updateAll("""
                insert into published.figure
                    (sequence, round, municipality, measure, question, value, text, missing, unit, currency, basis, period,
                     qualifier, low, high, as_of, definition, disputed, as_printed, correction, note,
                     clarification, statements, evidence, rule_notes, revision, revised_at, on_behalf)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
                """, figures.stream().map(figure -> row(sequence, figure)));
    }

    private static Object[] row(long sequence, PublishedFigure figure) {
        ReportedFigure r = figure.reported();
        return new Object[] {
            sequence,
            figure.round(),
            figure.municipality(),
            r.measure(),
            r.question(),
            r.value(),
            r.text(),
            r.missing(),
            r.unit(),
            r.currency(),
            r.basis(),
            r.period(),
            r.qualifier(),
            r.low(),
            r.high(),
            r.asOf(),
            r.definition(),
            r.disputed(),
            r.asPrinted(),
            r.correction(),
            r.note(),
            figure.clarification(),
            r.statements().toString(),
            r.evidence().toString(),
            r.ruleNotes().toString(),
            figure.revision(),
            figure.revisedAt(),
            figure.onBehalf()
        };
    }

    private void answers(long sequence, List<PublishedAnswer> answers) {
        sql.updateAll("""
                insert into published.answer (sequence, round, municipality, section, section_nl, section_en, question, position, type,
                                              label_nl, label_en, answer, labels, revision, revised_at, on_behalf)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
                """, answers.stream().map(a -> new Object[] {
            sequence,
            a.round(),
            a.municipality(),
            a.answer().section(),
            a.answer().sectionTitle().nl(),
            a.answer().sectionTitle().en(),
            a.answer().question(),
            a.answer().position(),
            a.answer().type(),
            a.answer().label().nl(),
            a.answer().label().en(),
            a.answer().answer().toString(),
            a.answer().labels().toString(),
            a.revision(),
            a.revisedAt(),
            a.onBehalf()
        }));
    }

    private void findings(long sequence, List<PublishedFinding> findings) {
        sql.updateAll("""
                insert into published.finding (sequence, round, id, theme, theme_nl, theme_en, kind, position, parent, text_nl, text_en,
                                               indicators, municipalities, related_themes, evidence, withdrawn)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?)
                """, findings.stream().map(f -> new Object[] {
            sequence,
            f.round(),
            f.id(),
            f.theme(),
            f.themeLabel().nl(),
            f.themeLabel().en(),
            f.kind(),
            f.position(),
            f.parent(),
            f.text() == null ? null : f.text().nl(),
            f.text() == null ? null : f.text().en(),
            json.valueToTree(f.indicators()).toString(),
            json.valueToTree(f.municipalities()).toString(),
            json.valueToTree(f.relatedThemes()).toString(),
            f.evidence(),
            f.withdrawn()
        }));
    }

    private void groups(long sequence, List<PublishedGroup> groups) {
        sql.updateAll("""
                insert into published.municipality_group (sequence, round, id, name_nl, name_en, description_nl, description_en,
                                                          source, municipalities, withdrawn)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                """, groups.stream().map(g -> new Object[] {
            sequence,
            g.round(),
            g.id(),
            g.name() == null ? null : g.name().nl(),
            g.name() == null ? null : g.name().en(),
            g.description() == null ? null : g.description().nl(),
            g.description() == null ? null : g.description().en(),
            g.source(),
            json.valueToTree(g.municipalities()).toString(),
            g.withdrawn()
        }));
    }

    private void ballots(long sequence, List<PublishedBallot> ballots) {
        sql.updateAll(
                "insert into published.ballot (sequence, round, scale, rater, item, value) values (?, ?, ?, ?, ?, ?)",
                ballots.stream()
                        .map(b -> new Object[] {sequence, b.round(), b.scale(), b.rater(), b.item(), b.value()}));
    }

    private void ratings(long sequence, List<PublishedRating> ratings) {
        sql.updateAll("""
                insert into published.rating (sequence, round, scale, reading, municipality, total, chosen, raters, items,
                                              kind, points_min, points_max, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                """, ratings.stream().map(r -> new Object[] {
            sequence,
            r.round(),
            r.scale(),
            r.reading(),
            r.municipality(),
            r.total(),
            r.chosen(),
            r.raters(),
            r.items(),
            r.kind(),
            r.pointsMin(),
            r.pointsMax(),
            r.evidence()
        }));
    }
}
