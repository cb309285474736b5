package nl.wijkvergelijk.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Metrics do not tell which version of what runs here. */
class QuietMetrics {

    @Produces
    @Singleton
    MeterFilter withoutVersions() {
        return MeterFilter.denyNameStartsWith("jvm.info");
    }
}
