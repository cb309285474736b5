package nl.wijkvergelijk.http;

import java.util.Arrays;
import java.util.Locale;

/** What a request counts as, each with a limit of its own. The contract says it of an operation ({@code x-rate-limit}); what it says nothing of is a read or a write. */
public enum RateClass {
    READS,
    WRITES,
    /** What is not in memory but in the database, in a service that answers from memory. */
    LOOKUPS,
    /** What costs much more than others: whole files in and out. */
    EXPENSIVE,
    IMPORTS,
    /** Names and passwords that do not belong together. */
    SIGN_INS;

    /** As headers, the contract and metrics name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As {@code /v1/config} names it. */
    String member() {
        return this == SIGN_INS ? "signIns" : code();
    }

    static RateClass of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class of limit: " + code));
    }
}
