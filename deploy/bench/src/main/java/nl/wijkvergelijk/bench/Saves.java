package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Saves of answers, beside the same rows written by pgbench on the same PostgreSQL. */
final class Saves {
    Saves(Path home, Path data, Results results) {}

    void run() throws IOException {}
}
