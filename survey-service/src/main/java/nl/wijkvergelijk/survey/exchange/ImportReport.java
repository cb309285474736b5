package nl.wijkvergelijk.survey.exchange;

import java.util.ArrayList;
import java.util.List;

/** What came of an import, response by response. Only the first errors are listed, so that it stays small; the others are counted. */
record ImportReport(
        boolean dryRun,
        long created,
        long changed,
        long unchanged,
        long refused,
        int errorsLeftOut,
        List<ImportedLine> responses) {

    private static final int MOST_ERRORS = 1000;
    private static final int LONGEST_POINTER = 500;

    /** Gathers a report. */
    static final class Builder {
        private final List<ImportedLine> responses = new ArrayList<>();
        private int listed;
        private int leftOut;

        void add(ImportedLine line) {
            int most = Math.min(line.errors().size(), MOST_ERRORS - listed);
            listed += most;
            leftOut += line.errors().size() - most;
            responses.add(new ImportedLine(
                    line.line(),
                    line.municipality(),
                    line.outcome(),
                    line.revision(),
                    line.answersChanged(),
                    line.evidenceAdded(),
                    line.errors().subList(0, most).stream()
                            .map(Builder::bounded)
                            .toList()));
        }

        /** A member may be named anything, at any length. */
        private static ImportError bounded(ImportError error) {
            String pointer = error.pointer();
            return pointer.length() <= LONGEST_POINTER
                    ? error
                    : new ImportError(
                            error.line(),
                            pointer.substring(0, LONGEST_POINTER),
                            error.column(),
                            error.code(),
                            error.detail());
        }

        ImportReport build(boolean dryRun) {
            return new ImportReport(
                    dryRun,
                    count(Outcome.CREATED),
                    count(Outcome.CHANGED),
                    count(Outcome.UNCHANGED),
                    count(Outcome.REFUSED),
                    leftOut,
                    responses);
        }

        private long count(Outcome outcome) {
            return responses.stream().filter(line -> line.outcome() == outcome).count();
        }
    }
}
