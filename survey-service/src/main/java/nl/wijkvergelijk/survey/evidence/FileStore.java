package nl.wijkvergelijk.survey.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Files under their SHA-256: written beside their place, forced to disk and then put in it at once, so that what is there is whole. Nothing is overwritten
 * or deleted; a crash leaves at most a file that nothing refers to.
 */
@ApplicationScoped
class FileStore {

    private static final Logger LOG = Logger.getLogger(FileStore.class);

    private final Path directory;
    private final long limit;

    FileStore(EvidenceConfig config) {
        this.directory = config.directory().toAbsolutePath().normalize();
        this.limit = config.fileLimit().asLongValue();
    }

    /** A file on disk that is not yet in its place. Closing it removes what was not kept. */
    final class Incoming implements AutoCloseable {

        private final Path path;
        private final String sha256;
        private final long size;

        private Incoming(Path path, String sha256, long size) {
            this.path = path;
            this.sha256 = sha256;
            this.size = size;
        }

        Path path() {
            return path;
        }

        String sha256() {
            return sha256;
        }

        long size() {
            return size;
        }

        /** Puts it in its place for good. */
        void keep() {
            Path place = place(sha256);
            try {
                Files.createDirectories(place.getParent());
                Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
                force(place.getParent());
                force(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warnf("a temporary file stays behind: %s", e.getMessage());
            }
        }
    }

    /** Writes to disk what comes in, piece by piece; empty when it is more than the limit. */
    Optional<Incoming> receive(InputStream content) {
        Path path = null;
        try {
            Files.createDirectories(directory);
            path = Files.createTempFile(directory, "incoming-", ".part");
            MessageDigest digest = sha256();
            long size = write(new DigestInputStream(content, digest), path);
            if (size > limit) {
                Files.delete(path);
                return Optional.empty();
            }
            return Optional.of(new Incoming(path, HexFormat.of().formatHex(digest.digest()), size));
        } catch (IOException e) {
            remove(path);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(path);
            throw e;
        }
    }

    /** The file with this SHA-256, when it is there and still has it. */
    Optional<Path> find(String sha256) {
        Path place = place(sha256);
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(place)) {
            MessageDigest digest = sha256();
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).equals(sha256) ? Optional.of(place) : Optional.empty();
        } catch (IOException e) {
            LOG.warnf("evidence file %s cannot be read: %s", sha256, e.getMessage());
            return Optional.empty();
        }
    }

    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private long write(InputStream content, Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] piece = new byte[64 * 1024];
            long size = 0;
            for (int n = content.read(piece); n >= 0 && size <= limit; n = content.read(piece)) {
                out.write(piece, 0, n);
                size += n;
            }
            channel.force(true);
            return size;
        }
    }

    /** A name in a directory is on disk when the directory is. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path path) {
        if (path != null) {
            path.toFile().delete();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
