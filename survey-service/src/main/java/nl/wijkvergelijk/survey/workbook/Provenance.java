package nl.wijkvergelijk.survey.workbook;

/**
 * What a workbook is about and was made from.
 *
 * @param revision of the answers it was filled with, 0 when there were none; with {@code -} and how often something was taken out of them, where it was
 * @param language {@code nl} or {@code en}
 */
record Provenance(
        String municipality, String round, String questionnaire, String version, String revision, String language) {}
