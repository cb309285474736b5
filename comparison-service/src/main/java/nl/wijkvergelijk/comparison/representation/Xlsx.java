package nl.wijkvergelijk.comparison.representation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;

/**
 * Tables as an Excel workbook of three sheets: a row per municipality with notes beside the figures, all flat rows, and where it comes from with the warnings. Numbers are number
 * cells, every text is a text cell whatever it starts with, and there is not one formula. The same tables are the same bytes.
 */
public final class Xlsx {

    /** Figures in one file. */
    public static final int MOST_FIGURES = 100_000;

    /** Before this no zip can be dated. */
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Xlsx() {}

    /** The file. */
    public static byte[] bytes(Tables tables) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(file, "Wijkvergelijk", "1.0")) {
                WideSheet.write(workbook, tables);
                FlatSheet.write(workbook, tables);
                AboutSheet.write(workbook, tables);
            }
            return undated(file.toByteArray(), tables.updated().orElse(Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library dates its files by the clock; what is pinned must not tell when it was asked for. */
    private static byte[] undated(byte[] file, Instant made) throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream(file.length);
        try (ZipFile parts = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream out = new ZipOutputStream(again)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(UNDATED);
                out.putNextEntry(entry);
                try (InputStream content = parts.getInputStream(part)) {
                    if (part.getName().equals("docProps/core.xml")) {
                        String properties = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        out.write(properties
                                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + made)
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
        return again.toByteArray();
    }
}
