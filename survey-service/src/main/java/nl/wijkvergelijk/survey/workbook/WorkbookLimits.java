package nl.wijkvergelijk.survey.workbook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a workbook may be. A full one of 120 questions is some 60 kB, and 1 MB unpacked. */
@ConfigMapping(prefix = "wijkvergelijk.workbook")
public interface WorkbookLimits {

    /** The file as it is sent; never more than the service takes as a body at all. */
    @WithDefault("5M")
    MemorySize bytes();

    /** All its parts unpacked together. */
    @WithDefault("20M")
    MemorySize unpacked();

    /** Filled cells on all sheets together. */
    @WithDefault("100000")
    int cells();
}
