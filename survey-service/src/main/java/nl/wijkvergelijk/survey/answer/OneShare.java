package nl.wijkvergelijk.survey.answer;

import java.util.List;
import java.util.Optional;

/**
 * What a distribution says about one of its categories, as if that alone had been asked. A share that is not given is not stated, never zero. The rest of the
 * answer (date, note, evidence, correction) holds for each share; what another place says about this category goes along, and contradicts only where it differs.
 */
final class OneShare {
    private static final String UNIT = "percent";

    private OneShare() {}

    /** The answer about one category. */
    static Answer of(Answer whole, String category) {
        Statement chosen = chosen(whole.chosen(), category);
        List<RelatedStatement> statements = whole.statements().stream()
                .flatMap(related -> related(related, category, chosen).stream())
                .toList();
        String correction = chosen.value() == null ? null : whole.correction();
        return new Answer(chosen, correction, whole.comment(), statements);
    }

    private static Statement chosen(Statement whole, String category) {
        return given(whole, category).orElseGet(() -> missing(whole));
    }

    private static Optional<RelatedStatement> related(RelatedStatement related, String category, Statement chosen) {
        Statement whole = related.statement();
        Optional<Statement> share = whole.value() == null ? Optional.of(whole) : given(whole, category);
        return share.map(said -> contradictsNothing(related, said, chosen)
                ? new RelatedStatement(said, Relation.SAME, null)
                : new RelatedStatement(said, related.relation(), related.resolved()));
    }

    private static boolean contradictsNothing(RelatedStatement related, Statement said, Statement chosen) {
        return related.relation() == Relation.CONTRADICTS
                && said.number()
                        .flatMap(other -> chosen.number().filter(number -> number.compareTo(other) == 0))
                        .isPresent();
    }

    private static Optional<Statement> given(Statement whole, String category) {
        Share share = whole.value() instanceof Value.Shares all ? all.shares().get(category) : null;
        return Optional.ofNullable(share)
                .map(known -> new Statement(
                        new Value.Number(known.percent()),
                        null,
                        UNIT,
                        known.exactness().qualifier(),
                        known.exactness().low(),
                        known.exactness().high(),
                        whole.asOf(),
                        whole.definition(),
                        whole.basis(),
                        whole.period(),
                        whole.currency(),
                        known.asPrinted() == null ? whole.asPrinted() : known.asPrinted(),
                        whole.note(),
                        whole.evidence()));
    }

    private static Statement missing(Statement whole) {
        return new Statement(
                null,
                whole.missing() == null ? MissingCode.NOT_STATED : whole.missing(),
                null,
                null,
                null,
                null,
                whole.asOf(),
                null,
                null,
                null,
                null,
                whole.missing() == null ? null : whole.asPrinted(),
                whole.note(),
                whole.evidence());
    }
}
