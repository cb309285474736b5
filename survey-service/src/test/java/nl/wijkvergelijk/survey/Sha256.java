package nl.wijkvergelijk.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The checksum of a receipt, as somebody outside would work it out. */
final class Sha256 {

    private Sha256() {}

    static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The member {@code answers}, the last one, as it stands in the answer of the API. */
    static String answers(String body) {
        String start = "\"answers\":";
        return body.substring(body.indexOf(start) + start.length(), body.length() - 1);
    }
}
