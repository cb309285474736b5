package nl.wijkvergelijk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Where the product keeps what it stores: {@code postgresql/}, {@code logs/} and a lock, so that one program at a time
 * uses it. The lock goes with the process that holds it, however that ends.
 */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, making it when it is not there.
     *
     * @throws CannotStart when it cannot be written, or somebody else has it
     */
    static DataDirectory take(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path.resolve("logs"));
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new CannotStart("Something already runs on the data directory " + path
                        + ": stop that first, or set DATA_DIR to another directory.");
            }
            DataDirectory taken = new DataDirectory(path, lock);
            taken.removeHalfMade();
            return taken;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + path + " cannot be used (" + e
                            + "): set DATA_DIR to a directory that can be written.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path postgresql() {
        return path.resolve("postgresql");
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Says that PostgreSQL's own files are being made for the first time; until {@link #made()} they hold nothing of value. */
    void making() throws IOException {
        if (!Files.exists(postgresql())) {
            Files.writeString(halfMade(), "The first start has not finished. The next one begins again.\n");
        }
    }

    void made() throws IOException {
        Files.deleteIfExists(halfMade());
    }

    private Path halfMade() {
        return path.resolve("first-start");
    }

    /** Somebody stopped the very first start half-way: begin again, instead of calling it damage. */
    private void removeHalfMade() throws IOException {
        if (Files.exists(halfMade())) {
            remove(postgresql());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a directory and everything in it; absent is fine. */
    static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var inside = Files.walk(directory)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
