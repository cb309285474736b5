package nl.wijkvergelijk.survey.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The forms of files that are kept, recognised by their bytes. Anything else is not taken, whatever its name. */
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";

    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private MediaTypes() {}

    /** What the bytes can be; none when it is nothing that is kept. CSV cannot be told from text. */
    static List<String> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        }
        if (startsWith(head, PDF_HEAD)) {
            return List.of(PDF);
        }
        if (startsWith(head, PNG_HEAD)) {
            return List.of(PNG);
        }
        if (startsWith(head, JPEG_HEAD)) {
            return List.of(JPEG);
        }
        if (startsWith(head, ZIP_HEAD)) {
            return OfficeFile.mediaType(file).map(List::of).orElse(List.of());
        }
        return isText(file) ? List.of(TEXT, CSV) : List.of();
    }

    /** How a file's name ends, the usual first. */
    static List<String> endings(String mediaType) {
        return switch (mediaType) {
            case PDF -> List.of("pdf");
            case PNG -> List.of("png");
            case JPEG -> List.of("jpg", "jpeg");
            case DOCX -> List.of("docx");
            case XLSX -> List.of("xlsx");
            case ODT -> List.of("odt");
            case ODS -> List.of("ods");
            case CSV -> List.of("csv");
            default -> List.of("txt");
        };
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** UTF-8 throughout, without control characters other than tabs and line ends. */
    private static boolean isText(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        CharBuffer chars = CharBuffer.allocate(8192);
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (decoder.decode(bytes, chars, ended).isError()) {
                    return false;
                }
                bytes.compact();
                if (chars.flip().chars().anyMatch(MediaTypes::isControl)) {
                    return false;
                }
                chars.clear();
            }
        }
        return true;
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f;
    }
}
