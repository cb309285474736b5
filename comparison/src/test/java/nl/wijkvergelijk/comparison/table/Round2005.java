package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RatingRow;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;

/** What the 2005 report says of its six municipalities, as published rows; numbers and sections are the report's. */
public final class Round2005 {

    public static final String ROUND = "2005";
    public static final String AMERSFOORT = "GM0307";
    public static final String APELDOORN = "GM0200";
    public static final String DELFT = "GM0503";
    public static final String LEUSDEN = "GM0327";
    public static final String ZAANSTAD = "GM0479";
    public static final String ZOETERMEER = "GM0637";
    static final List<String> ALL = List.of(AMERSFOORT, APELDOORN, DELFT, LEUSDEN, ZAANSTAD, ZOETERMEER);

    private Round2005() {}

    /** The six municipalities, named, and nothing published of them. */
    public static Reports opened() {
        return opened(1);
    }

    /** The same under definitions of another number. */
    public static Reports opened(int definitions) {
        return new Reports(
                definitions,
                ROUND,
                AMERSFOORT,
                "Amersfoort",
                APELDOORN,
                "Apeldoorn",
                DELFT,
                "Delft",
                LEUSDEN,
                "Leusden",
                ZAANSTAD,
                "Zaanstad",
                ZOETERMEER,
                "Zoetermeer");
    }

    /** All of it. */
    public static Dataset dataset() {
        return opened().publish(answers()).rate(ratings()).dataset();
    }

    public static List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        residents(answers);
        wards(answers);
        staff(answers);
        budgets(answers);
        return answers;
    }

    private static void residents(List<Answer> answers) {
        answers.add(number(AMERSFOORT, "residents", "135000", "residents").with("qualifier", "approximate"));
        answers.add(number(APELDOORN, "residents", "155000", "residents"));
        answers.add(number(DELFT, "residents", "95000", "residents").with("qualifier", "at-least"));
        answers.add(number(LEUSDEN, "residents", "29000", "residents").with("qualifier", "approximate"));
        answers.add(number(ZAANSTAD, "residents", "140000", "residents").with("qualifier", "approximate"));
        answers.add(number(ZOETERMEER, "residents", "115000", "residents")
                .with("qualifier", "at-least")
                .with("asOf", "2005-01-01"));
        answers.add(number(LEUSDEN, "dwellings", "11000", "dwellings")
                .with("qualifier", "at-least")
                .with("source", "Wijkgericht werken vergeleken (2005), 2.4"));
        answers.add(Answer.missing(ROUND, LEUSDEN, "households", "not-stated"));
    }

    private static void wards(List<Answer> answers) {
        List<String> counts = List.of("13", "6", "7", "10", "18", "6");
        for (int i = 0; i < ALL.size(); i++) {
            answers.add(number(ALL.get(i), "ward-count", counts.get(i), "wards"));
            answers.add(Answer.text(ROUND, ALL.get(i), "ward-level", ALL.get(i).equals(APELDOORN) ? "area" : "ward"));
            answers.add(Answer.text(ROUND, ALL.get(i), "ward-purpose", "own-unit"));
        }
        answers.add(number(AMERSFOORT, "ward-size-mean", "10000", "residents").with("qualifier", "approximate"));
        answers.add(number(APELDOORN, "ward-size-mean", "25000", "residents"));
        answers.add(number(DELFT, "ward-size-mean", "12000", "residents")
                .contradicted(s -> s.with("value", new BigDecimal("12000"))
                        .with("qualifier", "range")
                        .with("low", new BigDecimal("9000"))
                        .with("high", new BigDecimal("15000"))));
        answers.add(number(LEUSDEN, "ward-size-mean", "2900", "residents").with("qualifier", "at-most"));
        answers.add(number(ZAANSTAD, "ward-size-mean", "7767", "residents"));
        answers.add(number(ZOETERMEER, "ward-size-mean", "20000", "residents"));
        answers.add(number(APELDOORN, "ward-size-min", "19000", "residents"));
        answers.add(number(APELDOORN, "ward-size-max", "33000", "residents"));
        answers.add(number(ZAANSTAD, "ward-size-min", "3136", "residents"));
        answers.add(number(ZAANSTAD, "ward-size-max", "13446", "residents"));
        answers.add(number(ZOETERMEER, "ward-size-min", "6300", "residents").with("corrected", true));
        answers.add(number(ZOETERMEER, "ward-size-max", "27000", "residents").with("qualifier", "approximate"));
        answers.add(Answer.missing(ROUND, LEUSDEN, "ward-size-min", "not-stated"));
        answers.add(Answer.missing(ROUND, LEUSDEN, "ward-size-max", "not-stated"));
    }

    private static void staff(List<Answer> answers) {
        answers.add(number(AMERSFOORT, "fte-total", "9.5", "fte").with("definition", "whole-unit"));
        answers.add(number(APELDOORN, "fte-total", "10", "fte").with("definition", "whole-unit"));
        answers.add(number(DELFT, "fte-total", "8.51", "fte").with("definition", "whole-unit"));
        answers.add(number(LEUSDEN, "fte-total", "56", "hours-per-week")
                .with("definition", "coordinators-only")
                .contradicted(s -> s.with("value", new BigDecimal("2")).with("unit", "fte"))
                .contradicted(s -> s.with("value", new BigDecimal("77.6")).with("definition", "including-support")));
        answers.add(number(ZAANSTAD, "fte-total", "22", "fte")
                .with("qualifier", "approximate")
                .with("definition", "whole-unit"));
        answers.add(number(ZOETERMEER, "fte-total", "8", "fte").with("definition", "including-support"));
    }

    private static void budgets(List<Answer> answers) {
        answers.add(perResident(AMERSFOORT, "2.50").with("qualifier", "approximate"));
        answers.add(perResident(APELDOORN, "1.50"));
        answers.add(perResident(DELFT, "9.30").with("asOf", "2004"));
        answers.add(Answer.money(ROUND, LEUSDEN, "ward-budget", "2", "household", "year"));
        answers.add(perResident(ZAANSTAD, "5").with("qualifier", "approximate"));
        answers.add(perResident(ZOETERMEER, "1").with("qualifier", "approximate"));
        List<String> purposes = List.of(
                "residents-initiatives",
                "activities",
                "programme",
                "own-running",
                "social-cohesion",
                "residents-initiatives");
        for (int i = 0; i < ALL.size(); i++) {
            answers.add(Answer.text(ROUND, ALL.get(i), "ward-budget-purpose", purposes.get(i)));
            answers.add(Answer.text(ROUND, ALL.get(i), "approach-name", "wijkaanpak"));
            answers.add(Answer.text(ROUND, ALL.get(i), "office-kind", "none"));
        }
    }

    public static List<RatingRow> ratings() {
        List<RatingRow> rows = new ArrayList<>();
        rows.addAll(Reports.totals(ROUND, "formality", 1, true, totals(24, 25, 18, 7, 33, 19)));
        rows.addAll(Reports.totals(ROUND, "influence", 1, true, totals(24, 27, 27, 10, 23, 15)));
        rows.addAll(Reports.totals(ROUND, "depth", 1, true, totals(20, 18, 30, 28, 14, 16)));
        rows.addAll(Reports.totals(ROUND, "depth", 2, false, totals(20, 18, 30, 28, 16, 14)));
        return rows;
    }

    private static Map<String, Integer> totals(int... totals) {
        Map<String, Integer> byCode = new TreeMap<>();
        for (int i = 0; i < totals.length; i++) {
            byCode.put(ALL.get(i), totals[i]);
        }
        return byCode;
    }

    private static Answer number(String municipality, String measure, String value, String unit) {
        return Answer.number(ROUND, municipality, measure, value, unit);
    }

    private static Answer perResident(String municipality, String value) {
        return Answer.money(ROUND, municipality, "ward-budget", value, "resident", null);
    }
}
