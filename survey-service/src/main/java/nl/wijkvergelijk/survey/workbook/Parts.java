package nl.wijkvergelijk.survey.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import nl.wijkvergelijk.survey.evidence.EntryName;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The XML parts of a workbook (ECMA-376, part 2), unpacked within limits; nothing else of the file is looked at. */
final class Parts {
    private static final int MOST_ENTRIES = 1_000;
    private static final byte[] COMPOUND_FILE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] FIRST_ENTRY = {'P', 'K', 3, 4};

    /** The two that a package may use (ECMA-376, part 2, annex B); the library takes more, some of which bring what they need along and we do not. */
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private final Map<String, byte[]> xml;

    private Parts(Map<String, byte[]> xml) {
        this.xml = xml;
    }

    /** Unpacks a file, or refuses it. */
    static Parts unpack(byte[] file, long mostUnpacked) {
        if (startsWith(file, COMPOUND_FILE)) {
            throw Unreadable.locked();
        }
        if (!startsWith(file, FIRST_ENTRY)) {
            throw Unreadable.damaged();
        }
        Map<String, byte[]> xml = new HashMap<>();
        Set<String> names = new HashSet<>();
        long left = mostUnpacked;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw Unreadable.macros();
                }
                if (!names.add(name)
                        || names.size() > MOST_ENTRIES
                        || !EntryName.isPlain(name)
                        || !METHODS.contains(entry.getMethod())) {
                    throw Unreadable.damaged();
                }
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    byte[] part = read(zip.getInputStream(entry), left);
                    left -= part.length;
                    xml.put(name, part);
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
