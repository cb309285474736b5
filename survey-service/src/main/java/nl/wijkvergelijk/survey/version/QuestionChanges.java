package nl.wijkvergelijk.survey.version;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Question;

/** Finds what changed in one question that both versions ask. */
final class QuestionChanges {

    private final Question was;
    private final Question is;
    private final String section;

    QuestionChanges(Question was, Question is, String section) {
        this.was = was;
        this.is = is;
        this.section = section;
    }

    /** What bounds an answer; numbers without idle zeros, so that 0 and 0.0 are no change. */
    private record Limits(String min, String max, Integer maxLength) {

        static Limits of(Question question) {
            return new Limits(plain(question.min()), plain(question.max()), question.maxLength());
        }

        private static String plain(BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
    }

    void addTo(List<Change> changes) {
        compare(changes, ChangeCode.TYPE_CHANGED, was.type(), is.type(), "het soort antwoord", "the kind of answer");
        compare(
                changes,
                ChangeCode.LABEL_CHANGED,
                was.label(),
                is.label(),
                "de tekst van de vraag",
                "the question's text");
        compare(changes, ChangeCode.HELP_CHANGED, was.help(), is.help(), "de uitleg", "the help");
        compare(
                changes,
                ChangeCode.FORM_CHANGED,
                was.form(),
                is.form(),
                "het nummer op het formulier",
                "the number on the form");
        compare(
                changes,
                ChangeCode.REQUIRED_CHANGED,
                was.required(),
                is.required(),
                "of de vraag verplicht is",
                "whether it is required");
        compare(changes, ChangeCode.LIMITS_CHANGED, Limits.of(was), Limits.of(is), "de grenzen", "the limits");
        units(changes);
        compare(changes, ChangeCode.OPTIONS_CHANGED, was.options(), is.options(), "de mogelijkheden", "the options");
        compare(
                changes,
                ChangeCode.DEFINITIONS_CHANGED,
                was.definitions(),
                is.definitions(),
                "wat er meegeteld kan zijn",
                "what may be counted");
        compare(changes, ChangeCode.COLUMNS_CHANGED, was.columns(), is.columns(), "de kolommen", "the columns");
        compare(
                changes,
                ChangeCode.BASES_CHANGED,
                was.bases(),
                is.bases(),
                "per wat een bedrag kan zijn",
                "what an amount may be per");
        compare(
                changes,
                ChangeCode.PERIODS_CHANGED,
                was.periods(),
                is.periods(),
                "de perioden van een bedrag",
                "the periods of an amount");
        compare(
                changes,
                ChangeCode.CURRENCIES_CHANGED,
                was.currencies(),
                is.currencies(),
                "de munten",
                "the currencies");
        measures(changes);
    }

    private void compare(List<Change> changes, ChangeCode code, Object before, Object after, String nl, String en) {
        if (!Objects.equals(before, after)) {
            Text sentence =
                    new Text("%s: %s is gewijzigd.".formatted(is.id(), nl), "%s: %s changed.".formatted(is.id(), en));
            changes.add(new Change(code, section, is.id(), null, before, after, sentence));
        }
    }

    private void units(List<Change> changes) {
        for (String unit : is.units()) {
            if (!was.units().contains(unit)) {
                add(changes, ChangeCode.UNIT_ADDED, null, unit, "kan nu ook in %s.", "may be in %s now.");
            }
        }
        for (String unit : was.units()) {
            if (!is.units().contains(unit)) {
                add(changes, ChangeCode.UNIT_REMOVED, unit, null, "kan niet meer in %s.", "may not be in %s any more.");
            }
        }
    }

    private void measures(List<Change> changes) {
        for (String measure : is.fedMeasures()) {
            if (!was.fedMeasures().contains(measure)) {
                add(
                        changes,
                        ChangeCode.MEASURE_ADDED,
                        null,
                        measure,
                        "voedt nu de maat %s.",
                        "feeds the measure %s now.");
            }
        }
        for (String measure : was.fedMeasures()) {
            if (!is.fedMeasures().contains(measure)) {
                add(
                        changes,
                        ChangeCode.MEASURE_REMOVED,
                        measure,
                        null,
                        "voedt de maat %s niet meer.",
                        "does not feed the measure %s any more.");
            }
        }
    }

    private void add(List<Change> changes, ChangeCode code, String before, String after, String nl, String en) {
        String named = before == null ? after : before;
        Text sentence = new Text(is.id() + " " + nl.formatted(named), is.id() + " " + en.formatted(named));
        changes.add(new Change(code, section, is.id(), null, before, after, sentence));
    }
}
