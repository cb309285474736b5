package nl.wijkvergelijk.survey.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The XML parts of a workbook (ECMA-376, part 2), unpacked within limits; nothing else of the file is looked at. */
final class Parts {
    private static final int MOST_ENTRIES = 1_000;
    private static final byte[] COMPOUND_FILE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final Map<String, byte[]> xml;

    private Parts(Map<String, byte[]> xml) {
        this.xml = xml;
    }

    /** Unpacks a file, or refuses it. */
    static Parts unpack(byte[] file, long mostUnpacked) {
        if (startsWith(file, COMPOUND_FILE)) {
            throw Unreadable.locked();
        }
        Map<String, byte[]> xml = new HashMap<>();
        long left = mostUnpacked;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw Unreadable.macros();
                }
                boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
                byte[] part = isXml ? read(zip.getInputStream(entry), left) : null;
                left -= part == null ? 0 : part.length;
                if (++entries > MOST_ENTRIES || part != null && xml.put(name, part) != null) {
                    throw Unreadable.damaged();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Unreadable.damaged();
        }
        return new Parts(xml);
    }

    private static byte[] read(InputStream entry, long left) throws IOException {
        try (entry) {
            byte[] content = entry.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
            if (content.length > left) {
                throw Unreadable.tooLarge();
            }
            return content;
        }
    }

    /** A part by its name, whatever the case; empty when there is none. */
    Optional<XmlPart> find(String name) throws XMLStreamException {
        byte[] part = xml.get(name.toLowerCase(Locale.ROOT));
        return part == null ? Optional.empty() : Optional.of(new XmlPart(part));
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (file.length <= i || file[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
