package nl.wijkvergelijk.comparison.dataset;

/** What stands with a figure in words. Few differ within a round, so equal ones are held once. */
public record Traits(
        String unit, String currency, String basis, String period, String definition, String asOf, String source) {

    static final Traits NONE = new Traits(null, null, null, null, null, null, null);

    static Traits of(FigureRow row) {
        return new Traits(
                row.unit(), row.currency(), row.basis(), row.period(), row.definition(), row.asOf(), row.source());
    }
}
