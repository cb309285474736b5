package nl.wijkvergelijk.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Entity tags and the preconditions on them (RFC 9110, sections 8.8.3 and 13). */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    /** The {@code *+} takes one tag after the other; a plain {@code *} remembers each, and a header full of them would exhaust the stack. */
    private static final Pattern LIST = Pattern.compile("\\s*" + TAG + "(\\s*,\\s*" + TAG + ")*+\\s*");

    private ETags() {}

    /** A strong tag for a small opaque value such as a revision number; quotes included. */
    public static String strong(Object value) {
        return '"' + String.valueOf(value) + '"';
    }

    /** A strong tag for the bytes of a representation. */
    public static String ofBytes(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return ofDigested(digest);
    }

    /** To be fed with the bytes of a representation one after another. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A strong tag for the bytes that this was fed with. */
    public static String ofDigested(MessageDigest digest) {
        return strong(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    /**
     * Lets a change through only when the caller has seen the current state: absent is 428, malformed 400, another or a weak tag 412.
     * {@code *} means "whatever is there" (RFC 9110, section 13.1.1).
     */
    public static void requireMatch(String ifMatch, String current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Edge.plain(HttpProblem.PRECONDITION_REQUIRED);
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        if (!tags(ifMatch, "If-Match").contains(current)) {
            throw stale(current);
        }
    }

    /**
     * The same where there may be nothing yet: nothing needs no tag, and what is sent with one is stale unless the tag says that nothing is there; {@code *} never
     * does (RFC 9110, section 13.1.1).
     *
     * @param current the tag of what is there, or of nothing
     */
    public static void requireMatchUnlessNew(String ifMatch, boolean isNew, String current) {
        if (!isNew || ifMatch != null) {
            requireMatch(ifMatch, current);
        }
        if (isNew && ifMatch != null && ifMatch.strip().equals("*")) {
            throw Edge.plain(HttpProblem.PRECONDITION_FAILED);
        }
    }

    /** The 412 that says which tag is current. */
    public static ProblemException stale(String current) {
        return Edge.plain(HttpProblem.PRECONDITION_FAILED).header("ETag", current);
    }

    /**
     * Whether the caller already holds the current representation, in any of its variants; compares weakly, as a proxy may have weakened the tag. A malformed header
     * matches nothing.
     */
    public static boolean noneMatchHolds(String ifNoneMatch, String... current) {
        if (ifNoneMatch == null) {
            return false;
        }
        List<String> known = List.of(current);
        if (known.contains(ifNoneMatch) || ifNoneMatch.strip().equals("*")) {
            return true;
        }
        return LIST.matcher(ifNoneMatch).matches()
                && TAG.matcher(ifNoneMatch)
                        .results()
                        .anyMatch(m -> known.contains(m.group().replaceFirst("^W/", "")));
    }

    private static List<String> tags(String header, String name) {
        if (!LIST.matcher(header).matches()) {
            throw ProblemException.invalid(InputError.header(
                    name,
                    "malformed-tag",
                    new Text(
                            "Een ETag staat tussen aanhalingstekens, zoals \"7\".",
                            "An ETag stands in quotes, like \"7\".")));
        }
        Matcher matcher = TAG.matcher(header);
        return matcher.results().map(m -> m.group()).collect(Collectors.toList());
    }
}
