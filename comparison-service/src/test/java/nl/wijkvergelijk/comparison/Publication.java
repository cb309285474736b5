package nl.wijkvergelijk.comparison;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One publication to be: its kind and its rows. */
public final class Publication {

    private record Row(String sql, Object[] values) {}

    private final String kind;
    private final String round;
    private final List<Row> figures = new ArrayList<>();
    private final List<Row> ratings = new ArrayList<>();
    private final List<Row> ballots = new ArrayList<>();
    private final List<Row> municipalities = new ArrayList<>();
    private final List<Row> rounds = new ArrayList<>();
    private final List<Row> answers = new ArrayList<>();
    private final List<Row> findings = new ArrayList<>();
    private final List<Row> descriptions = new ArrayList<>();
    private final List<Row> evidence = new ArrayList<>();
    private final List<Row> groups = new ArrayList<>();
    private int number = 1;
    private Long corrects;
    private String reason;
    private int promisedMore;
    private int promisedMoreFindings;
    private int promisedBallots;
    private int promisedDescriptions;
    private int promisedEvidence;
    private int promisedGroups;

    private Publication(String kind, String round) {
        this.kind = kind;
        this.round = round;
    }

    public static Publication definitions() {
        return new Publication("definitions", null);
    }

    public static Publication reference() {
        return new Publication("reference", null);
    }

    /** Of a round. */
    public static Publication reference(String round) {
        return new Publication("reference", round);
    }

    public static Publication responses(String round) {
        return new Publication("responses", round);
    }

    public static Publication ratings(String round) {
        return new Publication("ratings", round);
    }

    public static Publication findings(String round) {
        return new Publication("findings", round);
    }

    public static Publication withdrawal(String round) {
        return new Publication("withdrawal", round);
    }

    public static Publication redaction(String round) {
        return new Publication("redaction", round);
    }

    /** With another number of the definitions than 1. */
    public Publication under(int definitions) {
        number = definitions;
        return this;
    }

    int number() {
        return number;
    }

    public Publication municipality(String code, String name) {
        municipalities.add(new Row(
                "insert into published.municipality (sequence, code, name, successors) values (?, ?, ?, '[]')",
                new Object[] {code, name}));
        return this;
    }

    /** A municipality that merged into another, and the first day on which it no longer existed. */
    public Publication merged(String code, String name, String day, String successor) {
        municipalities.add(new Row("""
                insert into published.municipality (sequence, code, name, valid_to, successors) values (?, ?, ?, ?::date, jsonb_build_array(?::text))
                """, new Object[] {code, name, day, successor}));
        return this;
    }

    public Publication round(String id) {
        rounds.add(new Row("""
                insert into published.round (sequence, id, title_nl, title_en, questionnaire, questionnaire_version, full_time_hours, full_time_hours_source)
                values (?, ?, ?, ?, 'standard', 2005, 36, 'collective agreement')
                """, new Object[] {id, "Ronde " + id, "Round " + id}));
        return this;
    }

    /** A number with unit, qualifier and as-of; null for what the source has not. */
    public Publication number(
            String municipality, String measure, String value, String unit, String qualifier, String asOf) {
        return figure(municipality, measure, new BigDecimal(value), null, null, unit, qualifier, asOf, "[]");
    }

    public Publication text(String municipality, String measure, String text) {
        return figure(municipality, measure, null, text, null, null, "exact", null, "[]");
    }

    /** A text that answers a question of another name than its measure. */
    public Publication textOf(String municipality, String measure, String question, String text) {
        text(municipality, measure, text);
        figures.get(figures.size() - 1).values()[3] = question;
        return this;
    }

    public Publication missing(String municipality, String measure, String code) {
        return figure(municipality, measure, null, null, code, null, "exact", null, "[]");
    }

    /** An exact number with everything else that sources say about it. */
    public Publication disputed(String municipality, String measure, String value, String unit, String statements) {
        return figure(municipality, measure, new BigDecimal(value), null, null, unit, "exact", "2005", statements);
    }

    private Publication figure(
            String municipality,
            String measure,
            BigDecimal value,
            String text,
            String missing,
            String unit,
            String qualifier,
            String asOf,
            String statements) {
        figures.add(new Row("""
                insert into published.figure (sequence, round, municipality, measure, question, value, text, missing, unit, qualifier, as_of, disputed,
                                              clarification, statements, evidence, rule_notes, revision, revised_at, on_behalf)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Nagevraagd.', ?::jsonb,
                        '[{"document": {"title": "Wijkgericht werken vergeleken", "publisher": "LPB", "date": "2005"}, "section": "3.4"}]',
                        '[{"rule": "ward-size-order", "severity": "note", "text": {"nl": "Let op.", "en": "Mind this."}}]',
                        3, timestamptz '2006-01-01T12:00:00Z', 'entered from the report')
                """, new Object[] {
            round,
            municipality,
            measure,
            measure,
            value,
            text,
            missing,
            unit,
            qualifier,
            asOf,
            statements.contains("contradicts"),
            statements
        }));
        return this;
    }

    /** A chosen total of a ranking by two raters. */
    public Publication rating(String scale, String municipality, int total) {
        ratings.add(new Row("""
                insert into published.rating (sequence, round, scale, reading, municipality, total, chosen, raters, items, kind, points_min, points_max, evidence)
                values (?, ?, ?, 1, ?, ?, true, 2, 2, 'ranking', 1, 2, '[]')
                """, new Object[] {round, scale, municipality, total}));
        return this;
    }

    /** One reading of totals of a ranking in which as many rate as are rated, by municipality in the order given. */
    public Publication ratings(String scale, int reading, boolean chosen, List<String> municipalities, int... totals) {
        for (int i = 0; i < totals.length; i++) {
            ratings.add(new Row("""
                insert into published.rating (sequence, round, scale, reading, municipality, total, chosen, raters, items, kind, points_min, points_max, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ranking', 1, ?, '[]')
                """, new Object[] {
                round,
                scale,
                reading,
                municipalities.get(i),
                totals[i],
                chosen,
                totals.length,
                totals.length,
                totals.length
            }));
        }
        return this;
    }

    /** An answer for reading, in the section "context"; as it stands in the seam. */
    public Publication answer(String municipality, String question, String answer, String labels) {
        answers.add(new Row("""
                insert into published.answer (sequence, round, municipality, section, section_nl, section_en, question, position, type, label_nl, label_en,
                                              answer, labels, revision, revised_at, on_behalf)
                values (?, ?, ?, 'context', 'Omgeving', 'Context', ?, ?, 'integer', ?, ?, ?::jsonb, ?::jsonb, 3, timestamptz '2006-01-01T12:00:00Z',
                        'entered from the report')
                """, new Object[] {
            round,
            municipality,
            question,
            answers.size() + 1,
            "Vraag " + question,
            "Question " + question,
            answer,
            labels
        }));
        return this;
    }

    /** A finding about these, as JSON arrays; parent may be null. */
    public Publication finding(
            String id, String theme, String kind, String parent, String indicators, String municipalities) {
        return finding(id, theme, kind, parent, indicators, municipalities, "Text of " + id);
    }

    /** The same saying this. */
    public Publication finding(
            String id,
            String theme,
            String kind,
            String parent,
            String indicators,
            String municipalities,
            String text) {
        findings.add(new Row("""
                insert into published.finding (sequence, round, id, theme, theme_nl, theme_en, kind, position, parent, text_nl, text_en, indicators,
                                               municipalities, related_themes, evidence, withdrawn)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, '[]',
                        '[{"document": {"title": "Wijkgericht werken vergeleken", "date": "2005"}, "section": "4.7"}]', false)
                """, new Object[] {
            round,
            id,
            theme,
            "Thema " + theme,
            "Theme " + theme,
            kind,
            findings.size() + 1,
            parent,
            "Tekst van " + id,
            text,
            indicators,
            municipalities
        }));
        return this;
    }

    /** A finding taken back. */
    public Publication withdrawnFinding(String id, String theme) {
        findings.add(new Row("""
                insert into published.finding (sequence, round, id, theme, theme_nl, theme_en, kind, position, indicators, municipalities, related_themes,
                                               evidence, withdrawn)
                values (?, ?, ?, ?, 'Thema', 'Theme', 'observation', 1, '[]', '[]', '[]', '[]', true)
                """, new Object[] {round, id, theme}));
        return this;
    }

    /** Says that it has one finding more than it has. */
    public Publication promisingOneFindingMore() {
        promisedMoreFindings = 1;
        return this;
    }

    /** What a rater gave a municipality. */
    public Publication ballot(String scale, String rater, String item, int value) {
        ballots.add(new Row(
                "insert into published.ballot (sequence, round, scale, rater, item, value) values (?, ?, ?, ?, ?, ?)",
                new Object[] {round, scale, rater, item, value}));
        return this;
    }

    /** A description in the section "context", version 2 in Dutch, with what the municipality said of it; note and why may be null. */
    public Publication description(String municipality, String text, String agreement, String note, String why) {
        descriptions.add(new Row("""
                insert into published.description (sequence, round, municipality, version, language, written_at, sections, agreement, note, why, answered_at,
                                                   withdrawn)
                values (?, ?, ?, 2, 'nl', timestamptz '2006-01-01T10:00:00Z',
                        jsonb_build_array(jsonb_build_object('id', 'context', 'title', '{"nl": "Omgeving", "en": "Context"}'::jsonb, 'text', ?::text,
                                                             'html', '<p>' || ?::text || '</p>')),
                        ?, ?, ?, timestamptz '2006-01-01T11:00:00Z', false)
                """, new Object[] {round, municipality, text, text, agreement, note, why}));
        return this;
    }

    /** That there is no description, and why the municipality was not asked. */
    public Publication notAsked(String municipality, String why) {
        descriptions.add(new Row("""
                insert into published.description (sequence, round, municipality, sections, agreement, why, withdrawn)
                values (?, ?, ?, '[]', 'not-asked', ?, false)
                """, new Object[] {round, municipality, why}));
        return this;
    }

    /** A description taken back. */
    public Publication withdrawnDescription(String municipality) {
        descriptions.add(new Row("""
                insert into published.description (sequence, round, municipality, sections, withdrawn) values (?, ?, ?, '[]', true)
                """, new Object[] {round, municipality}));
        return this;
    }

    /** A public document, an internal document and an interview that was not held. */
    public Publication evidence(String municipality) {
        int next = evidence.size();
        evidence.add(new Row("""
                insert into published.evidence (sequence, round, municipality, position, type, title, kind, date, publisher, url, internal)
                values (?, ?, ?, ?, 'document', 'Wijken in cijfers', 'statistics', '2005', 'Leusden', 'https://example.org/w', false)
                """, new Object[] {round, municipality, next + 1}));
        evidence.add(new Row("""
                insert into published.evidence (sequence, round, municipality, position, type, kind, date, internal)
                values (?, ?, ?, ?, 'document', 'policy-note', '2005-03', true)
                """, new Object[] {round, municipality, next + 2}));
        evidence.add(new Row("""
                insert into published.evidence (sequence, round, municipality, position, type, internal, interview_group, form, people, outcome, reason)
                values (?, ?, ?, ?, 'interview', false, 'partners', 'group', 13, 'skipped', 'Only ad hoc cooperation.')
                """, new Object[] {round, municipality, next + 3}));
        return this;
    }

    /** A named group of these, as a JSON array. */
    public Publication group(String id, String municipalities) {
        groups.add(new Row("""
                insert into published.municipality_group (sequence, round, id, name_nl, name_en, description_nl, description_en, source, municipalities, withdrawn)
                values (?, ?, ?, ?, ?, 'Wat zij delen.', 'What they share.', 'Map of 2005', ?::jsonb, false)
                """, new Object[] {round, id, "Groep " + id, "Group " + id, municipalities}));
        return this;
    }

    /** A group taken back. */
    public Publication withdrawnGroup(String id) {
        groups.add(new Row("""
                insert into published.municipality_group (sequence, round, id, municipalities, withdrawn) values (?, ?, ?, '[]', true)
                """, new Object[] {round, id}));
        return this;
    }

    /** Says that it has one group more than it has. */
    public Publication promisingOneGroupMore() {
        promisedGroups = 1;
        return this;
    }

    /** Says that it has one description more than it has. */
    public Publication promisingOneDescriptionMore() {
        promisedDescriptions = 1;
        return this;
    }

    /** Says that it has one piece of evidence more than it has. */
    public Publication promisingOnePieceOfEvidenceMore() {
        promisedEvidence = 1;
        return this;
    }

    /** Counts of kinds of rows that came later, by column; none where there are none, so that an older schema can be filled too. */
    Map<String, Integer> laterCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("ballots", ballots.size() + promisedBallots);
        counts.put("descriptions", descriptions.size() + promisedDescriptions);
        counts.put("evidence", evidence.size() + promisedEvidence);
        counts.put("groups", groups.size() + promisedGroups);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    String laterColumns() {
        return laterCounts().keySet().stream().map(column -> ", " + column).collect(Collectors.joining());
    }

    /** Says that it has one ballot more than it has. */
    public Publication promisingOneBallotMore() {
        promisedBallots = 1;
        return this;
    }

    public Publication correcting(long sequence, String why) {
        corrects = sequence;
        reason = why;
        return this;
    }

    /** Says that it has one figure more than it has. */
    public Publication promisingOneFigureMore() {
        promisedMore = 1;
        return this;
    }

    void fill(PreparedStatement insert, long sequence, UUID id) throws SQLException {
        insert.setLong(1, sequence);
        insert.setObject(2, id);
        insert.setLong(3, sequence);
        insert.setString(4, kind);
        insert.setString(5, round);
        insert.setInt(6, figures.size() + promisedMore);
        insert.setInt(7, ratings.size());
        insert.setInt(8, municipalities.size());
        insert.setInt(9, rounds.size());
        if (corrects == null) {
            insert.setNull(10, Types.BIGINT);
        } else {
            insert.setLong(10, corrects);
        }
        insert.setString(11, reason);
        insert.setInt(12, answers.size());
        insert.setInt(13, findings.size() + promisedMoreFindings);
        int at = 14;
        for (int count : laterCounts().values()) {
            insert.setInt(at++, count);
        }
    }

    void insertRows(Connection connection, long sequence) throws SQLException {
        for (List<Row> rows : List.of(
                figures, ratings, ballots, municipalities, rounds, answers, findings, descriptions, evidence, groups)) {
            for (Row row : rows) {
                try (PreparedStatement insert = connection.prepareStatement(row.sql())) {
                    insert.setLong(1, sequence);
                    for (int i = 0; i < row.values().length; i++) {
                        insert.setObject(i + 2, row.values()[i]);
                    }
                    insert.executeUpdate();
                }
            }
        }
    }
}
