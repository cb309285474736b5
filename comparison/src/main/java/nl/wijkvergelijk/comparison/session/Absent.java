package nl.wijkvergelijk.comparison.session;

import java.util.List;

/** A part that is not there, and why; of these municipalities, or of the whole scale when there are none. */
public record Absent(Part part, Remark why, List<String> municipalities) {

    /** What can be absent. */
    public enum Part {
        GIVEN("given"),
        SELF("self"),
        EXCLUDING_SELF("excludingSelf"),
        AGREEMENT("agreement"),
        AGREEMENT_EXCLUDING_SELF("agreementExcludingSelf"),
        RATER_PAIRS("raterPairs");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        /** As the member is called. */
        public String code() {
            return code;
        }
    }

    Absent(Part part, Remark why) {
        this(part, why, List.of());
    }
}
