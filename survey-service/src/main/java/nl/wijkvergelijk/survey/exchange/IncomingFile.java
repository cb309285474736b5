package nl.wijkvergelijk.survey.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** A file that was sent, on disk while it is read: it is read twice, and never whole in memory. */
final class IncomingFile implements AutoCloseable {

    private final Path path;
    private final byte[] digest;

    private IncomingFile(Path path, byte[] digest) {
        this.path = path;
        this.digest = digest;
    }

    /** Takes it in, or refuses it (413) when it is larger than this, in bytes. */
    static IncomingFile receive(InputStream content, long limit) throws IOException {
        Path path = Files.createTempFile("wijkvergelijk-import-", null);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            InputStream in = new DigestInputStream(content, sha256);
            try (OutputStream out = Files.newOutputStream(path)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    if (size > limit) {
                        throw tooLarge(new Text(
                                "Het bestand is groter dan de grens in /v1/config.",
                                "The file is larger than the limit in /v1/config."));
                    }
                    out.write(buffer, 0, n);
                }
            }
            return new IncomingFile(path, sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    static ProblemException tooLarge(Text detail) {
        return new ProblemException(HttpProblem.PAYLOAD_TOO_LARGE, detail);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** The SHA-256 of its bytes. */
    byte[] digest() {
        return digest.clone();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
