package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.MissingCode;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.Reported;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.dataset.StatementRow;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import nl.wijkvergelijk.comparison.definitions.Conversion;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Measure;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Operands;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.definitions.Reading;

/** One municipality's figures as formulas want them: intervals from qualifiers, units converted, contradicting statements beside the chosen one. */
record RowOperands(Definitions definitions, RoundFigures figures, String municipality, int row) implements Operands {

    RowOperands(Definitions definitions, RoundFigures figures, String municipality) {
        this(definitions, figures, municipality, figures.row(municipality));
    }

    @Override
    public Operand measure(String id) {
        Reported reported = figures.reported(id, row);
        if (reported.missing() != null) {
            return Operand.missing(id, reported.missing().code());
        }
        Measure measure = definitions.measures().get(id);
        if (!measure.numeric() || reported.value() == null) {
            String text =
                    reported.text() != null ? reported.text() : reported.value().toPlainString();
            return measure.numeric()
                    ? operand(id, reported, "text", null, List.of(), null)
                    : operand(id, reported, null, text, List.of(), null);
        }
        String unit = reported.traits().unit() == null
                ? measure.unit()
                : reported.traits().unit();
        Optional<Conversion> conversion = conversion(measure, unit);
        if (conversion.isEmpty() && !taken(measure, unit)) {
            return operand(id, reported, "unit", null, List.of(), null);
        }
        List<Reading> readings = List.of(reading(
                reported.value(),
                reported.qualifier(),
                reported.low(),
                reported.high(),
                conversion,
                reported.traits().currency(),
                reported.traits().basis(),
                reported.traits().period(),
                reported.traits().definition()));
        if (!reported.contradicting().isEmpty()) {
            readings = withContradicting(measure, reported, unit, readings.get(0));
        }
        return operand(id, reported, null, null, readings, conversion.orElse(null));
    }

    private Operand operand(
            String id, Reported reported, String lack, String text, List<Reading> readings, Conversion conversion) {
        return new Operand(
                id,
                null,
                lack,
                text,
                readings,
                definitions.measures().get(id).unit(),
                reported.traits().unit(),
                reported.qualifier(),
                reported.disputed(),
                reported.corrected(),
                reported.traits().asOf(),
                reported.traits().definition(),
                reported.traits().source(),
                conversion == null ? null : factor(conversion),
                conversion == null ? null : conversion.dividedBy().assumption());
    }

    private AppliedFactor factor(Conversion conversion) {
        return new AppliedFactor(
                conversion.dividedBy().id(),
                figures.round().fullTimeHours().doubleValue(),
                conversion.dividedBy().unit(),
                figures.round().fullTimeHoursSource(),
                null);
    }

    private Optional<Conversion> conversion(Measure measure, String unit) {
        return taken(measure, unit) ? Optional.empty() : definitions.conversion(unit, measure.unit());
    }

    private static boolean taken(Measure measure, String unit) {
        return measure.type() == Measure.Type.MONEY || measure.unit().equals(unit);
    }

    /** Contradictions without a number, or in a unit that cannot be converted, dispute the figure but cannot widen it. */
    private List<Reading> withContradicting(Measure measure, Reported reported, String unit, Reading chosen) {
        List<Reading> readings = new ArrayList<>();
        readings.add(chosen);
        for (StatementRow statement : reported.contradicting()) {
            String itsUnit = statement.unit() == null ? unit : statement.unit();
            Optional<Conversion> conversion = conversion(measure, itsUnit);
            if (statement.value() != null && (conversion.isPresent() || taken(measure, itsUnit))) {
                readings.add(reading(
                        statement.value(),
                        statement.qualifier() == null
                                ? Qualifier.EXACT
                                : Qualifier.of(statement.qualifier()).orElse(Qualifier.EXACT),
                        statement.low(),
                        statement.high(),
                        conversion,
                        or(statement.currency(), reported.traits().currency()),
                        or(statement.basis(), reported.traits().basis()),
                        or(statement.period(), reported.traits().period()),
                        or(statement.definition(), reported.traits().definition())));
            }
        }
        return readings;
    }

    private static String or(String its, String chosens) {
        return its == null ? chosens : its;
    }

    private Reading reading(
            BigDecimal printed,
            Qualifier qualifier,
            BigDecimal low,
            BigDecimal high,
            Optional<Conversion> conversion,
            String currency,
            String basis,
            String period,
            String definition) {
        double value = printed.doubleValue();
        Interval interval = qualifier == Qualifier.EXACT
                ? Interval.point(value)
                : definitions.widths().get(qualifier).of(printed, low, high);
        if (conversion.isPresent()) {
            double divisor = figures.round().fullTimeHours().doubleValue();
            value /= divisor;
            interval = interval.dividedBy(Interval.point(divisor));
        }
        return new Reading(value, interval, currency, basis, period, definition);
    }

    @Override
    public Operand total(String id) {
        Optional<RatingScale> scale = figures.scale(id);
        BigDecimal chosen =
                scale.map(s -> s.chosen().totals().get(municipality)).orElse(null);
        if (chosen == null) {
            return Operand.missing(id, MissingCode.NOT_ASKED.code());
        }
        List<Reading> readings = new ArrayList<>(2);
        readings.add(Reading.of(chosen.doubleValue(), Interval.point(chosen.doubleValue())));
        for (RatingScale.Reading reading : scale.get().readings()) {
            BigDecimal total = reading.totals().get(municipality);
            if (total != null && total.compareTo(chosen) != 0) {
                readings.add(Reading.of(total.doubleValue(), Interval.point(total.doubleValue())));
            }
        }
        return new Operand(
                id,
                null,
                null,
                null,
                readings,
                "points",
                "points",
                Qualifier.EXACT,
                readings.size() > 1,
                false,
                null,
                null,
                null,
                null,
                null);
    }
}
