package nl.wijkvergelijk.survey.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks into the ZIP that an office file is (ECMA-376; OASIS Open Document 1.3). One with macros, or one that unpacks to far more than it is, is none. */
final class OfficeFile {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int SHORT = 64 * 1024;

    private OfficeFile() {}

    /** The media type; empty when it is not one that is kept. */
    static Optional<String> mediaType(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new HashSet<>();
            long unpacked = 0;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!names.add(entry.getName()) || !EntryName.isPlain(entry.getName())) {
                    return Optional.empty();
                }
                unpacked += unpacked(zip, entry, MOST_UNPACKED - unpacked);
                if (unpacked > MOST_UNPACKED || names.size() > MOST_ENTRIES || isActive(entry.getName())) {
                    return Optional.empty();
                }
            }
            return names.contains("[Content_Types].xml") ? microsoft(zip, names) : openDocument(zip, names);
        } catch (IOException | IllegalArgumentException noZip) {
            return Optional.empty();
        }
    }

    private static Optional<String> microsoft(ZipFile zip, Set<String> names) throws IOException {
        String types = text(zip, "[Content_Types].xml").toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            return Optional.empty();
        }
        boolean isDocument = names.contains("word/document.xml");
        boolean isWorkbook = names.contains("xl/workbook.xml");
        if (isDocument == isWorkbook) {
            return Optional.empty();
        }
        return Optional.of(isDocument ? MediaTypes.DOCX : MediaTypes.XLSX);
    }

    private static Optional<String> openDocument(ZipFile zip, Set<String> names) throws IOException {
        if (!names.contains("mimetype") || !names.contains("content.xml")) {
            return Optional.empty();
        }
        String said = text(zip, "mimetype").strip();
        return Optional.of(said).filter(type -> type.equals(MediaTypes.ODT) || type.equals(MediaTypes.ODS));
    }

    /** Whether an entry is a program, or one of the kinds of embedded objects that can be one. */
    private static boolean isActive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.contains("/activex/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }

    /** How much an entry really unpacks to, whatever it claims; counting stops past what is allowed. */
    private static long unpacked(ZipFile zip, ZipEntry entry, long allowed) throws IOException {
        byte[] piece = new byte[SHORT];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(piece); n >= 0 && size <= allowed; n = in.read(piece)) {
                size += n;
            }
        }
        return size;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readNBytes(1024 * 1024), StandardCharsets.UTF_8);
        }
    }
}
