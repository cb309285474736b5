package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;

/** Published rows by hand, for tests: municipalities, one or more rounds, answers and ratings, published when asked. */
public final class Reports {

    private static final DefinitionsCatalogue CATALOGUE = DefinitionsCatalogue.fromClasspath();

    private final int definitions;
    private long sequence;
    private Dataset dataset = Dataset.empty(CATALOGUE);

    /** Municipalities (code, name, code, name …) and a round with a week of 36 hours. */
    public Reports(String round, String... municipalities) {
        this(1, round, municipalities);
    }

    /** The same under a number of the definitions. */
    public Reports(int definitions, String round, String... municipalities) {
        this.definitions = definitions;
        open(round, municipalities);
    }

    /** Opens a round; names municipalities. */
    public Reports open(String round, String... municipalities) {
        long now = ++sequence;
        List<MunicipalityRow> named = new ArrayList<>();
        for (int i = 0; i < municipalities.length; i += 2) {
            named.add(new MunicipalityRow(now, municipalities[i], municipalities[i + 1], null, null, List.of()));
        }
        RoundRow row = new RoundRow(
                now, round, "Ronde " + round, "Round " + round, "standard", 2005, new BigDecimal("36"), "afspraak");
        dataset = dataset.with(List.of(published(now, "reference")), named, List.of(row), List.of(), List.of());
        return this;
    }

    /** Names municipalities again. */
    public Reports name(String code, String name) {
        long now = ++sequence;
        MunicipalityRow row = new MunicipalityRow(now, code, name, null, null, List.of());
        dataset = dataset.with(List.of(published(now, "reference")), List.of(row), List.of(), List.of(), List.of());
        return this;
    }

    /** Says that a municipality merged into these, and on which day it was no more; null when nobody says. */
    public Reports merge(String code, String name, LocalDate day, String... successors) {
        long now = ++sequence;
        MunicipalityRow row = new MunicipalityRow(now, code, name, null, day, List.of(successors));
        dataset = dataset.with(List.of(publication(now, "reference")), List.of(row), List.of(), List.of(), List.of());
        return this;
    }

    /** Publishes a round again with another full-time week. */
    public Reports week(String round, String hours) {
        long now = ++sequence;
        RoundRow row = new RoundRow(
                now, round, "Ronde " + round, "Round " + round, "standard", 2005, new BigDecimal(hours), "afspraak");
        dataset = dataset.with(List.of(publication(now, "reference")), List.of(), List.of(row), List.of(), List.of());
        return this;
    }

    /** Publishes answers as one publication. */
    public Reports publish(Answer... answers) {
        return publish(Arrays.asList(answers));
    }

    /** Publishes answers as one publication. */
    public Reports publish(List<Answer> answers) {
        long now = ++sequence;
        List<FigureRow> rows = answers.stream().map(answer -> answer.row(now)).toList();
        dataset = dataset.with(List.of(published(now, "responses")), List.of(), List.of(), rows, List.of());
        return this;
    }

    /** Publishes the rating session. */
    public Reports rate(List<RatingRow> ratings) {
        long now = ++sequence;
        List<RatingRow> rows = ratings.stream()
                .map(r -> new RatingRow(
                        now,
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
                        r.given()))
                .toList();
        dataset = dataset.with(List.of(published(now, "ratings")), List.of(), List.of(), List.of(), rows);
        return this;
    }

    /** What is published by now. */
    public Dataset dataset() {
        return dataset;
    }

    private PublicationRow published(long sequence, String kind) {
        return publication(sequence, kind, definitions);
    }

    /** A publication of definitions 1. */
    public static PublicationRow publication(long sequence, String kind) {
        return publication(sequence, kind, 1);
    }

    private static PublicationRow publication(long sequence, String kind, int definitions) {
        return new PublicationRow(
                sequence,
                new UUID(0, sequence),
                at(sequence),
                kind,
                definitions,
                null,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                0,
                0,
                0);
    }

    /** When {@link #publication} of this sequence was. */
    public static Instant at(long sequence) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
    }

    /** The totals of one reading of one scale of a strict ranking by as many raters as there are items. */
    public static List<RatingRow> totals(
            String round, String scale, int reading, boolean chosen, Map<String, Integer> totals) {
        int size = totals.size();
        List<RatingRow> rows = new ArrayList<>();
        totals.forEach((code, total) -> rows.add(new RatingRow(
                0,
                round,
                scale,
                reading,
                code,
                BigDecimal.valueOf(total),
                chosen,
                size,
                size,
                "ranking",
                BigDecimal.ONE,
                BigDecimal.valueOf(size))));
        return rows;
    }

    /** One answer in the making; immutable. */
    public record Answer(String round, String municipality, String measure, Map<String, Object> members) {

        /** A number, exact. */
        public static Answer number(String round, String municipality, String measure, String value, String unit) {
            return new Answer(round, municipality, measure, Map.of())
                    .with("value", new BigDecimal(value))
                    .with("unit", unit);
        }

        /** Money in EUR. */
        public static Answer money(
                String round, String municipality, String measure, String value, String basis, String period) {
            return new Answer(round, municipality, measure, Map.of())
                    .with("value", new BigDecimal(value))
                    .with("currency", "EUR")
                    .with("basis", basis)
                    .with("period", period);
        }

        /** A text or the code of a choice. */
        public static Answer text(String round, String municipality, String measure, String text) {
            return new Answer(round, municipality, measure, Map.of()).with("text", text);
        }

        /** Nothing, and why. */
        public static Answer missing(String round, String municipality, String measure, String code) {
            return new Answer(round, municipality, measure, Map.of()).with("missing", code);
        }

        /** The same with another member; null takes it out. */
        public Answer with(String member, Object value) {
            Map<String, Object> changed = new HashMap<>(members);
            changed.put(member, value);
            return new Answer(round, municipality, measure, changed);
        }

        /** The same with a contradicting statement. */
        public Answer contradicted(UnaryOperator<Answer> statement) {
            Answer other = statement.apply(new Answer(round, municipality, measure, Map.of()));
            List<StatementRow> statements = new ArrayList<>(statements());
            statements.add(other.statement("contradicts"));
            return with("statements", statements);
        }

        @SuppressWarnings("unchecked") // only contradicted() puts it there
        private List<StatementRow> statements() {
            return (List<StatementRow>) members.getOrDefault("statements", List.of());
        }

        /** As a statement with this relation. */
        public StatementRow statement(String relation) {
            return new StatementRow(
                    get("value"),
                    get("text"),
                    get("missing"),
                    get("unit"),
                    get("currency"),
                    get("basis"),
                    get("period"),
                    get("qualifier"),
                    get("low"),
                    get("high"),
                    get("asOf"),
                    get("definition"),
                    relation,
                    get("resolved"));
        }

        @SuppressWarnings("unchecked") // each member has one type, that of the row's column
        private <T> T get(String member) {
            return (T) members.get(member);
        }

        FigureRow row(long sequence) {
            boolean disputed = statements().stream().anyMatch(StatementRow::contradicts);
            String qualifier = get("qualifier");
            return new FigureRow(
                    sequence,
                    round,
                    municipality,
                    measure,
                    measure,
                    get("value"),
                    get("text"),
                    get("missing"),
                    get("unit"),
                    get("currency"),
                    get("basis"),
                    get("period"),
                    qualifier == null ? "exact" : qualifier,
                    get("low"),
                    get("high"),
                    get("asOf"),
                    get("definition"),
                    disputed,
                    members.get("corrected") != null,
                    statements(),
                    get("source"),
                    1,
                    at(sequence),
                    null);
        }
    }
}
