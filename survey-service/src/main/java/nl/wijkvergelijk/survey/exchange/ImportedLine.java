package nl.wijkvergelijk.survey.exchange;

import java.util.List;

/**
 * What came of one response of an import.
 *
 * @param municipality null when it could not be read
 * @param revision the present one, in a dry run the one it would be; null when refused
 */
record ImportedLine(
        int line,
        String municipality,
        Outcome outcome,
        Integer revision,
        int answersChanged,
        int evidenceAdded,
        List<ImportError> errors) {

    static ImportedLine refused(ImportedResponse response, List<ImportError> errors) {
        return new ImportedLine(response.line(), response.municipality(), Outcome.REFUSED, null, 0, 0, errors);
    }
}
