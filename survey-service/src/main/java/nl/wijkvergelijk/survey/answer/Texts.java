package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a text: not blank, not too long, without control characters. It is kept unchanged, spaces and all. */
final class Texts {
    static final int LONG = 10_000;
    static final int NAME = 300;

    private Texts() {}

    /** The text, or null after adding why not. */
    static String read(JsonNode node, int longest, Refusals refusals) {
        if (!node.isTextual()) {
            refusals.add(
                    "wrong-type",
                    "Hier hoort een tekst, tussen aanhalingstekens.",
                    "A text belongs here, between quotation marks.");
            return null;
        }
        String text = node.textValue();
        if (!Echo.isReadable(text)) {
            refusals.add(
                    "control-character",
                    "In deze tekst staat een onzichtbaar stuurteken of een half teken; haal het weg. Tab en nieuwe regel mogen wel.",
                    "This text holds an invisible control character or half a character; take it out. Tabs and line ends are allowed.");
            return null;
        }
        if (isAllBlank(text)) {
            refusals.add(
                    "required",
                    "Deze tekst is leeg. Is er niets te melden, laat het onderdeel dan weg.",
                    "This text is empty. If there is nothing to say, leave the member out.");
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            refusals.add(
                    "too-long",
                    "Deze tekst telt %d tekens; er passen er %d.".formatted(length, longest),
                    "This text has %d characters; %d fit.".formatted(length, longest));
            return null;
        }
        return text;
    }

    private static boolean isAllBlank(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.codePointAt(first))) {
            first = text.offsetByCodePoints(first, 1);
        }
        return first == text.length();
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
