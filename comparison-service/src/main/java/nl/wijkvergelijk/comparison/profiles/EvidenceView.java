package nl.wijkvergelijk.comparison.profiles;

import nl.wijkvergelijk.comparison.published.FiledEvidence;

/** A piece of evidence on file; exactly one of the two, the other absent. */
record EvidenceView(Document document, Interview interview) {

    /** @param internal whether it has no title, publisher and address because the public may not read them */
    record Document(String title, String kind, String date, String publisher, String url, boolean internal) {}

    /** @param reason why the procedure was deviated from */
    record Interview(String group, String date, String form, Integer people, String outcome, String reason) {}

    static EvidenceView of(FiledEvidence filed) {
        return filed.type().equals("interview")
                ? new EvidenceView(
                        null,
                        new Interview(
                                filed.group(),
                                filed.date(),
                                filed.form(),
                                filed.people(),
                                filed.outcome(),
                                filed.reason()))
                : new EvidenceView(
                        new Document(
                                filed.title(),
                                filed.kind(),
                                filed.date(),
                                filed.publisher(),
                                filed.url(),
                                filed.internal()),
                        null);
    }
}
