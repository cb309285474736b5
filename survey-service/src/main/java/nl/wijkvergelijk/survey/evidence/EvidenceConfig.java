package nl.wijkvergelijk.survey.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where uploaded files are kept, and how large they may be. */
@ConfigMapping(prefix = "wijkvergelijk.evidence")
public interface EvidenceConfig {

    /** The directory; it is made when it is not there. It belongs in the backup, with the database. */
    Path directory();

    /** The largest file; no larger than the limit on all content ({@code quarkus.http.limits.max-body-size}). */
    MemorySize fileLimit();
}
